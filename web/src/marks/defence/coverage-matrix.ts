import type { CoverageColumn, DomainMatrix } from '../../api/answers.ts';
import type { Fill, Level, MatrixCell, MatrixColumn, SubMark } from '../../kit/matrix-cell.ts';
import { expectationStep } from '../steps.ts';

/** Stages of coverage by their level, as cells and sentences say them. */
export const LEVEL_WORDS = [
  'nothing known',
  'logs, no rule',
  'rule to hand',
  'rule deployed',
  'detection tested',
] as const;

/** What the weight of a technique stands for. */
export type WeightOf = 'expectation' | 'groups' | 'nothing';

export interface CoverageMatrixOptions {
  readonly weightOf: WeightOf;
  /** The level from which a technique is no gap. */
  readonly enough: Level;
}

interface Known {
  readonly level: Level;
  readonly weight: number;
}

/**
 * Levels in the columns of the matrix, what counts most first. A technique that is not looked at itself, while its sub-techniques
 * are, stands for them with an outline; it never takes the best of them.
 */
export function coverageMatrix(
  matrix: Pick<DomainMatrix, 'tactics' | 'techniques'>,
  columns: readonly CoverageColumn[],
  options: CoverageMatrixOptions,
): readonly MatrixColumn[] {
  const techniques = new Map(matrix.techniques.map((technique) => [technique.label, technique]));
  const byTactic = new Map(columns.map(({ tactic, techniques: cells }) => [tactic, cells]));
  return matrix.tactics.map((tactic) => {
    const known = new Map(
      (byTactic.get(tactic.name) ?? []).map(
        ({ technique, level, weight }) => [technique, { level: level as Level, weight }] as const,
      ),
    );
    const parents = new Set([...known.keys()].map((label) => techniques.get(label)?.parent ?? label));
    const cells = [...parents].map((label) => {
      const subs = tactic.techniques.filter((each) => techniques.get(each)?.parent === label);
      return cellOf(label, subs, known, techniques, options);
    });
    const enough = [...known.values()].filter(({ level }) => level >= options.enough).length;
    return {
      id: tactic.label,
      name: tactic.name,
      counts: known.size === 0 ? '–' : `${enough} of ${known.size} covered`,
      cells: cells
        .toSorted((a, b) => b.weight - a.weight || (a.cell.id < b.cell.id ? -1 : 1))
        .map(({ cell }) => cell),
    };
  });
}

function cellOf(
  label: string,
  subs: readonly string[],
  known: ReadonlyMap<string, Known>,
  techniques: ReadonlyMap<string, { readonly name: string }>,
  options: CoverageMatrixOptions,
): { readonly cell: MatrixCell; readonly weight: number } {
  const nameOf = (id: string): string => techniques.get(id)?.name ?? id;
  const own = known.get(label);
  const children = subs.flatMap((sub) => {
    const it = known.get(sub);
    return it === undefined ? [] : [plainCell(sub, nameOf(sub), it, options)];
  });
  const marks = subs.map((sub) => markOf(known.get(sub)));
  const weight = Math.max(own?.weight ?? 0, ...subs.map((sub) => known.get(sub)?.weight ?? 0));
  const plain =
    own === undefined
      ? {
          id: label,
          name: nameOf(label),
          fill: 'subs-only' as const,
          gauge: gaugeOf(weight, options),
          words: `looked at only by ${children.length === 1 ? 'one sub-technique' : `${children.length} sub-techniques`}`,
          isGap: children.some(({ isGap }) => isGap === true),
        }
      : plainCell(label, nameOf(label), own, options);
  return { cell: { ...plain, ...(children.length === 0 ? {} : { subs: marks, children }) }, weight };
}

function plainCell(
  id: string,
  name: string,
  { level, weight }: Known,
  options: CoverageMatrixOptions,
): MatrixCell {
  return {
    id,
    name,
    fill: `d${level}` as Fill,
    ...(level === 0 ? {} : { count: String(level) }),
    gauge: gaugeOf(weight, options),
    words: `${LEVEL_WORDS[level]}${sayWeight(weight, options.weightOf)}`,
    isGap: level < options.enough,
  };
}

function gaugeOf(weight: number, { weightOf }: CoverageMatrixOptions): Level {
  if (weightOf === 'nothing' || weight === 0) return 0;
  return Math.min(4, Math.max(1, expectationStep(weight) - 1)) as Level;
}

function sayWeight(weight: number, of: WeightOf): string {
  const share = Math.round(weight * 100);
  if (of === 'expectation') return ` · expected ${share} of 100`;
  return of === 'groups' ? ` · ${share} of 100 of these groups use it` : '';
}

/** A square for each sub-technique: solid where a rule is deployed, half where there are logs or a rule to hand. */
function markOf(known: Known | undefined): SubMark {
  return known === undefined || known.level === 0 ? 'none' : known.level >= 3 ? 'reported' : 'derived';
}
