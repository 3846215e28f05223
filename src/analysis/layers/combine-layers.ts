import { type Issue, issueOf } from '../../facts/index.ts';
import {
  type Layer,
  type LayerCell,
  cellFinder,
  cellKey,
  domainTitle,
  gradientOver,
  isMarked,
  layerOf,
} from '../../threat/index.ts';
import { attributeCell, attributeLayer, labelsOf, type Contribution } from './attribute.ts';
import { evaluateExpression, type CellValue, type MissingPolicy } from './evaluate-expression.ts';
import { everyPart, layerNames, partsOf, type Expression } from './expression.ts';
import { LAYER_ISSUES } from './issues.ts';
import { parseExpression } from './parse-expression.ts';
import { combinationRecipe } from './combination-recipe.ts';

/** A layer under the name that the expression calls it by. */
export interface LayerOperand {
  readonly name: string;
  readonly layer: Layer;
  /** Where it came from, e.g. a file name; goes into the recipe. */
  readonly from?: string;
}

/** How layers are combined. */
export interface CombinationOptions {
  /** What a missing score counts in arithmetic; default `skip`. */
  readonly missing?: MissingPolicy;
  /** Name of the new layer; default: the expression. */
  readonly name?: string;
}

/** The new layer, unless an error stands in the way; and what to mind. */
export interface Combination {
  readonly layer: Layer | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Combines layers by an expression: `a or b`, `a and b`, `a and not b` for sets, `a + 2*b`, `max(a, b)`,
 * `average(a, b, c)`, `count(a, b, c)` for scores, `a >= 60` to choose, `a - (b else 0)` to say what a
 * missing score counts. docs/reference/layers.md explains the language.
 *
 * - A layer holds a technique where its cell is enabled and marked. A score that is missing is never taken
 *   for 0 or 1 unasked: see {@link MissingPolicy}.
 * - A cell for one tactic wins over the cell for every tactic, in operands and in the result.
 * - Comments, annotations, links and colours of the operands that hold a technique are kept, each under the
 *   name of its layer; the recipe says how the layer was made.
 * - Layers of different domains are refused (W683); of different releases, warned about (W684).
 */
export function combineLayers(
  operands: readonly LayerOperand[],
  expression: string,
  options: CombinationOptions = {},
): Combination {
  const parsed = parseExpression(
    expression,
    operands.map(({ name }) => name),
  );
  const errors = [...('kind' in parsed ? [] : parsed), ...repeatedNames(operands)];
  if (!('kind' in parsed) || errors.length > 0) return { layer: undefined, issues: errors };
  const used = layerNames(parsed).flatMap((name) => operands.find((operand) => operand.name === name) ?? []);
  const mixed = mixedDomains(used);
  if (mixed !== undefined) return { layer: undefined, issues: [mixed] };
  const missing = options.missing ?? 'skip';
  const { cells, badDivisions } = combineCells(used, parsed, missing);
  return {
    layer: combinedLayer(used, cells, { expression: expression.trim(), missing, name: options.name }),
    issues: [
      ...unusedLayers(operands, used),
      ...mixedReleases(used),
      ...unscoredLayers(used, parsed),
      ...divisions(badDivisions),
    ],
  };
}

function combinedLayer(
  used: readonly LayerOperand[],
  cells: readonly LayerCell[],
  made: { readonly expression: string; readonly missing: MissingPolicy; readonly name: string | undefined },
): Layer {
  const domain = used[0]?.layer.domain ?? 'enterprise-attack';
  const release = newestRelease(used);
  const gradient = gradientOver(cells.flatMap((cell) => cell.score ?? []));
  return layerOf({
    name: made.name ?? made.expression,
    domain,
    description: describe(used, made.expression),
    ...(release === undefined ? {} : { release }),
    cells,
    ...(gradient === undefined ? {} : { gradient }),
    ...attributeLayer(used),
    recipe: combinationRecipe(used, made.expression, made.missing),
  });
}

function describe(used: readonly LayerOperand[], expression: string): string {
  return [expression, ...used.map(({ name, layer }) => `${name} = ${layer.name}`)].join('\n');
}

interface CombinedCells {
  readonly cells: readonly LayerCell[];
  readonly badDivisions: number;
}

function combineCells(
  used: readonly LayerOperand[],
  expression: Expression,
  missing: MissingPolicy,
): CombinedCells {
  const heldAt = holders(used);
  const cells = new Map<string, LayerCell>();
  let badDivisions = 0;
  for (const { technique, tactic } of pairsOf(used)) {
    const held = heldAt(technique, tactic);
    const value = evaluateHeld(expression, held, missing, () => (badDivisions += 1));
    const cell = value && attributeCell(technique, tactic, value.score, [...held.values()]);
    // Without a cell of its own, the tactic would show what holds for every other one.
    const isShadowed = tactic !== undefined && cells.has(cellKey(technique));
    const kept = cell ?? (isShadowed ? attributeCell(technique, tactic, undefined, []) : undefined);
    if (kept !== undefined) cells.set(cellKey(technique, tactic), kept);
  }
  return { cells: [...cells.values()], badDivisions };
}

type Held = ReadonlyMap<string, Contribution>;

/** Finds what each operand, by its name, says of a technique under a tactic; operands that say nothing are left out. */
function holders(used: readonly LayerOperand[]): (technique: string, tactic: string | undefined) => Held {
  const labels = labelsOf(used);
  const finders = used.map(({ name, layer }) => ({ name, find: cellFinder(layer) }));
  return (technique, tactic) =>
    new Map(
      finders.flatMap(({ name, find }) => {
        const cell = find(technique, tactic);
        return cell === undefined || !isMarked(cell)
          ? []
          : [[name, { label: labels.get(name) ?? name, cell }]];
      }),
    );
}

function evaluateHeld(
  expression: Expression,
  held: Held,
  missing: MissingPolicy,
  onBadDivision: () => void,
): CellValue | undefined {
  if (held.size === 0) return undefined;
  const valueOf = (name: string): CellValue | undefined => {
    const contribution = held.get(name);
    return contribution && { score: contribution.cell.score };
  };
  return evaluateExpression(expression, { missing, valueOf, onBadDivision });
}

/** Every (technique, tactic) of any operand, by technique, the cell for every tactic first. */
function pairsOf(used: readonly LayerOperand[]): readonly LayerCell[] {
  const pairs = new Map<string, LayerCell>();
  for (const { layer } of used) {
    for (const cell of layer.cells) pairs.set(cellKey(cell.technique, cell.tactic), cell);
  }
  return [...pairs].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, cell]) => cell);
}

