import { expect, test } from 'vitest';
import type { CompareAnswer } from '../../src/answers/index.ts';
import { compareMatrix, overlapByTactic } from '../../web/src/marks/groups/compare-matrix.ts';

type Comparison = CompareAnswer;
type Use = Comparison['tactics'][number]['techniques'][number]['uses'][number];

function thing(label: string, name = label) {
  return { id: `attack-pattern--${label}`, type: 'attack-pattern', name, label };
}

function technique(
  label: string,
  uses: readonly Use[],
  subs: Readonly<Record<string, readonly Use[]>> = {},
): Comparison['tactics'][number]['techniques'][number] {
  const subtechniques = Object.entries(subs).map(([sub, each]) => ({
    technique: thing(sub),
    uses: each,
    groups: each.filter((use) => use !== 'none').length,
  }));
  const together = uses.map((use, group) =>
    [use, ...subtechniques.map((sub) => sub.uses[group])].some((each) => each !== 'none'),
  );
  return {
    technique: thing(label),
    uses,
    using: uses.filter((use) => use !== 'none').length,
    groups: together.filter(Boolean).length,
    exactGroups: 0,
    subtechniques,
  };
}

const COMPARISON: Comparison = {
  groups: ['Fox', 'Owl', 'Elk'].map((name) => ({ group: thing(name), techniques: 3 })),
  derived: true,
  tactics: [
    {
      tactic: thing('TA1', 'First'),
      techniques: [
        technique('T1', ['derived', 'derived', 'none']),
        technique('T2', ['none', 'none', 'none'], {
          'T2.001': ['direct', 'none', 'none'],
          'T2.002': ['none', 'direct', 'derived'],
        }),
        technique('T3', ['direct', 'none', 'none']),
      ],
    },
  ],
  sharedBy: [],
  unique: [],
  pairs: [],
  rolledUpPairs: [],
};

const idsOf = (cells: readonly { readonly id: string }[] = []): readonly string[] =>
  cells.map(({ id }) => id);

test('what most groups are reported to use stands first, what one has alone at the end', () => {
  const [column] = compareMatrix(COMPARISON, { min: 2 });
  expect(idsOf(column?.cells)).toEqual(['T2', 'T1']);
  expect(idsOf(column?.rest)).toEqual(['T3']);
  expect(column?.counts).toBe('1 of 3 in all');
});

test('a cell says who: solid where reported, half where derived, through sub-techniques, too', () => {
  const [both, derived] = compareMatrix(COMPARISON, { min: 2 })[0]?.cells ?? [];
  expect([both?.fill, both?.count, both?.slots]).toEqual(['a2', '3', ['reported', 'reported', 'derived']]);
  expect(both?.words).toBe('Fox reported, Owl reported, Elk derived · only through 2 sub-techniques');
  expect(both?.children?.map(({ slots }) => slots)).toEqual([
    ['reported', 'none', 'none'],
    ['none', 'reported', 'derived'],
  ]);
  expect([derived?.fill, derived?.count]).toEqual(['h2', '2']);
});

test('what one group has alone, and what is a gap', () => {
  const coverage = new Map([['T3', 3 as const]]);
  const [column] = compareMatrix(COMPARISON, { min: 2, isOneOnly: true, coverage });
  expect(column?.cells.map(({ id, gauge, isGap }) => [id, gauge, isGap])).toEqual([['T3', 3, false]]);
  expect(column?.rest?.map(({ gauge, isGap }) => [gauge, isGap])).toEqual([
    [0, true],
    [0, true],
  ]);
});

test('overlap by tactic counts sub-techniques apart, and a technique that only they stand for not at all', () => {
  expect(overlapByTactic(COMPARISON)).toEqual([{ id: 'TA1', name: 'First', by: [0, 2, 2], all: 4 }]);
});
