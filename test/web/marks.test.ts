import { describe, expect, test } from 'vitest';
import type { DomainMatrix, ProfiledTechnique } from '../../web/src/api/answers.ts';
import { coverageMatrix } from '../../web/src/marks/defence/coverage-matrix.ts';
import { sayStandings } from '../../web/src/marks/defence/emulation.ts';
import { stageParts } from '../../web/src/marks/defence/stages.ts';
import { textAt } from '../../web/src/marks/text-place.ts';
import { curveBars } from '../../web/src/marks/defence/curve.ts';
import { groupMatrix, printOf } from '../../web/src/marks/group-matrix.ts';
import { printPaths } from '../../web/src/marks/print.ts';
import { likenessStep, publisherStep, waysStep, yearStep } from '../../web/src/marks/steps.ts';

const MATRIX: Pick<DomainMatrix, 'tactics' | 'techniques'> = {
  tactics: [
    {
      label: 'TA1',
      shortName: 'boarding',
      name: 'Boarding',
      parents: 4,
      subtechniques: 2,
      techniques: ['T1', 'T1.001', 'T1.002', 'T2', 'T3', 'T4'],
    },
    {
      label: 'TA2',
      shortName: 'leaving',
      name: 'Leaving',
      parents: 1,
      subtechniques: 0,
      techniques: ['T4'],
    },
  ],
  techniques: [
    { label: 'T1', name: 'Ladder', platforms: [] },
    { label: 'T1.001', name: 'Rope ladder', parent: 'T1', platforms: [] },
    { label: 'T1.002', name: 'Step ladder', parent: 'T1', platforms: [] },
    { label: 'T2', name: 'Gangway', platforms: [] },
    { label: 'T3', name: 'Swimming', platforms: [] },
    { label: 'T4', name: 'Anchor', platforms: [] },
  ],
};

const USES = [
  use('T1.002', 'derived', ['Ferry']),
  use('T2', 'direct', [], ['one.example', 'two.example'], '2023-05'),
  use('T4', 'derived', ['Ferry', 'Tug', 'Barge', 'Raft']),
];
const OPTIONS = { shade: 'sources', derived: true, asOf: '2024-06-01' } as const;

test('what is reported comes first, then what is derived, then what only sub-techniques have; the rest is kept', () => {
  const [boarding, leaving] = groupMatrix(MATRIX, USES, OPTIONS);
  expect(boarding?.cells.map(({ id, fill, count }) => [id, fill, count])).toEqual([
    ['T2', 'a2', '2'],
    ['T4', 'h2', '4'],
    ['T1', 'subs-only', undefined],
  ]);
  expect(boarding?.rest?.map(({ id }) => id)).toEqual(['T3']);
  expect(boarding?.counts).toBe('1 rep. · 2 der.');
  expect(leaving?.counts).toBe('0 rep. · 1 der.');
});

test('a technique that is used through sub-techniques alone takes no value of theirs', () => {
  const cell = groupMatrix(MATRIX, USES, OPTIONS)[0]?.cells.find(({ id }) => id === 'T1');
  expect(cell).toMatchObject({ subs: ['none', 'derived'], words: 'only through 1 of its 2 sub-techniques' });
  expect(cell?.count).toBeUndefined();
  expect(cell?.children?.map(({ id, fill }) => [id, fill])).toEqual([
    ['T1.001', 'none'],
    ['T1.002', 'h1'],
  ]);
});

test('without what rules derive, only what is reported is left', () => {
  const [boarding] = groupMatrix(MATRIX, USES, { ...OPTIONS, derived: false });
  expect(boarding?.cells.map(({ id }) => id)).toEqual(['T2']);
  expect(boarding?.counts).toBe('1 rep.');
});

test('cells say in words how a use is known', () => {
  const words = new Map(groupMatrix(MATRIX, USES, OPTIONS)[0]?.cells.map((cell) => [cell.id, cell.words]));
  expect(words.get('T2')).toBe('reported of the group itself by 2 publishers, newest 2023-05');
  expect(words.get('T4')).toBe(
    'follows from Ferry, Tug, Barge and 1 more; no source reports it of the group itself',
  );
});

test('coverage is the second channel, and what has none to speak of is a gap', () => {
  const coverage = new Map([['T2', 3] as const]);
  const [boarding] = groupMatrix(MATRIX, USES, { ...OPTIONS, coverage });
  expect(boarding?.cells.map(({ id, gauge, isGap }) => [id, gauge, isGap])).toEqual([
    ['T2', 3, false],
    ['T4', undefined, true],
    ['T1', undefined, false],
  ]);
});

test('the printed number is what the fill stands for', () => {
  const shaded = groupMatrix(MATRIX, USES, { ...OPTIONS, shade: 'newest' })[0]?.cells[0];
  expect(shaded).toMatchObject({ id: 'T2', count: '2023', fill: 'a5' });
});

test.for([
  [[1, 2, 3, 4, 5, 6, 40], publisherStep, ['a1', 'a2', 'a3', 'a4', 'a4', 'a5', 'a5']],
  [[1, 3, 4, 9, 10, 99], waysStep, ['h1', 'h1', 'h2', 'h2', 'h3', 'h3']],
  [[0.04, 0.05, 0.15, 0.45, 1], likenessStep, [0, 1, 2, 5, 5]],
  [[2026, 2025, 2024, 2022, 2019, 2001], (year: number) => yearStep(year, 2026), [5, 5, 4, 3, 2, 1]],
] as const)('steps of %o are fixed', ([values, stepOf, steps]) => {
  expect(values.map((value) => stepOf(value))).toEqual(steps);
});

