import { expect, test } from 'vitest';
import { expectationMatrix, usersMatrix } from '../../web/src/marks/expectation-matrix.ts';
import { printColumns } from '../../web/src/marks/group-matrix.ts';

const LABELS = Array.from({ length: 20 }, (_, index) => `T${index + 1}`);
const MATRIX = {
  tactics: [
    {
      label: 'TA1',
      shortName: 'boarding',
      name: 'Boarding',
      parents: 20,
      subtechniques: 0,
      techniques: LABELS,
    },
    { label: 'TA2', shortName: 'leaving', name: 'Leaving', parents: 0, subtechniques: 0, techniques: [] },
  ],
  techniques: LABELS.map((label) => ({ label, name: `Technique ${label}`, platforms: [] })),
};

test('the most expected of a tactic comes first, with what is covered on its edge; the others are counted', () => {
  const [boarding, leaving] = expectationMatrix(MATRIX, [
    {
      tactic: 'Boarding',
      techniques: LABELS.map((technique, index) => ({
        technique,
        level: index % 5,
        weight: (index + 1) / 40,
      })),
    },
  ]);
  expect(boarding?.cells).toHaveLength(18);
  expect(boarding?.rest?.map(({ id }) => id)).toEqual(['T2', 'T1']);
  expect(boarding?.cells[0]).toEqual({
    id: 'T20',
    name: 'Technique T20',
    fill: 'a5',
    count: '50',
    words: 'expected 50 of 100 · detection tested',
    gauge: 4,
    isGap: false,
  });
  expect(boarding?.counts).toBe('8 of 20');
  expect(leaving).toMatchObject({ cells: [], counts: '0 of 0' });
});

test('what no group uses is in no column, and every cell says of how many groups', () => {
  const [boarding] = usersMatrix(
    MATRIX,
    new Map([
      ['T3', 70],
      ['T1', 4],
      ['T9', 0],
    ]),
    172,
  );
  expect(boarding?.cells.map(({ id, fill, words }) => [id, fill, words])).toEqual([
    ['T3', 'a5', 'reported of 70 of 172 groups'],
    ['T1', 'a1', 'reported of 4 of 172 groups'],
  ]);
  expect(boarding?.counts).toBe('2 of 20');
});

test('prints of all groups and of one are drawn from the same numbers', () => {
  expect(
    printColumns([{ techniques: 6 }, { techniques: 1 }], { directByTactic: [2], derivedByTactic: [1, 1] }),
  ).toEqual([
    { reported: 2, derived: 1, all: 6 },
    { reported: 0, derived: 1, all: 1 },
  ]);
});
