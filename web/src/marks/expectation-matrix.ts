import type { DomainMatrix } from '../api/answers.ts';
import type { Fill, Level, MatrixCell, MatrixColumn } from '../kit/matrix-cell.ts';
import { several } from '../words/count.ts';
import { LEVEL_WORDS } from './defence/coverage-matrix.ts';
import { expectationStep, usersStep } from './steps.ts';

/** Cells of a column that are shown; the others are counted. */
const SHOWN = 18;

type Expected = readonly {
  readonly tactic: string;
  readonly techniques: readonly {
    readonly technique: string;
    readonly level: number;
    readonly weight: number;
  }[];
}[];

/** How strongly each technique is to be expected, the most expected of each tactic first; on the edge how far it is covered. */
export function expectationMatrix(
  matrix: Pick<DomainMatrix, 'tactics' | 'techniques'>,
  expected: Expected,
): readonly MatrixColumn[] {
  const names = namesIn(matrix);
  const byTactic = new Map(expected.map(({ tactic, techniques }) => [tactic, techniques]));
  return matrix.tactics.map(({ label, name }) => {
    const all = (byTactic.get(name) ?? []).toSorted((a, b) => b.weight - a.weight);
    const covered = all.filter(({ level }) => level >= 3).length;
    return columnOf(
      label,
      name,
      `${covered} of ${all.length}`,
      all.map(({ technique, level, weight }) =>
        cellOf(technique, names, `a${expectationStep(weight)}`, String(Math.round(weight * 100)), {
          words: `expected ${Math.round(weight * 100)} of 100 · ${LEVEL_WORDS[level] ?? ''}`,
          gauge: level as Level,
          isGap: level < 3,
        }),
      ),
    );
  });
}

/** How many groups are reported to use each technique, the most used of each tactic first. */
export function usersMatrix(
  matrix: Pick<DomainMatrix, 'tactics' | 'techniques'>,
  users: ReadonlyMap<string, number>,
  groups: number,
): readonly MatrixColumn[] {
  const names = namesIn(matrix);
  return matrix.tactics.map(({ label, name, techniques }) => {
    const used = techniques
      .flatMap((technique) => {
        const count = users.get(technique);
        return count === undefined || count === 0 ? [] : [{ technique, count }];
      })
      .toSorted((a, b) => b.count - a.count);
    return columnOf(
      label,
      name,
      `${used.length} of ${techniques.length}`,
      used.map(({ technique, count }) =>
        cellOf(technique, names, `a${usersStep(count)}`, String(count), {
          words: `reported of ${count} of ${several(groups, 'group')}`,
        }),
      ),
    );
  });
}

function columnOf(id: string, name: string, counts: string, cells: readonly MatrixCell[]): MatrixColumn {
  return { id, name, counts, cells: cells.slice(0, SHOWN), rest: cells.slice(SHOWN) };
}

function cellOf(
  id: string,
  names: ReadonlyMap<string, string>,
  fill: Fill,
  count: string,
  more: Pick<MatrixCell, 'words' | 'gauge' | 'isGap'>,
): MatrixCell {
  return { id, name: names.get(id) ?? id, fill, count, ...more };
}

function namesIn({ techniques }: Pick<DomainMatrix, 'techniques'>): ReadonlyMap<string, string> {
  return new Map(techniques.map(({ label, name }) => [label, name]));
}
