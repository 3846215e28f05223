import type { ExpectAnswer, ExpectedPart, ExpectedTechnique } from '../../answers/index.ts';
import { sayNames } from '../../answers/index.ts';
import type { CsvValue, DataTable } from '../../render/index.ts';

/** What is to be expected as tables: techniques, what each group adds, tactics, groups, techniques elsewhere. Several values of a cell are separated by `; `. */
export function expectTables({ techniques, tactics, groups, elsewhere }: ExpectAnswer): readonly DataTable[] {
  return [
    {
      name: 'Techniques',
      heads: [
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
      ],
      rows: techniques.map(techniqueRow),
    },
    {
      name: 'Why',
      heads: [
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
      rows: techniques.flatMap((row) => row.parts.map((part) => partRow(row, part))),
    },
    {
      name: 'Tactics',
      heads: ['tactic', 'name', 'expectation', 'techniques', 'strongest groups', 'their share'],
      rows: tactics.map(({ tactic, expectation, techniques: number, strongest, explainedByFew }) => [
        tactic.label || tactic.id,
        tactic.name,
        rounded(expectation),
        number,
        sayNames(strongest, '; '),
        rounded(explainedByFew),
      ]),
    },
    {
      name: 'Groups',
      heads: ['group', 'name', 'rank', 'score', 'share'],
      rows: groups.map(({ group, rank, score, share }) => [
        group.label || group.id,
        group.name,
        rank,
        rounded(score),
        rounded(share),
      ]),
    },
    {
      name: 'Not on your platforms',
      heads: ['technique', 'name', 'platforms', 'expectation', 'used by'],
      rows: elsewhere.map(({ technique, platforms, expectation, usedBy }) => [
        technique.label || technique.id,
        technique.name,
        platforms.join('; '),
        rounded(expectation),
        usedBy,
      ]),
    },
  ];
}

function techniqueRow({ technique, parts, ...each }: ExpectedTechnique): readonly CsvValue[] {
  return [
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
  ];
}

function partRow({ technique }: ExpectedTechnique, part: ExpectedPart): readonly CsvValue[] {
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
