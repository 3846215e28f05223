import type { Gap, PrioritiesAnswer, PriorityRanking } from '../../answers/index.ts';
import type { CsvValue, DataTable } from '../../render/index.ts';
import { fileName } from '../../text/index.ts';
import { rounded } from './expect-tables.ts';

const HEADS = [
  'id',
  'name',
  'effect',
  'expectation addressed',
  'step',
  'adds',
  'techniques',
  'for',
  'platforms',
  'log sources',
] as const;

/**
 * What to do as tables: all defences, kind by kind; for each kind its defences and what none of them answers; what was
 * taken off. Several values of a cell are separated by `; `.
 */
export function prioritiesTables({ rankings, takenOff }: PrioritiesAnswer): readonly DataTable[] {
  return [
    {
      name: 'All',
      heads: ['kind', ...HEADS],
      rows: rankings.flatMap((ranking) => rowsOf(ranking).map((row) => [ranking.kind, ...row])),
    },
    ...rankings.flatMap((ranking) => [
      { name: capital(ranking.kind), heads: HEADS, rows: rowsOf(ranking) },
      {
        name: `Without ${ranking.kind}`,
        heads: ['technique', 'name', 'expectation left'],
        rows: ranking.unanswered.map(({ technique, left }) => [
          technique.label || technique.id,
          technique.name,
          rounded(left),
        ]),
      },
    ]),
    {
      name: 'Taken off',
      heads: ['technique', 'name', 'expectation', 'left', 'coverage', 'given as', 'file', 'mitigations'],
      rows: takenOff.map(takenOffRow),
    },
  ];
}

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

function rowsOf({ defences }: PriorityRanking): readonly (readonly CsvValue[])[] {
  return defences.map(({ defence, addressed, effect, order, adds, techniques, analytics }) => [
    defence.label || defence.id,
    defence.name,
    rounded(effect),
    rounded(addressed),
    order,
    rounded(adds),
    techniques.length,
    techniques.map(({ technique }) => technique.label || technique.name).join('; '),
    distinct(analytics.flatMap(({ platforms }) => platforms)).join('; '),
    distinct(analytics.flatMap(({ logSources }) => logSources.map(({ name }) => name))).join('; '),
  ]);
}

function takenOffRow({ technique, expectation, left, coverage, mitigations }: Gap): readonly CsvValue[] {
  return [
    technique.label || technique.id,
    technique.name,
    rounded(expectation),
    rounded(left),
    coverage === undefined ? undefined : rounded(coverage.level),
    coverage?.from,
    coverage === undefined ? undefined : fileName(coverage.file),
    mitigations.map(({ label, name }) => label || name).join('; '),
  ];
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted();
}
