import { openHome } from '../../src/library/index.ts';
import type { HeldBatch } from '../../src/sightings/index.ts';
import { staged } from '../contract/sightings/stores.ts';

/** Gives a home sightings, as if it had imported and also made them up. */
export async function importInto(home: string, ...held: readonly HeldBatch[]): Promise<void> {
  const opened = await openHome({ home });
  for (const kind of ['imported', 'synthetic'] as const) {
    const store = await opened.sightings(kind);
    for (const one of held) await store.commit(await staged(await store.place.engine(), one));
  }
  await opened.close();
}
