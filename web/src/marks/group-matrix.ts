import type { DomainMatrix, ProfiledTechnique } from '../api/answers.ts';
import type { Fill, Level, MatrixCell, MatrixColumn, SubMark } from '../kit/matrix-cell.ts';
import { joined } from '../words/scope.ts';
import { several } from '../words/count.ts';
import { LEVEL_WORDS } from './defence/coverage-matrix.ts';
import type { PrintColumn } from './print.ts';
import { publisherStep, scoreStep, textured, waysStep, yearStep } from './steps.ts';

/** What the fill of a cell on a group’s page stands for. */
export const SHADES = ['sources', 'newest', 'score'] as const;
export type Shade = (typeof SHADES)[number];

type Use = Pick<
  ProfiledTechnique,
  'technique' | 'use' | 'through' | 'publishers' | 'last' | 'score' | 'status'
>;

/** What a group’s matrix is made from, beside the matrix itself. */
export interface GroupMatrixOptions {
  readonly shade: Shade;
  /** Whether what only rules derive is taken in. */
  readonly derived: boolean;
  /** Day from which the age of evidence counts. */
  readonly asOf: string;
  /** Our coverage by ATT&CK id, 0 to 4; absent where none is known. */
  readonly coverage?: ReadonlyMap<string, Level>;
}

/**
 * The matrix of a group: in each column what is reported of it first, the strongest first, then what is known through reported
 * sub-techniques, what is derived, and what is derived through sub-techniques. What nobody reports is kept for the end.
 */
export function groupMatrix(
  matrix: Pick<DomainMatrix, 'tactics' | 'techniques'>,
  uses: readonly Use[],
  options: GroupMatrixOptions,
): readonly MatrixColumn[] {
  const used = new Map(
    uses.filter(({ use }) => options.derived || use === 'direct').map((use) => [use.technique.label, use]),
  );
  const techniques = new Map(matrix.techniques.map((technique) => [technique.label, technique]));
  return matrix.tactics.map((tactic) => {
    const all = tactic.techniques.flatMap((label) => techniques.get(label) ?? []);
    const subsOf = (label: string): readonly Technique[] => all.filter(({ parent }) => parent === label);
    const cells = all
      .filter(({ parent }) => parent === undefined)
      .map((technique) => cellOf(technique, subsOf(technique.label), used, options))
      .toSorted(byStrength);
    const inTactic = all.flatMap(({ label }) => used.get(label) ?? []);
    return {
      id: tactic.label,
      name: tactic.name,
      counts: sayCounts(inTactic, options.derived),
      cells: cells.filter(({ cell }) => cell.fill !== 'none').map(({ cell }) => cell),
      rest: cells.filter(({ cell }) => cell.fill === 'none').map(({ cell }) => cell),
    };
  });
}

/** The print of a group from its uses: sub-techniques are counted. */
export function printOf(
  matrix: Pick<DomainMatrix, 'tactics'>,
  uses: readonly Pick<Use, 'technique' | 'use'>[],
): readonly PrintColumn[] {
  const used = new Map(uses.map(({ technique, use }) => [technique.label, use]));
  return matrix.tactics.map(({ techniques }) => ({
    reported: techniques.filter((label) => used.get(label) === 'direct').length,
    derived: techniques.filter((label) => used.get(label) === 'derived').length,
    all: techniques.length,
  }));
}

/** The same from the answer that has the prints of all groups. */
export function printColumns(
  tactics: readonly { readonly techniques: number }[],
  group: { readonly directByTactic: readonly number[]; readonly derivedByTactic: readonly number[] },
): readonly PrintColumn[] {
  return tactics.map(({ techniques }, index) => ({
    reported: group.directByTactic[index] ?? 0,
    derived: group.derivedByTactic[index] ?? 0,
    all: techniques,
  }));
}

interface Ranked {
  readonly cell: MatrixCell;
  /** 0 reported, 1 reported through a sub-technique, 2 derived, 3 derived through one, 4 neither. */
  readonly rank: number;
  readonly strength: number;
}

