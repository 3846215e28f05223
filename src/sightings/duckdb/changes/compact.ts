import { changed, newRollUp, newRowFile, soundRows, type Change } from './change.ts';
import { deepDamageOf } from '../state/damage.ts';
import { readManifest, type Manifest, type RollUp, type RowFile } from '../state/manifest.ts';
import type { StorePlace } from '../state/store-place.ts';

/** What a compaction found and left. */
export interface Compacted {
  readonly filesBefore: number;
  readonly filesAfter: number;
  /** Months that were added up anew. */
  readonly addedUp: number;
}

/** A file of so many rows is not joined with others: it would gain nothing, and take long to sort. */
const LARGE = 20_000_000;

/** Files of one month that bear one marking. */
type Part = Pick<RowFile, 'month' | 'level'>;

/**
 * Joins small files of each month and adds the month up, so that what follows is answered faster. Every month is a change of its own:
 * what was done stays where the rest is broken off, and imports wait for one month only.
 *
 * @throws FoeprintError S907 where a file is damaged
 */
export async function compact(place: StorePlace): Promise<Compacted> {
  const before = await readManifest(place.folder);
  const parts = new Map(
    before.files.map(({ month, level }) => [`${month} ${level ?? ''}`, { month, level }]),
  );
  let addedUp = 0;
  for (const part of parts.values())
    await changed(place, async (change) => {
      const next = await compacted(change, part);
      if (next !== undefined) addedUp += 1;
      return next;
    });
  return {
    filesBefore: before.files.length,
    filesAfter: (await readManifest(place.folder)).files.length,
    addedUp,
  };
}

async function compacted(change: Change, part: Part): Promise<Omit<Manifest, 'generation'> | undefined> {
  const { state } = change;
  const isOfPart = ({ month, level }: Part): boolean => month === part.month && level === part.level;
  const files = state.files.filter(isOfPart);
  const small = files.filter(({ rows }) => rows < LARGE);
  const isJoined = small.length < 2;
  if (files.length === 0 || (isJoined && (await isAddedUp(change, files, state.rollUps.filter(isOfPart)))))
    return undefined;
  const large = files.filter(({ rows }) => rows >= LARGE);
  const joined = isJoined ? files : [...large, await joinedFile(change, part, small)];
  return {
    batches: state.batches,
    files: [...state.files.filter((file) => !isOfPart(file)), ...joined],
    rollUps: [
      ...state.rollUps.filter((rollUp) => !isOfPart(rollUp)),
      await newRollUp(change, part.month, part.level, joined),
    ],
  };
}

async function joinedFile(change: Change, part: Part, files: readonly RowFile[]): Promise<RowFile> {
  const batches = [...new Set(files.flatMap((file) => file.batches))];
  return await newRowFile(change, await soundRows(change, files), { ...part, batches });
}

async function isAddedUp(
  { store }: Change,
  files: readonly RowFile[],
  rollUps: readonly RollUp[],
): Promise<boolean> {
  const [rollUp] = rollUps;
  return (
    rollUp !== undefined &&
    rollUps.length === 1 &&
    files.every(({ path }) => rollUp.of.includes(path)) &&
    (await deepDamageOf(store, rollUp)) === undefined
  );
}
