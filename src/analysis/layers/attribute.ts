import { defined, tally } from '../../text/index.ts';
import {
  type Annotation,
  type Divider,
  type Layer,
  type LayerCell,
  type LayerLink,
  cellOf,
  isDivider,
} from '../../threat/index.ts';

/** The cell of one layer for a technique, with the name to put before it. */
export interface Contribution {
  readonly label: string;
  readonly cell: LayerCell;
}

interface NamedLayer {
  readonly name: string;
  readonly layer: Layer;
}

/** What each layer is called in the result: its own name, with the operand's where two layers are named alike. */
export function labelsOf(operands: readonly NamedLayer[]): ReadonlyMap<string, string> {
  const count = tally(operands.map(({ layer }) => layer.name));
  return new Map(
    operands.map(({ name, layer }) => [
      name,
      count.get(layer.name) === 1 ? layer.name : `${layer.name} [${name}]`,
    ]),
  );
}

/** The new cell, holding everything that the layers hold, each part under the label of its layer. */
export function attributeCell(
  technique: string,
  tactic: string | undefined,
  score: number | undefined,
  contributions: readonly Contribution[],
): LayerCell {
  const color = score === undefined ? commonColor(contributions) : undefined;
  const { comment, kept } = joinComments(contributions);
  return cellOf({
    technique,
    ...defined({ tactic, score, color }),
    comment,
    annotations: contributions.flatMap(({ label, cell }) => [
      { name: label, value: sayMark(cell) },
      ...(kept.has(label) ? [{ name: `${label} · comment`, value: cell.comment }] : []),
      ...attributeAnnotations(label, cell.annotations),
    ]),
    links: contributions.flatMap(({ label, cell }) => attributeLinks(label, cell.links)),
  });
}

/** Annotations, links and legend of whole layers, labelled alike. */
export function attributeLayer(operands: readonly NamedLayer[]): Pick<Layer, 'annotations' | 'links'> {
  const labels = labelsOf(operands);
  const named = operands.map(({ name, layer }) => ({ label: labels.get(name) ?? name, layer }));
  return {
    annotations: named.flatMap(({ label, layer }) => [
      ...described(label, layer.description),
      ...attributeAnnotations(label, layer.annotations),
      ...layer.legend.map((item) => ({ name: `${label} · legend ${item.color}`, value: item.label })),
    ]),
    links: named.flatMap(({ label, layer }) => attributeLinks(label, layer.links)),
  };
}

function described(label: string, description: string): readonly Annotation[] {
  return description === '' ? [] : [{ name: `${label} · description`, value: description }];
}

/** Characters that a tooltip has room for. */
const ROOM = 300;

/**
 * The comments of all, as many as a tooltip has room for, the first in any case, each in its own words; after the scores in one line where
 * several have one. The labels of those that are `kept` elsewhere.
 */
function joinComments(contributions: readonly Contribution[]): {
  readonly comment: string;
  readonly kept: ReadonlySet<string>;
} {
  const commented = contributions.filter(({ cell }) => cell.comment !== '');
  const scored = contributions.filter(({ cell }) => cell.score !== undefined);
  const scores = scored.map(({ label, cell }) => `${label} ${cell.score}`).join(', ');
  const lines = commented.length === 0 || scored.length < 2 ? [] : [scores];
  const kept = new Set<string>();
  for (const [place, { label, cell }] of commented.entries()) {
    const line = `${label}: ${cell.comment}`;
    if (place > 0 && [...lines, line].join('\n').length > ROOM) kept.add(label);
    else lines.push(line);
  }
  return { comment: lines.join('\n'), kept };
}

/** A colour is kept only if all layers that have one agree on it. */
function commonColor(contributions: readonly Contribution[]): string | undefined {
  const colors = new Set(contributions.flatMap(({ cell }) => cell.color ?? []));
  return colors.size === 1 ? [...colors][0] : undefined;
}

function sayMark(cell: LayerCell): string {
  const score = cell.score === undefined ? 'unscored' : `score ${cell.score}`;
  return cell.color === undefined ? score : `${score}, color ${cell.color}`;
}

function attributeAnnotations(
  label: string,
  annotations: readonly (Annotation | Divider)[],
): readonly (Annotation | Divider)[] {
  return annotations.map((entry) =>
    isDivider(entry) ? entry : { ...entry, name: `${label} · ${entry.name}` },
  );
}

function attributeLinks(
  label: string,
  links: readonly (LayerLink | Divider)[],
): readonly (LayerLink | Divider)[] {
  return links.map((entry) => (isDivider(entry) ? entry : { ...entry, label: `${label}: ${entry.label}` }));
}
