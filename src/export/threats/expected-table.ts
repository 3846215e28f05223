import type { ExpectedAnswer, ExpectedPartRow, ExpectedRow } from '../../analysis/index.ts';
import { csv, tableSheet, writeWorkbook } from '../../render/index.ts';
import type { CsvValue } from '../../render/index.ts';
import { sayNames } from '../../answers/index.ts';

/** Heads of {@link expectedRows}. */
export const EXPECTED_HEADS = [
  'technique',
  'name',
  'tactics',
  'expectation',
  'used by',
  'users in view',
  'rarity',
  'characteristic',
  'explained by three groups',
  'platforms',
  'groups',
  'citation',
  'address',
  'sentence',
] as const;

/** A row for each expected technique, in order; several values of a cell are separated by `; `. */
export function expectedRows({ techniques }: ExpectedAnswer): readonly (readonly CsvValue[])[] {
  return techniques.map(({ technique, parts, ...each }) => [
    technique.label || technique.id,
    technique.name,
    sayNames(each.tactics, '; '),
    rounded(each.expectation),
    each.usedBy,
    each.users,
    rounded(each.rarity),
    rounded(each.characteristic),
    rounded(each.explainedByFew),
    each.platforms.join('; '),
    parts.map(({ group }) => group.label || group.name).join('; '),
    parts[0]?.why.citation?.name,
    parts[0]?.why.citation?.url,
    parts[0]?.why.sentence,
  ]);
}

/** Expected techniques as CSV. */
export function expectedCsv(answer: ExpectedAnswer): string {
  return csv(EXPECTED_HEADS, expectedRows(answer));
}

/** What is to be expected as an Excel file: techniques, what each group adds, tactics, groups, techniques elsewhere. */
export function expectedXlsx(answer: ExpectedAnswer, marking?: string): Uint8Array {
  return writeWorkbook({
    marking,
    sheets: [
      tableSheet('Techniques', EXPECTED_HEADS, expectedRows(answer)),
      tableSheet(
        'Why',
        [
          'technique',
          'name',
          'group',
          'share',
          'use',
          'credibility',
          'recency',
          'recency weight',
          'adds',
          'through',
          'first evidence',
          'last evidence',
          'citation',
          'address',
          'sentence',
        ],
        answer.techniques.flatMap((row) => row.parts.map((part) => partRow(row, part))),
      ),
      tableSheet(
        'Tactics',
        ['tactic', 'name', 'expectation', 'techniques', 'strongest groups', 'their share'],
        answer.tactics.map(({ tactic, expectation, techniques, strongest, explainedByFew }) => [
          tactic.label || tactic.id,
          tactic.name,
          rounded(expectation),
          techniques,
          sayNames(strongest, '; '),
          rounded(explainedByFew),
        ]),
      ),
      tableSheet(
        'Groups',
        ['group', 'name', 'rank', 'score', 'share'],
        answer.groups.map(({ group, rank, score, share }) => [
          group.label || group.id,
          group.name,
          rank,
          rounded(score),
          rounded(share),
        ]),
      ),
      tableSheet(
        'Not on your platforms',
        ['technique', 'name', 'platforms', 'expectation', 'used by'],
        answer.elsewhere.map(({ technique, platforms, expectation, usedBy }) => [
          technique.label || technique.id,
          technique.name,
          platforms.join('; '),
          rounded(expectation),
          usedBy,
        ]),
      ),
    ],
  });
}

function partRow({ technique }: ExpectedRow, part: ExpectedPartRow): readonly CsvValue[] {
  return [
    technique.label || technique.id,
    technique.name,
    part.group.label || part.group.name,
    rounded(part.share),
    part.use,
    part.credibility,
    part.recency,
    part.recencyWeight,
    rounded(part.contribution),
    sayNames(part.through, '; '),
    part.why.first?.date,
    part.why.last?.date,
    part.why.citation?.name,
    part.why.citation?.url,
    part.why.sentence,
  ];
}

/** Six decimals: more are noise, fewer would not add up. */
export function rounded(value: number): number {
  return Number(value.toFixed(6));
}
