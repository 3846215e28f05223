import { errorOf } from '../../facts/index.ts';
import { SIGHTINGS_ISSUES } from '../issues.ts';
import type { Batch } from '../sighting.ts';
import { addUp, SUMS_OF } from './add-up.ts';
import { change, newName, type Change, type Writer } from './change.ts';
import { rowsOf, sumsOf, type Sums } from './ledger.ts';

/**
 * Removes batches, in one moment: their rows no longer count. They leave the tables when the store is made compact.
 *
 * @param ids whole ids of batches
 * @throws FoeprintError S908 where one is not there; S962 to S970
 */
export async function remove(writer: Writer, ids: readonly string[]): Promise<readonly Batch[]> {
  let removed: readonly Batch[] = [];
  await change(writer, newName('remove'), async (begun) => {
    const { loads, sums } = begun.state;
    const gone = ids.map((id) => {
      const load = loads.find(({ batch }) => batch.id === id);
      if (load === undefined) throw errorOf(SIGHTINGS_ISSUES.unknownBatch, `There is no batch \`${id}\`.`);
      return load;
    });
    removed = gone.map(({ batch }) => batch);
    const names = gone.map(({ name }) => name);
    if (gone.length === 0) return undefined;
    const left: (Sums | undefined)[] = [];
    for (const sum of sums) left.push(await without(begun, sum, names));
    return { removed: names, sums: left.filter((sum) => sum !== undefined) };
  });
  return removed;
}

/** Sums from which what some loads brought is taken away; undefined where nothing is left. */
async function without(
  { name: changeName, cluster, state }: Change,
  sum: Sums,
  gone: readonly string[],
): Promise<Sums | undefined> {
  const lost = sum.of.filter((name) => gone.includes(name));
  if (lost.length === 0) return sum;
  const of = sum.of.filter((name) => !gone.includes(name));
  if (of.length === 0) return undefined;
  const name = sumsOf(changeName, sum.level);
  const { database } = cluster.address;
  await addUp(cluster, name, rowsOf(state, of), [
    SUMS_OF.sums(database, [sum.name]),
    SUMS_OF.rows(database, lost, '-'),
  ]);
  return { ...sum, name, of };
}
