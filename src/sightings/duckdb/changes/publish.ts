import { constants } from 'node:fs';
import {
  copyFile,
  link,
  lstat,
  mkdir,
  readdir,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { errorOf, isCleared, type MarkingLevel } from '../../../facts/index.ts';
import { sum } from '../../../text/index.ts';
import { SIGHTINGS_ISSUES } from '../../issues.ts';
import type { Batch } from '../../sighting.ts';
import { damaged, damageOf } from '../state/damage.ts';
import { changedAt, reasonOf, writesCoded } from '../state/disk.ts';
import { readManifest, type RowFile, type StoredFile } from '../state/manifest.ts';
import type { StorePlace } from '../state/store-place.ts';

/** What was published. */
export interface Published {
  readonly folder: string;
  readonly files: number;
  readonly rows: number;
}

/** One state of a store as files that can be shown. */
export interface Publishable {
  /** Number of the state. */
  readonly generation: number;
  readonly batches: readonly Batch[];
  /** Made one after the other, when it is known that they can be shown. */
  readonly files: AsyncIterable<PublishableFile>;
}

/** A file of the rows of one month, and where it is. */
export interface PublishableFile extends Pick<RowFile, 'month' | 'rows' | 'bytes' | 'sha256'> {
  readonly from: string;
}

/**
 * Shows the files of one state of a store; see {@link publishFiles}.
 *
 * @param level how far it may go: batches marked above it are left out
 * @throws FoeprintError S909 where something else is there, S904 where it cannot be written, S907
 */
export async function publish(
  place: StorePlace,
  asked: string,
  level: MarkingLevel | undefined,
): Promise<Published> {
  const state = await readManifest(place.folder);
  const files = async function* (): AsyncGenerator<PublishableFile> {
    for (const file of state.files.filter((each) => isCleared(each.level, level))) {
      const damage = await damageOf(place.folder, file);
      if (damage !== undefined) throw damaged(place.folder, state, file, damage);
      yield { ...file, from: join(place.folder, file.path) };
    }
  };
  const batches = state.batches.filter((batch) => isCleared(batch.level, level));
  return await publishFiles({ ...state, batches, files: files() }, asked, place.grace);
}

/**
 * Shows files to engines that read all that is in a folder: `FOLDER/month=YYYY-MM/….parquet`, and `manifest.json`. The
 * folder is a link to one that is complete, and is turned in one moment; where it led to before stays for a while.
 *
 * @param grace how long that is, in milliseconds
 * @throws FoeprintError S909 where something else is there, S904 where it cannot be written
 */
export async function publishFiles(
  { generation, batches, files }: Publishable,
  asked: string,
  grace: number,
): Promise<Published> {
  const folder = resolve(asked);
  await refuseOther(folder);
  const made = `${folder}-${String(generation).padStart(8, '0')}-${crypto.randomUUID()}`;
  const shown: Pick<StoredFile, 'path' | 'rows' | 'bytes' | 'sha256'>[] = [];
  await writesCoded(async () => {
    try {
      await mkdir(made, { recursive: true });
      for await (const { from, month, rows, bytes, sha256 } of files) {
        const path = `month=${month}/${basename(from)}`;
        await show(from, join(made, path));
        shown.push({ path, rows, bytes, sha256 });
      }
      const manifest = { version: 1, generation, batches, files: shown };
      await writeFile(join(made, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
      const turned = `${made}.link`;
      await symlink(basename(made), turned);
      await rename(turned, folder);
    } catch (error) {
      await rm(made, { recursive: true, force: true });
      throw error;
    }
    await removeReplaced(folder, grace);
  });
  return { folder, files: shown.length, rows: sum(shown.map(({ rows }) => rows)) };
}

/** @throws FoeprintError S909 where something is there that was not published */
async function refuseOther(folder: string): Promise<void> {
  const there = await lstat(folder).catch(() => undefined);
  const target = there?.isSymbolicLink() === true ? await readlink(folder) : undefined;
  if (there !== undefined && (target === undefined || !isPublishedFor(folder, target)))
    throw errorOf(SIGHTINGS_ISSUES.notPublishable, `\`${folder}\` was not published by Foeprint.`, {
      file: folder,
    });
}

/** Whether a name beside a folder is of what was published for it, and not for one of which the name begins alike. */
function isPublishedFor(folder: string, name: string): boolean {
  const start = `${basename(folder)}-`;
  return name.startsWith(start) && /^\d{8,}-[0-9a-f-]{36}$/u.test(name.slice(start.length));
}

/** Removes what the folder led to, where what came next was published longer ago than readers take, in milliseconds. */
async function removeReplaced(folder: string, grace: number): Promise<void> {
  const names = (await readdir(dirname(folder))).filter((name) => isPublishedFor(folder, name));
  const published = await Promise.all(
    names.map(async (name) => {
      const path = join(dirname(folder), name);
      return { path, at: await changedAt(path) };
    }),
  );
  const inOrder = published.toSorted((one, other) => one.at - other.at);
  for (const [index, { path }] of inOrder.entries()) {
    const next = inOrder[index + 1];
    if (next !== undefined && next.at < Date.now() - grace) await rm(path, { recursive: true, force: true });
  }
}

async function show(from: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await link(from, target).catch(async (error: unknown) => {
    if (!ELSEWHERE.has(reasonOf(error))) throw error;
    await copyFile(from, target, constants.COPYFILE_EXCL);
  });
}

/** What file systems say that cannot give a file a second name there. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'EXDEV',
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
]);
