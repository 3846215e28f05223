import type { KeptSightings } from '../../../../src/home/sightings/kept-sightings.ts';
import { batchOf, imported } from '../support.ts';

const FIRST = batchOf('first.csv', ['2026-01-05 T1105 1', '2026-01-06 T1059 2', '2026-02-01 T1105 3']);
const SECOND = batchOf('second.csv', ['2026-01-07 T1059 4', '2026-02-02 T1105 5']);
/** Overlaps both of them. */
const THIRD = batchOf('third.csv', ['2026-01-07 T1059 4', '2026-02-03 T1059 6', '2026-03-01 T1105 7']);

/** A store of which some has been added up. */
export async function prepare(store: KeptSightings): Promise<void> {
  await imported(store, FIRST);
  await store.compact();
  await imported(store, SECOND);
}

/** What is done to it, and may be broken off anywhere. */
export const CHANGES: Readonly<Record<string, (store: KeptSightings) => Promise<unknown>>> = {
  import: async (store) => await imported(store, THIRD),
  compact: async (store) => await store.compact(),
  remove: async (store) => {
    const known = (await store.batches()).some(({ id }) => id === FIRST.batch.id);
    if (known) await store.remove([FIRST.batch.id]);
  },
};
