import { access, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isWebAddress } from './location.ts';
import { newestRelease } from './release.ts';

/** A file of a mirror that holds a release. */
export interface MirrorFile {
  /** Path or address. */
  readonly location: string;
  /** Release in the name of the file; absent where there is none. */
  readonly release?: string;
}

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
): Promise<readonly MirrorFile[]> {
  return isWebAddress(mirror)
    ? candidatesAt(mirror, series, release)
    : await findInFolder(mirror, series, release);
}

function candidatesAt(mirror: string, series: string, release: string | undefined): readonly MirrorFile[] {
  const base = mirror.endsWith('/') ? mirror : `${mirror}/`;
  const stem = release === undefined ? series : `${series}-${release}`;
  return [`${stem}.json.gz`, `${stem}.json`, `${series}/${stem}.json`].map((path) => ({
    location: new URL(path, base).href,
    ...(release === undefined ? {} : { release }),
  }));
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
): Promise<readonly MirrorFile[]> {
  const names = [`${stem}.json.gz`, `${stem}.json`];
  if (isWebAddress(mirror)) {
    const base = mirror.endsWith('/') ? mirror : `${mirror}/`;
    return ['', ...folders.map((folder) => `${folder}/`)].flatMap((folder) =>
      names.map((name) => ({ location: new URL(folder + name, base).href })),
    );
  }
  const listed = await Promise.all([
    listFolder(mirror),
    ...folders.map((folder) => listSubfolder(join(mirror, folder))),
  ]);
  return names.flatMap((name) =>
    listed
      .flat()
      .filter((location) => basename(location) === name)
      .map((location) => ({ location })),
  );
}

async function findInFolder(
  folder: string,
  series: string,
  release: string | undefined,
): Promise<readonly MirrorFile[]> {
  const files = (await Promise.all([listFolder(folder), listSubfolder(join(folder, series))])).flat();
  const named = files.flatMap((location) => releaseFile(location, series));
  const wanted = release ?? newestRelease(named.flatMap((file) => file.release ?? []));
  // A name with a number says what it is; a name without may be older than it sounds.
  const numbered = named.filter((file) => file.release !== undefined && file.release === wanted);
  const unnumbered = release === undefined ? named.filter((file) => file.release === undefined) : [];
  return [...numbered, ...unnumbered];
}

async function listFolder(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.toSorted().map((name) => join(folder, name));
}

async function listSubfolder(folder: string): Promise<readonly string[]> {
  const isThere = await access(folder).then(
    () => true,
    () => false,
  );
  return isThere ? await listFolder(folder) : [];
}

function releaseFile(location: string, series: string): readonly MirrorFile[] {
  const name = location.split(/[/\\]/).at(-1) ?? '';
  const match = /^([a-z]+-attack)(?:-(\d+(?:\.\d+)*(?:-beta)?))?\.json(?:\.gz)?$/.exec(name);
  if (match === null || match[1] !== series) return [];
  return [{ location, ...(match[2] === undefined ? {} : { release: match[2] }) }];
}
