import { errorOf, type MarkingLevel } from '../../facts/index.ts';
import { SIGHTINGS_ISSUES, type Batch, type SightingsKind } from '../../sightings/index.ts';
import { defined } from '../../text/index.ts';
import type { Change } from '../journal/change.ts';
import { isRecording, noteChanges } from '../journal/recording.ts';
import { keepAside } from './batches-aside.ts';
import type { Home } from '../home.ts';

/**
 * Takes batches of sightings out.
 *
 * @param asked what each is called: the beginning of its id, or its name
 * @param clearance only batches that somebody cleared so far sees; default all
 * @throws FoeprintError S908 where one is not there, or several are called so: then none is taken out
 */
export async function removeSightings(
  home: Home,
  asked: readonly string[],
  kind: SightingsKind,
  clearance?: MarkingLevel,
): Promise<readonly Batch[]> {
  const store = await home.sightings(kind);
  const batches = await store.clearedTo(clearance).batches();
  const named = [...new Set(asked.map((name) => batchNamed(batches, name)))];
  const changes: Change[] = [];
  // Without an entry in the journal nothing can be undone.
  if (isRecording())
    for (const batch of named) {
      const { id, level } = batch;
      const isKept = await keepAside(store, batch, home.paths.undo);
      changes.push({
        kind: 'batch',
        store: kind,
        id,
        isIn: false,
        ...defined({ level }),
        ...(isKept ? {} : { isPurged: true }),
      });
    }
  await noteChanges(changes);
  return await store.remove(named.map(({ id }) => id));
}

function batchNamed(batches: readonly Batch[], asked: string): Batch {
  const found = batches.filter(({ id, name }) => name === asked || (asked !== '' && id.startsWith(asked)));
  const [batch] = found;
  if (batch !== undefined && found.length === 1) return batch;
  const many = found.length === 0 ? 'No batch is' : `${found.length} batches are`;
  throw errorOf(SIGHTINGS_ISSUES.unknownBatch, `${many} called “${asked}”.`);
}
