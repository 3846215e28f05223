import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isWebAddress } from './location.ts';
import { newestRelease, releaseMeant } from '../text/index.ts';

/**
 * Where a mirror has a release of a series, in the order to try. A mirror has files named as ATT&CK names them,
 * `enterprise-attack-18.1.json` or `enterprise-attack.json` (the newest), plain or `.gz`, at its top or in a
 * folder named for the series (as in a copy of MITRE's repository).
 *
 * A folder is listed, so the newest release is known from the names, and only what is there is returned.
 * At an address nothing can be listed: what may be there is returned.
 *
 * @throws Error of the file system where a folder cannot be listed
 */
export async function findInMirror(
  mirror: string,
  series: string,
  release: string | undefined,
): Promise<readonly string[]> {
  if (!isWebAddress(mirror)) return await findInFolder(mirror, series, release);
  // A server is not asked what it has: it is asked for a file.
  const stem = release === undefined ? series : `${series}-${release.replace(/^v/iu, '')}`;
  return [`${stem}.json.gz`, `${stem}.json`, `${series}/${stem}.json`].map((path) => within(mirror, path));
}

function within(address: string, path: string): string {
  return new URL(path, address.endsWith('/') ? address : `${address}/`).href;
}

/**
 * Where a mirror has a file that is published under one name, such as `threat-actor.json`, plain or `.gz`: at its top,
 * or in one of some folders. At an address nothing can be listed: what may be there is returned.
 *
 * @throws Error of the file system where a folder cannot be listed
 */
export async function findFileInMirror(
  mirror: string,
  stem: string,
  folders: readonly string[],
): Promise<readonly string[]> {
  const names = [`${stem}.json.gz`, `${stem}.json`];
  if (isWebAddress(mirror))
    return ['', ...folders.map((folder) => `${folder}/`)].flatMap((folder) =>
      names.map((name) => within(mirror, folder + name)),
    );
  const listed = await Promise.all([
    listFolder(mirror),
    ...folders.map((folder) => listSubfolder(join(mirror, folder))),
  ]);
  return names.flatMap((name) => listed.flat().filter((location) => basename(location) === name));
}

async function findInFolder(
  folder: string,
  series: string,
  release: string | undefined,
): Promise<readonly string[]> {
  const files = (await Promise.all([listFolder(folder), listSubfolder(join(folder, series))])).flat();
  const named = files.flatMap((location) => releaseFile(location, series));
  const offered = named.flatMap((file) => file.release ?? []);
  const wanted = release === undefined ? newestRelease(offered) : releaseMeant(release, offered);
  // A name with a number says what it is; a name without may be older than it sounds.
  const numbered = named.filter((file) => file.release !== undefined && file.release === wanted);
  const unnumbered = release === undefined ? named.filter((file) => file.release === undefined) : [];
  return [...numbered, ...unnumbered].map(({ location }) => location);
}

async function listFolder(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.toSorted().map((name) => join(folder, name));
}

async function listSubfolder(folder: string): Promise<readonly string[]> {
  return existsSync(folder) ? await listFolder(folder) : [];
}

function releaseFile(
  location: string,
  series: string,
): readonly { readonly location: string; readonly release: string | undefined }[] {
  const match = /^([a-z]+-attack)(?:-(\d+(?:\.\d+)*(?:-beta)?))?\.json(?:\.gz)?$/.exec(basename(location));
  return match?.[1] === series ? [{ location, release: match[2] }] : [];
}
