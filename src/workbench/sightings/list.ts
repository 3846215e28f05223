import type { SightingsListAnswer } from '../../answers/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import { strictestLevel } from '../../facts/index.ts';
import { sum } from '../../text/index.ts';
import type { Answered } from '../use-case.ts';

/** The batches that were imported. No sighting is read. */
export async function listSightings(
  { sightings }: Knowledge['loaded'],
  { synthetic }: { readonly synthetic: boolean },
): Promise<Answered<SightingsListAnswer>> {
  const store = await sightings(synthetic ? 'synthetic' : 'imported');
  const batches = (await store?.batches()) ?? [];
  return {
    answer: {
      synthetic,
      ...(store === undefined ? {} : { engine: store.engine }),
      batches,
      rows: sum(batches.map(({ rows }) => rows)),
      sightings: sum(batches.map((batch) => batch.sightings)),
    },
    level: strictestLevel(batches.map(({ level }) => level)),
  };
}