type Technique = DomainMatrix['techniques'][number];

function cellOf(
  technique: Technique,
  subs: readonly Technique[],
  used: ReadonlyMap<string, Use>,
  options: GroupMatrixOptions,
): Ranked {
  const use = used.get(technique.label);
  const children = subs.map((sub) => plainCell(sub, used.get(sub.label), options));
  const marks = subs.map((sub): SubMark => markOf(used.get(sub.label)));
  const known = marks.filter((mark) => mark !== 'none').length;
  const own = plainCell(technique, use, options);
  const isThroughSubs = use === undefined && known > 0;
  const cell: MatrixCell = {
    ...own,
    ...(isThroughSubs
      ? {
          fill: 'subs-only',
          words: `only through ${known} of its ${several(subs.length, 'sub-technique')}${sayLevel(own.gauge, options)}`,
        }
      : {}),
    ...(subs.length === 0 || (use === undefined && known === 0) ? {} : { subs: marks, children }),
  };
  const rank =
    use?.use === 'direct' ? 0 : marks.includes('reported') ? 1 : use !== undefined ? 2 : known > 0 ? 3 : 4;
  return { cell, rank, strength: Number(own.count ?? 0) };
}

function plainCell(technique: Technique, use: Use | undefined, options: GroupMatrixOptions): MatrixCell {
  const gauge = options.coverage?.get(technique.label);
  const { fill, count } =
    use === undefined ? { fill: 'none' as const, count: undefined } : shaded(use, options);
  return {
    id: technique.label,
    name: technique.name,
    fill,
    ...(count === undefined ? {} : { count }),
    ...(gauge === undefined ? {} : { gauge }),
    words: `${sayUse(use)}${sayLevel(gauge, options)}`,
    isGap: use !== undefined && (gauge ?? 0) < 3,
  };
}

function shaded(
  use: Use,
  { shade, asOf }: GroupMatrixOptions,
): { readonly fill: Fill; readonly count: string | undefined } {
  const isReported = use.use === 'direct';
  if (shade === 'score')
    return { fill: textured(scoreStep(use.score), isReported), count: String(use.score) };
  if (shade === 'newest') {
    const year = use.last?.date.slice(0, 4);
    return year === undefined
      ? { fill: textured(1, isReported), count: undefined }
      : { fill: textured(yearStep(Number(year), Number(asOf.slice(0, 4))), isReported), count: year };
  }
  const count = isReported ? use.publishers.length : use.through.length;
  return {
    fill: isReported ? publisherStep(count) : waysStep(count),
    count: count === 0 ? undefined : String(count),
  };
}

/** How a use is known, in words: who reports it how newly, or what it follows from. */
export function sayUse(use: Use | undefined): string {
  if (use === undefined) return 'nobody reports it';
  const newest = use.last === undefined ? '' : `, newest ${use.last.date}`;
  if (use.use === 'direct')
    return use.publishers.length === 0
      ? `reported of the group itself${newest}`
      : `reported of the group itself by ${several(use.publishers.length, 'publisher')}${newest}`;
  const names = use.through.slice(0, 3).map(({ name }) => name);
  const more = use.through.length - names.length;
  return `follows from ${joined(more > 0 ? [...names, `${more} more`] : names)}; no source reports it of the group itself`;
}

function sayLevel(level: Level | undefined, { coverage }: GroupMatrixOptions): string {
  return coverage === undefined ? '' : ` · our coverage: ${LEVEL_WORDS[level ?? 0] ?? ''}`;
}

function markOf(use: Use | undefined): SubMark {
  return use === undefined ? 'none' : use.use === 'direct' ? 'reported' : 'derived';
}

function byStrength(a: Ranked, b: Ranked): number {
  return a.rank - b.rank || b.strength - a.strength || compareNames(a.cell.name, b.cell.name);
}

function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sayCounts(uses: readonly Use[], isDerivedShown: boolean): string {
  const reported = uses.filter(({ use }) => use === 'direct').length;
  return isDerivedShown ? `${reported} rep. · ${uses.length - reported} der.` : `${reported} rep.`;
}
