import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  readEntry,
  stateOf,
  visible,
  type Entry,
  type State,
} from '../../../src/sightings/clickhouse/ledger.ts';
import type { Batch } from '../../../src/sightings/index.ts';

const batch = (id: string, known: Partial<Batch> = {}): Batch => ({
  id,
  name: `${id}.csv`,
  format: 'csv',
  importedAt: `2026-06-0${id.length}T00:00:00Z`,
  rows: 10,
  sightings: 20,
  rejected: 0,
  first: '2026-01-01',
  last: '2026-01-31',
  ...known,
});

const begun = (load: string, at: number): Entry => ({ event: 'begun', load, at, holder: 'one' });

/** Imports, one of them again under another name, sums, a removal, one that was given up and one under way. */
const ENTRIES: readonly Entry[] = [
  begun('a-1', 1),
  { event: 'done', load: 'a-1', at: 2, number: 1, batch: batch('a'), positions: { rows: 3 } },
  begun('b-1', 2),
  // Nothing but what is new of it counts.
  {
    event: 'done',
    load: 'b-1',
    at: 2,
    number: 2,
    batch: batch('bb', { level: 'amber' }),
    rows: 'b-1-new',
    positions: { rows: 5, months: 1 },
  },
  begun('c-1', 3),
  { event: 'dropped', load: 'c-1', at: 3 },
  begun('c-2', 3),
  { event: 'done', load: 'c-2', at: 3, number: 3, batch: batch('ccc') },
  { event: 'done', load: 'sums', at: 3, number: 4, sums: [{ name: 's1', of: ['a-1', 'c-2'] }] },
  { event: 'done', load: 'remove', at: 3, number: 5, removed: ['a-1'], sums: [{ name: 's2', of: ['c-2'] }] },
  { event: 'done', load: 'a-2', at: 3, number: 6, batch: batch('a') },
  begun('d-1', 4),
];

function shown(state: State) {
  return {
    loads: state.loads.map(({ name }) => name),
    dead: [...state.dead.keys()].filter((name) => !name.startsWith('c-1-')).toSorted(),
    underWay: state.underWay.map(({ load }) => load),
    positions: Object.fromEntries(state.positions),
    number: state.number,
    all: visible(state, undefined),
    cleared: visible(state, 'green'),
  };
}

const SHOWN = {
  loads: ['a-2', 'b-1-new', 'c-2'],
  // Of the second import its rows as they came, what was given up, the first of what was removed, sums that others replaced.
  dead: ['a-1', 'b-1', 'c-1', 's1'],
  underWay: ['d-1'],
  positions: { rows: 5, months: 1 },
  number: 6,
  all: { rows: ['a-2', 'b-1-new', 'c-2'], months: ['s2', 'a-2', 'b-1-new'] },
  cleared: { rows: ['a-2', 'c-2'], months: ['s2', 'a-2'] },
};

test('what entries come to', () => {
  expect(shown(stateOf(ENTRIES))).toEqual(SHOWN);
});

test('servers give them in any order, and more than once', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...ENTRIES], { minLength: ENTRIES.length }),
      fc.subarray([...ENTRIES]),
      (all, again) => {
        expect(shown(stateOf([...all, ...again]))).toEqual(SHOWN);
      },
    ),
  );
});

test('of the same batch twice the first counts, until it is removed', () => {
  const twice: readonly Entry[] = [
    { event: 'done', load: 'a-1', at: 1, number: 1, batch: batch('a') },
    { event: 'done', load: 'a-2', at: 1, number: 1, batch: batch('a') },
  ];
  expect(stateOf(twice).loads.map(({ name }) => name)).toEqual(['a-1']);
});

test('an entry of another version is refused, not left out', () => {
  expect(readEntry('begun', 'x', '{"holder":"one"}', 1)).toMatchObject({ holder: 'one' });
  for (const [event, detail] of [
    ['merged', '{}'],
    ['done', '{"batch":{"id":7}}'],
    ['done', 'no JSON'],
  ] as const)
    expect(() => readEntry(event, 'x', detail, 1)).toThrow('S973');
});
