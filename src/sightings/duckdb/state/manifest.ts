import { link, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { errorOf, MARKING_LEVELS } from '../../../facts/index.ts';
import { parsedJson, systemReason } from '../../../text/index.ts';
import { SIGHTINGS_ISSUES } from '../../issues.ts';
import type { Batch } from '../../sighting.ts';
import { STORED_BATCH } from '../../stored-batch.ts';
import { makeSafeFolder, reasonOf, syncFolder, writeSynced } from './disk.ts';

const Level = z.enum(MARKING_LEVELS);
const Count = z.int().check(z.nonnegative());

const StoredFile = z.object({
  /** Relative to the store, with `/`. */
  path: z.string(),
  month: z.string(),
  rows: Count,
  bytes: Count,
  sha256: z.string(),
  /** Marking of all its rows: batches of different markings are never in one file. */
  level: z.optional(Level),
});

const Manifest = z.object({
  version: z.literal(1),
  batches: z.array(STORED_BATCH),
  files: z.array(
    z.extend(StoredFile, {
      /** Ids of the batches that have rows in it. */
      batches: z.readonly(z.array(z.string())),
    }),
  ),
  rollUps: z.array(
    z.extend(StoredFile, {
      /** Paths of the files that it adds up: all rows of them, and no others. */
      of: z.readonly(z.array(z.string())),
    }),
  ),
});

/** A file of sightings, or of their sums by month. */
export type StoredFile = Readonly<z.infer<typeof StoredFile>>;
/** A file of sightings. */
export type RowFile = Readonly<z.infer<typeof Manifest>['files'][number]>;
/** A file that adds up others. */
export type RollUp = Readonly<z.infer<typeof Manifest>['rollUps'][number]>;

/** All that a store holds at a moment. What no manifest names is not there. */
export interface Manifest {
  /** 0 where nothing was ever stored; every change makes the next. */
  readonly generation: number;
  readonly batches: readonly Batch[];
  readonly files: readonly RowFile[];
  readonly rollUps: readonly RollUp[];
}

/**
 * The newest state of a store.
 *
 * @throws FoeprintError S905 where its manifest is not legible
 */
export async function readManifest(store: string): Promise<Manifest> {
  const generation = (await generationsIn(store)).at(-1);
  if (generation === undefined) return { generation: 0, batches: [], files: [], rollUps: [] };
  const manifest = await readGeneration(store, generation);
  // A newer one came, and this one was old enough to be removed.
  return manifest ?? (await readManifest(store));
}

/** Numbers of the generations whose manifests are still kept, oldest first. */
export async function generationsIn(store: string): Promise<readonly number[]> {
  const folder = join(store, FOLDER);
  const names = (await ifThere(folder, readdir(folder))) ?? [];
  return names
    .filter((name) => /^\d+\.json$/u.test(name))
    .map((name) => Number.parseInt(name, 10))
    .toSorted((one, other) => one - other);
}

/** @returns undefined where it is gone */
export async function readGeneration(store: string, generation: number): Promise<Manifest | undefined> {
  const file = manifestPath(store, generation);
  const text = await ifThere(file, readFile(file, 'utf8'));
  if (text === undefined) return undefined;
  const { success, data } = Manifest.safeParse(parsedJson(text));
  if (!success)
    throw errorOf(SIGHTINGS_ISSUES.manifestBroken, `\`${file}\` is no manifest of sightings.`, { file });
  const { batches, files, rollUps } = data;
  return { generation, batches, files, rollUps };
}

async function ifThere<Content>(file: string, content: Promise<Content>): Promise<Content | undefined> {
  try {
    return await content;
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return undefined;
    throw errorOf(SIGHTINGS_ISSUES.manifestBroken, `\`${file}\` cannot be read (${systemReason(error)}).`, {
      file,
    });
  }
}

/**
 * Makes a state the newest: the moment at which a change happens. All files that it names are safe on the disk by then.
 *
 * @param before the state that was changed
 * @throws FoeprintError S906 where somebody else changed it meanwhile
 */
export async function commitManifest(
  store: string,
  before: Manifest,
  changed: Omit<Manifest, 'generation'>,
): Promise<Manifest> {
  const generation = before.generation + 1;
  const file = manifestPath(store, generation);
  const made = `${file}.${crypto.randomUUID()}.tmp`;
  await makeSafeFolder(join(store, FOLDER));
  try {
    const { batches, files, rollUps } = changed;
    await writeSynced(made, `${JSON.stringify({ version: 1, batches, files, rollUps })}\n`);
    // A second name, unlike a new one, cannot take the place of what is there.
    await link(made, file);
    await syncFolder(join(store, FOLDER));
  } catch (error) {
    if (reasonOf(error) !== 'EEXIST') throw error;
    throw errorOf(SIGHTINGS_ISSUES.changedMeanwhile, `\`${store}\` was changed by another process.`);
  } finally {
    await rm(made, { force: true });
  }
  return { ...changed, generation };
}

export function manifestPath(store: string, generation: number): string {
  return join(store, FOLDER, `${String(generation).padStart(8, '0')}.json`);
}

/** Folder of the manifests in a store. */
export const FOLDER = 'manifest';