function newestRelease(used: readonly LayerOperand[]): string | undefined {
  const releases = used.flatMap(({ layer }) => layer.release ?? []);
  return releases.toSorted((one, other) => Number(other) - Number(one))[0];
}

function repeatedNames(operands: readonly LayerOperand[]): readonly Issue[] {
  const names = operands.map(({ name }) => name);
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...repeated].map((name) => issueOf(LAYER_ISSUES.repeatedName, `There are two layers \`${name}\`.`));
}

function mixedDomains(used: readonly LayerOperand[]): Issue | undefined {
  const domains = new Set(used.map(({ layer }) => layer.domain));
  if (domains.size < 2) return undefined;
  const list = used.map(({ name, layer }) => `${name}: ${domainTitle(layer.domain)}`).join(', ');
  return issueOf(LAYER_ISSUES.mixedDomains, `The layers are of different domains (${list}).`);
}

function mixedReleases(used: readonly LayerOperand[]): readonly Issue[] {
  const releases = new Set(used.map(({ layer }) => majorOf(layer.release)));
  if (releases.size < 2) return [];
  const list = used.map(({ name, layer }) => `${name}: ${layer.release ?? 'not said'}`).join(', ');
  return [issueOf(LAYER_ISSUES.mixedReleases, `The layers are of different ATT&CK releases (${list}).`)];
}

function majorOf(release: string | undefined): string | undefined {
  return release?.split('.')[0];
}

function unusedLayers(operands: readonly LayerOperand[], used: readonly LayerOperand[]): readonly Issue[] {
  return operands
    .filter((operand) => !used.includes(operand))
    .map(({ name }) => issueOf(LAYER_ISSUES.unusedLayer, `The expression does not mention \`${name}\`.`));
}

function unscoredLayers(used: readonly LayerOperand[], expression: Expression): readonly Issue[] {
  const calculated = calculatedLayers(expression);
  return used
    .filter(({ name, layer }) => calculated.has(name) && marksWithoutScores(layer))
    .map(({ name }) =>
      issueOf(LAYER_ISSUES.unscoredLayer, `Layer \`${name}\` has no scores to calculate with.`),
    );
}

/** Names of the layers that stand directly in arithmetic or a comparison; `count` needs no scores. */
function calculatedLayers(expression: Expression): ReadonlySet<string> {
  const calculations = everyPart(expression).filter(
    (part) =>
      part.kind === 'arithmetic' ||
      part.kind === 'comparison' ||
      (part.kind === 'call' && part.function !== 'count'),
  );
  return new Set(calculations.flatMap(partsOf).flatMap((part) => (part.kind === 'layer' ? [part.name] : [])));
}

function marksWithoutScores({ cells }: Layer): boolean {
  return cells.some(isMarked) && cells.every(({ score }) => score === undefined);
}

function divisions(count: number): readonly Issue[] {
  if (count === 0) return [];
  return [issueOf(LAYER_ISSUES.divisionByZero, `${count} results are no finite number.`)];
}