test('a print counts sub-techniques, and is as high as the root of their share', () => {
  expect(printOf(MATRIX, USES)).toEqual([
    { reported: 1, derived: 2, all: 6 },
    { reported: 0, derived: 1, all: 1 },
  ]);
  const { reported, derived } = printPaths([{ reported: 1, derived: 3, all: 16 }], 9, 40);
  expect(reported).toBe('M0 30h9V40h-9z');
  expect(derived).toBe('M0 20h9V40h-9z');
});

test('nothing of nothing is a foot without a bar', () => {
  expect(printPaths([{ reported: 0, derived: 0, all: 0 }], 9, 40)).toMatchObject({
    reported: '',
    derived: '',
  });
  expect(printPaths([], 9, 40)).toEqual({ feet: '', reported: '', derived: '' });
});

function use(
  label: string,
  kind: 'direct' | 'derived',
  through: readonly string[],
  publishers: readonly string[] = [],
  last?: string,
): Pick<ProfiledTechnique, 'technique' | 'use' | 'through' | 'publishers' | 'last' | 'score' | 'status'> {
  const mention = (name: string) => ({ id: name, type: 'x', name, label: name });
  return {
    technique: mention(label),
    use: kind,
    through: through.map(mention),
    publishers,
    score: 60,
    status: 'confirmed',
    ...(last === undefined ? {} : { last: { date: last, precision: 'month', kind: 'published', by: 'x' } }),
  };
}

describe('a matrix of coverage', () => {
  const matrix = {
    tactics: [
      {
        label: 'TA1',
        shortName: 'one',
        name: 'One',
        parents: 2,
        subtechniques: 2,
        techniques: ['T1', 'T1.001', 'T1.002', 'T2'],
      },
      { label: 'TA2', shortName: 'two', name: 'Two', parents: 0, subtechniques: 0, techniques: [] },
    ],
    techniques: [
      { label: 'T1', name: 'First', platforms: [] },
      { label: 'T1.001', name: 'Part', parent: 'T1', platforms: [] },
      { label: 'T1.002', name: 'Other part', parent: 'T1', platforms: [] },
      { label: 'T2', name: 'Second', platforms: [] },
    ],
  };
  const column = (...techniques: { technique: string; name: string; level: number; weight: number }[]) => [
    { domain: 'enterprise-attack', tactic: 'One', techniques },
  ];

  test('has what counts most first, levels as fill and weight on the edge', () => {
    const [one, two] = coverageMatrix(
      matrix,
      column(
        { technique: 'T2', name: 'Second', level: 3, weight: 0.2 },
        { technique: 'T1', name: 'First', level: 1, weight: 0.5 },
      ),
      { weightOf: 'expectation', enough: 3 },
    );
    expect(one?.cells).toMatchObject([
      {
        id: 'T1',
        fill: 'd1',
        count: '1',
        gauge: 4,
        isGap: true,
        words: 'logs, no rule · expected 50 of 100',
      },
      { id: 'T2', fill: 'd3', count: '3', gauge: 2, isGap: false },
    ]);
    expect([one?.counts, two?.counts]).toEqual(['1 of 2 covered', '–']);
  });

  test('gives a technique that is looked at only by sub-techniques no level of theirs', () => {
    const [one] = coverageMatrix(
      matrix,
      column({ technique: 'T1.001', name: 'Part', level: 4, weight: 0.5 }),
      { weightOf: 'groups', enough: 3 },
    );
    expect(one?.cells).toMatchObject([
      { id: 'T1', fill: 'subs-only', subs: ['reported', 'none'], children: [{ id: 'T1.001', fill: 'd4' }] },
    ]);
    expect(one?.cells[0]).not.toHaveProperty('count');
  });
});

test('a curve rises in bars within its box, and those that are chosen are marked', () => {
  const bars = curveBars([0.2, 0.5, 0.5], 2, { width: 300, height: 100, foot: 20 });
  expect(bars.map(({ isChosen }) => isChosen)).toEqual([true, true, false]);
  for (const { x, y, width, height } of bars) {
    expect(Math.min(x, y, width, height)).toBeGreaterThanOrEqual(0);
    expect([x + width <= 300, Math.round(y + height)]).toEqual([true, 80]);
  }
  expect(bars[1]?.height).toBeGreaterThan(bars[0]?.height ?? 0);
});

test('a place in a text is the word that stands there; at its end, a space to carry the mark', () => {
  const text = 'uses(G, T),\nbrok(G)';
  expect(textAt(text, 2, 1)).toEqual({ before: 'uses(G, T),\n', at: 'brok', after: '(G)' });
  expect(textAt(text, 2, 8)).toEqual({ before: text, at: ' ', after: '' });
  expect(textAt('', 9, 9)).toEqual({ before: '', at: ' ', after: '' });
});

test('stages of coverage are shares of what counts', () => {
  const parts = stageParts({
    weight: 4,
    byStage: { none: 1, deployed: 2 },
    weightByStage: { none: 1, deployed: 3 },
  });
  expect(parts.map(({ share }) => share)).toEqual([0.25, 0, 0, 0.75, 0]);
  expect(stageParts({ weight: 0, byStage: {}, weightByStage: {} }).every(({ share }) => share === 0)).toBe(
    true,
  );
});

test('steps that no test does are counted by why', () => {
  expect(sayStandings({ executable: 3 })).toBe('');
  expect(sayStandings({ executable: 3, 'no-test': 2, 'manual-only': 1 })).toBe(
    ' Of the others, 2 steps: no test does it and 1 step: only by hand.',
  );
});
