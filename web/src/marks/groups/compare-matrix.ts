import type { AnswerOf } from 'foeprint/answers';
import type { Fill, Level, MatrixCell, MatrixColumn, SubMark } from '../../kit/matrix-cell.ts';
import { several } from '../../words/count.ts';

type Comparison = AnswerOf<'compare'>;
type Tactic = Comparison['tactics'][number];
type Technique = Tactic['techniques'][number];
type Use = Technique['uses'][number];

/** Which techniques of a comparison are shown at once; the rest of a column opens below it. */
export interface CompareMatrixOptions {
  /** Of how many groups a technique is, at least. */
  readonly min: number;
  /** Only what one group alone uses, in place of `min`. */
  readonly isOneOnly?: boolean;
  /** Our coverage by ATT&CK id, 0 to 4; absent where it is not shown. */
  readonly coverage?: ReadonlyMap<string, Level>;
}

/**
 * Some groups in one matrix: a cell is as dark as many groups it is reported of, hatched where only rules derive it of any, its number
 * says how many use it, its slots who. What the most groups use stands first. A technique counts as used through its
 * sub-techniques, which stand apart where they are opened.
 */
export function compareMatrix(
  { groups, tactics }: Comparison,
  { min, isOneOnly = false, coverage }: CompareMatrixOptions,
): readonly MatrixColumn[] {
  const names = groups.map(({ group }) => group.name);
  const isShown = (each: { readonly groups: number }): boolean =>
    isOneOnly ? each.groups === 1 : each.groups >= min;
  return tactics.map(({ tactic, techniques }) => {
    const ranked = techniques
      .map((technique) => ({ technique, uses: rolledUp(technique) }))
      .map((each) => ({
        cell: cellOf(each.technique, each.uses, names, coverage),
        groups: each.technique.groups,
        reported: each.uses.filter((use) => use === 'direct').length,
      }))
      .toSorted(
        (one, other) =>
          other.reported - one.reported ||
          other.groups - one.groups ||
          (one.cell.name < other.cell.name ? -1 : 1),
      );
    const ofAll = techniques.filter((each) => each.groups === groups.length).length;
    return {
      id: tactic.label === '' ? tactic.name : tactic.label,
      name: tactic.name,
      counts: `${ofAll} of ${techniques.length} in all`,
      cells: ranked.filter(isShown).map(({ cell }) => cell),
      rest: ranked.filter((each) => !isShown(each)).map(({ cell }) => cell),
    };
  });
}

/** How each group uses a technique or any of its sub-techniques: as reported where any of it is. */
function rolledUp({ uses, subtechniques }: Technique): readonly Use[] {
  return uses.map((use, group) => {
    const all = [use, ...subtechniques.map((sub) => sub.uses[group] ?? 'none')];
    return all.includes('direct') ? 'direct' : all.includes('derived') ? 'derived' : 'none';
  });
}

function cellOf(
  { technique, uses, subtechniques }: Technique,
  together: readonly Use[],
  names: readonly string[],
  coverage: ReadonlyMap<string, Level> | undefined,
): MatrixCell {
  const cell = plainCell(technique, together, names, coverage);
  const subs = subtechniques.map((sub) => plainCell(sub.technique, sub.uses, names, coverage));
  const itself = uses.filter((use) => use !== 'none').length;
  const apart =
    subs.length === 0 || itself === together.filter((use) => use !== 'none').length
      ? ''
      : ` · ${itself === 0 ? 'only' : 'of some only'} through ${several(subs.length, 'sub-technique')}`;
  return { ...cell, words: `${cell.words}${apart}`, ...(subs.length === 0 ? {} : { children: subs }) };
}

function plainCell(
  { label, id, name }: Technique['technique'],
  uses: readonly Use[],
  names: readonly string[],
  coverage: ReadonlyMap<string, Level> | undefined,
): MatrixCell {
  const using = uses.filter((use) => use !== 'none').length;
  const gauge = coverage === undefined ? undefined : (coverage.get(label) ?? 0);
  return {
    id: label === '' ? id : label,
    name,
    fill: fillOf(uses),
    count: String(using),
    slots: uses.map((use): SubMark => (use === 'direct' ? 'reported' : use)),
    words: uses
      .map(
        (use, group) =>
          `${names[group] ?? ''} ${use === 'direct' ? 'reported' : use === 'derived' ? 'derived' : 'not'}`,
      )
      .join(', '),
    ...(gauge === undefined ? {} : { gauge, isGap: gauge < 2 }),
  };
}

/** As dark as groups it is reported of: 1, 2, 3, 4, 5 or more; derived likewise in three steps. */
function fillOf(uses: readonly Use[]): Fill {
  const reported = uses.filter((use) => use === 'direct').length;
  const derived = uses.filter((use) => use === 'derived').length;
  if (reported > 0) return `a${Math.min(5, reported)}` as Fill;
  return derived > 0 ? (`h${Math.min(3, derived)}` as Fill) : 'none';
}

/** How many techniques of a tactic so many groups use. */
export interface TacticOverlap {
  readonly id: string;
  readonly name: string;
  /** For all groups, all but one … one: how many techniques exactly so many use; sub-techniques apart. */
  readonly by: readonly number[];
  readonly all: number;
}

/** By tactic, how many techniques are used by how many of the groups; sub-techniques count apart. */
export function overlapByTactic({ groups, tactics }: Comparison): readonly TacticOverlap[] {
  return tactics.map(({ tactic, techniques }) => {
    const counts = techniques
      .flatMap(({ using, subtechniques }) => [using, ...subtechniques.map((sub) => sub.groups)])
      .filter((count) => count > 0);
    return {
      id: tactic.label === '' ? tactic.name : tactic.label,
      name: tactic.name,
      by: groups.map((_, index) => counts.filter((count) => count === groups.length - index).length),
      all: counts.length,
    };
  });
}
