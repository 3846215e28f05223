import type { Mention } from '../../answers/index.ts';
import type { PriorityKind } from '../../threat/index.ts';
import { csv, tableSheet, writeWorkbook } from '../../render/index.ts';
import type { CsvValue } from '../../render/index.ts';
import { rounded } from './expected-table.ts';
import { fileName } from '../../text/index.ts';

/** Priorities as tables show them: what `prioritiesFor` gives. */
export interface PrioritiesTable {
  readonly rankings: readonly PriorityTableRanking[];
  readonly takenOff: readonly {
    readonly technique: Mention;
    readonly expectation: number;
    readonly left: number;
    readonly coverage?: { readonly level: number; readonly file: string; readonly from: string };
    readonly mitigations: readonly Mention[];
  }[];
}

/** Defences of one kind, in order. */
export interface PriorityTableRanking {
  readonly kind: PriorityKind;
  readonly defences: readonly {
    readonly defence: Mention;
    readonly addressed: number;
    readonly effect: number;
    readonly order?: number;
    readonly marginal: number;
    readonly techniques: readonly LeftOver[];
    readonly analytics: readonly {
      readonly platforms: readonly string[];
      readonly logSources: readonly { readonly name: string }[];
    }[];
  }[];
  readonly unanswered: readonly LeftOver[];
}

interface LeftOver {
  readonly technique: Mention;
  readonly left: number;
}

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

/** Heads of {@link prioritiesCsv}. */
export const PRIORITY_HEADS = ['kind', ...HEADS] as const;

/** A row for each defence, kind by kind; several values of a cell are separated by `; `. */
export function prioritiesCsv({ rankings }: Pick<PrioritiesTable, 'rankings'>): string {
  return csv(
    PRIORITY_HEADS,
    rankings.flatMap((ranking) => rowsOf(ranking).map((row) => [ranking.kind, ...row])),
  );
}

/** The same as an Excel file: for each kind a sheet of defences and one of what nothing answers; what was taken off. */
export function prioritiesXlsx({ rankings, takenOff }: PrioritiesTable, marking?: string): Uint8Array {
  return writeWorkbook({
    marking,
    sheets: [
      ...rankings.flatMap((ranking) => [
        tableSheet(`${ranking.kind[0]?.toUpperCase() ?? ''}${ranking.kind.slice(1)}`, HEADS, rowsOf(ranking)),
        tableSheet(
          `Without ${ranking.kind}`,
          ['technique', 'name', 'expectation left'],
          ranking.unanswered.map(({ technique, left }) => [
            technique.label || technique.id,
            technique.name,
            rounded(left),
          ]),
        ),
      ]),
      tableSheet(
        'Taken off',
        ['technique', 'name', 'expectation', 'left', 'coverage', 'told of', 'file', 'mitigations'],
        takenOff.map(({ technique, expectation, left, coverage, mitigations }) => [
          technique.label || technique.id,
          technique.name,
          rounded(expectation),
          rounded(left),
          coverage === undefined ? undefined : rounded(coverage.level),
          coverage?.from,
          coverage === undefined ? undefined : fileName(coverage.file),
          mitigations.map(({ label, name }) => label || name).join('; '),
        ]),
      ),
    ],
  });
}

function rowsOf({ defences }: PriorityTableRanking): readonly (readonly CsvValue[])[] {
  return defences.map(({ defence, addressed, effect, order, marginal, techniques, analytics }) => [
    defence.label || defence.id,
    defence.name,
    rounded(effect),
    rounded(addressed),
    order,
    rounded(marginal),
    techniques.length,
    techniques.map(({ technique }) => technique.label || technique.name).join('; '),
    distinct(analytics.flatMap(({ platforms }) => platforms)).join('; '),
    distinct(analytics.flatMap(({ logSources }) => logSources.map(({ name }) => name))).join('; '),
  ]);
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted();
}
