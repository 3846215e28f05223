import { expect, test } from 'vitest';
import { coverageOf, type CoverageClaim } from '../../src/threat/index.ts';
import { groupTimeline } from '../../src/workbench/index.ts';
import { idOf, labelled, relationship } from '../support/fictional.ts';
import { DOOR, shoreDesk } from '../support/shore.ts';

const OLD_DOOR = idOf('attack-pattern', 80);
const desk = shoreDesk(
  labelled('attack-pattern', 80, 'T9080', 'Old Door', { revoked: true }),
  relationship(81, OLD_DOOR, 'revoked-by', DOOR),
);

/** Techniques of Heron that are not covered, and what is said of the coverage. */
function uncovered(...ids: readonly string[]) {
  const claims = ids.map((technique): CoverageClaim => ({
    technique,
    level: 1,
    kind: 'list',
    file: 'ours.txt',
  }));
  const {
    answer: { years },
    notes,
  } = groupTimeline(desk, 'G9001', { coverage: coverageOf(claims) });
  const open = years
    .flatMap(({ entries }) => entries)
    .filter(({ implications }) => implications.some(({ rule }) => rule === 'not-covered'))
    .map(({ technique }) => technique.label);
  return { open, notes };
}

test.for([
  { ids: [], open: ['T9001', 'T9002.002', 'T9002.001'] },
  { ids: ['T9001'], open: ['T9002.002', 'T9002.001'] },
  // A parent does not cover what is under it, nor an older id less than what became of it.
  { ids: ['T9002', 'T9080'], open: ['T9002.002', 'T9002.001'] },
])('covered by $ids: $open is not', ({ ids, open }) => {
  expect(uncovered(...ids)).toEqual({ open, notes: [] });
});

test('what leads nowhere counts for nothing, and is said', () => {
  const { open, notes } = uncovered('T9001', 'T1', 'T2', 'T3', 'T4', 'T5', 'T6');
  expect(open).toEqual(['T9002.002', 'T9002.001']);
  expect(notes).toEqual([
    'Ids of the coverage that lead to no technique in view count for nothing: T1, T2, T3, T4, T5, and 1 more.',
  ]);
});
