import { errorOf } from '../../facts/index.ts';
import { SIGHTINGS_ISSUES } from '../issues.ts';
import type { Cluster, Survey } from './cluster.ts';
import type { Detail, Entry, State } from './ledger.ts';

/** Who changes the sightings of a cluster. */
export interface Writer {
  readonly cluster: Cluster;
  /** The same for all that wait for each other already: what they broke off is not waited for. */
  readonly holder: string;
}

/** A change under way. */
export interface Change {
  /** What is written bears names made of it. */
  readonly name: string;
  readonly cluster: Cluster;
  readonly state: State;
  /** When that was, in seconds of the cluster's clock. */
  readonly now: number;
  /** Says in the ledger that it is still going on. */
  readonly goOn: () => Promise<void>;
}

/**
 * Changes the sightings of a cluster in one moment: what is written bears a name of its own, which counts from the entry in the ledger
 * on. Whoever begins says so first and looks then: of two who begin at once, one at least sees the other, and gives up.
 *
 * @param name of what is written
 * @param work undefined where there is nothing to change
 * @returns whether something was changed
 * @throws FoeprintError S970 where another holder is changing it
 */
export async function change(
  { cluster, holder }: Writer,
  name: string,
  work: (change: Change) => Promise<Detail | undefined>,
): Promise<boolean> {
  await cluster.settled();
  const goOn = async (): Promise<void> => await cluster.write('begun', name, { holder });
  await goOn();
  let detail: Detail | undefined;
  try {
    const survey = await cluster.settled();
    const other = otherIn(survey, holder);
    if (other !== undefined)
      throw errorOf(
        SIGHTINGS_ISSUES.importUnderWay,
        `${other.holder} has been writing since ${new Date(other.at * 1000).toISOString()}.`,
      );
    const { state, now } = survey;
    const changed = await work({ name, cluster, state, now, goOn });
    if (changed !== undefined) {
      const { positions, survey: latest } = await caughtUp(cluster);
      refuseForgotten(latest, name);
      detail = { ...changed, number: state.number + 1, positions };
    }
  } catch (error) {
    await cluster.write('dropped', name, {}).catch(() => undefined);
    throw error;
  }
  if (detail === undefined) {
    await cluster.write('dropped', name, {});
    return false;
  }
  await cluster.write('done', name, detail);
  // Whoever asks any server from now on has it; and where one is slow, who asks it waits.
  await cluster
    .settled(({ state }) => state.underWay.every(({ load }) => load !== name))
    .catch(() => undefined);
  return true;
}

/** @throws FoeprintError S970 where it took so long that others no longer wait, and may have removed what was written */
function refuseForgotten({ state, now }: Survey, name: string): void {
  const own = state.underWay.find(({ load }) => load === name);
  if (own === undefined || own.at <= now - FORGOTTEN_AFTER)
    throw errorOf(SIGHTINGS_ISSUES.importUnderWay, 'It took so long that others no longer wait for it.');
}

function otherIn({ state, now }: Survey, holder: string): Entry | undefined {
  return state.underWay.find((entry) => entry.holder !== holder && entry.at > now - FORGOTTEN_AFTER);
}

/** What has not gone on for so long is no longer waited for, in seconds. */
export const FORGOTTEN_AFTER = 3600;

/**
 * Waits until every server that answers has what was written by now.
 *
 * @returns the last look at them, and how far the logs of all tables were at the first
 */
export async function caughtUp(
  cluster: Cluster,
): Promise<{ readonly survey: Survey; readonly positions: Readonly<Record<string, number>> }> {
  const { replicas, now } = await cluster.survey();
  const newest = new Map<string, number>();
  for (const replica of replicas)
    newest.set(replica.path, Math.max(replica.newest, newest.get(replica.path) ?? 0));
  const survey = await cluster.settled((latest) =>
    latest.replicas.every(
      ({ path, taken, waitsFor }) => taken > (newest.get(path) ?? -1) && (waitsFor === 0 || waitsFor > now),
    ),
  );
  const positions = Object.fromEntries([...newest].filter(([path]) => !path.endsWith('/ledger')));
  return { survey, positions };
}

/** A name that nothing bore before. */
export function newName(start: string): string {
  return `${start}-${crypto.randomUUID().slice(0, 8)}`;
}
