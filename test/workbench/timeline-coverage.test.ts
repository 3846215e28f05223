import { expect, test } from 'vitest';
import { groupTimeline } from '../../src/workbench/groups/timeline.ts';
import { covered } from '../support/coverage.ts';
import { idOf, labelled, relationship } from '../support/world/build.ts';
import { DOOR, SHORE } from '../support/world/cast.ts';
import { worldDesk } from '../support/world/desk.ts';

const OLD_DOOR = idOf('attack-pattern', 80);
const desk = worldDesk(
  [SHORE],
  labelled('attack-pattern', 80, 'T9080', 'Old Door', { revoked: true }),
  relationship(81, OLD_DOOR, 'revoked-by', DOOR),
);

/** Techniques of Heron that are not covered, and what is said of the coverage. */
function uncovered(...ids: readonly string[]) {
  const {
    answer: { years },
    notes,
  } = groupTimeline(desk, 'G0911', { coverage: covered(desk, ...ids.map((technique) => ({ technique }))) });
  const open = years
    .flatMap(({ entries }) => entries)
    .filter(({ implications }) => implications.some(({ rule }) => rule === 'not-covered'))
    .map(({ technique }) => technique.label);
  return { open, notes };
}

test.for([
  { ids: [], open: ['T9011', 'T9012.002', 'T9012.001'] },
  { ids: ['T9011'], open: ['T9012.002', 'T9012.001'] },
  // A parent does not cover what is under it, nor an older id less than what became of it.
  { ids: ['T9012', 'T9080'], open: ['T9012.002', 'T9012.001'] },
])('covered by $ids: $open is not', ({ ids, open }) => {
  expect(uncovered(...ids)).toEqual({ open, notes: [] });
});

test('what leads nowhere counts for nothing, and is said', () => {
  const { open, notes } = uncovered('T9011', 'T1', 'T2', 'T3', 'T4', 'T5', 'T6');
  expect(open).toEqual(['T9012.002', 'T9012.001']);
  expect(notes).toEqual([
    'Ids of the coverage that lead to no technique in view count for nothing: T1, T2, T3, T4, T5, and 1 more.',
  ]);
});
