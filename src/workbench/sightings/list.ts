import type { SightingsListAnswer } from '../../answers/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import { strictestLevel } from '../../facts/index.ts';
import { defined, sum } from '../../text/index.ts';
import type { Answered } from '../use-case.ts';

/**
 * The batches that were imported. No sighting is read, but where all of them are to be looked at.
 *
 * @throws FoeprintError S907, S978 where one is missing, or not as it was stored
 */
export async function listSightings(
  { sightings }: Knowledge['loaded'],
  { synthetic, verify }: { readonly synthetic: boolean; readonly verify: boolean },
): Promise<Answered<SightingsListAnswer>> {
  const store = await sightings(synthetic ? 'synthetic' : 'imported');
  const batches = (await store?.batches()) ?? [];
  const checked = verify ? await store?.check() : undefined;
  return {
    answer: {
      synthetic,
      ...(store === undefined ? {} : { engine: store.engine }),
      batches,
      rows: sum(batches.map(({ rows }) => rows)),
      sightings: sum(batches.map((batch) => batch.sightings)),
      ...defined({ checked }),
    },
    level: strictestLevel(batches.map(({ level }) => level)),
  };
}
