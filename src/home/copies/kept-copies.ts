import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip, gunzip } from 'node:zlib';
import { SOURCE_KINDS, type SourceKind } from '../../facts/index.ts';
import { refusal } from '../issues.ts';
import { readMapping } from '../locking/json-file.ts';
import { writeAtomically } from '../locking/write-atomically.ts';
import { compareText, defined } from '../../text/index.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** What was loaded, beside its bytes: enough to load it again just so. */
export interface KeptCopy {
  /** Of the text, lower-case hex; the copy is `SHA256.json.gz`. */
  readonly sha256: string;
  /** Size of the text. */
  readonly bytes: number;
  /** Where it came from. */
  readonly location: string;
  /** ISO 8601 UTC. */
  readonly loadedAt: string;
  /** What the user said of it, where that overrides what it says itself. */
  readonly kind?: SourceKind | undefined;
  readonly release?: string | undefined;
  /** What the collection of a server is called that it is. */
  readonly collection?: string | undefined;
}

/** The bytes to keep: as they came if they came compressed, otherwise compressed as fast as can be. */
export async function compressedForm(
  bytes: Uint8Array,
  asItCame: Uint8Array | undefined,
): Promise<Uint8Array> {
  return asItCame ?? (await compress(bytes, { level: 1 }));
}

/** All copies kept, in the order in which they were loaded. @throws FoeprintError H521 */
export async function listCopies(folder: string): Promise<readonly KeptCopy[]> {
  const copies = await Promise.all(
    (await descriptionsIn(folder)).map(async (path) => {
      const copy = copyOf(await readMapping(path));
      if (copy === undefined) throw refusal('kept-copy-damaged', `\`${path}\` is damaged.`, { file: path });
      return copy;
    }),
  );
  return copies.toSorted((a, b) => compareText(a.loadedAt, b.loadedAt) || compareText(a.sha256, b.sha256));
}

/** Where the descriptions of copies in a folder are. */
export async function descriptionsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names
    .filter((name) => /^[0-9a-f]{64}\.source\.json$/.test(name))
    .toSorted()
    .map((name) => join(folder, name));
}

/** Where the bytes of a copy are. */
export function bytesPath(folder: string, sha256: string): string {
  return join(folder, `${sha256}.json.gz`);
}

/**
 * The text of a copy, checked against its name.
 *
 * @throws FoeprintError H521
 */
export async function readCopy(folder: string, sha256: string): Promise<Buffer> {
  const path = bytesPath(folder, sha256);
  try {
    const bytes = await decompress(await readFile(path));
    if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
  } catch {
    // Missing or damaged: said below.
  }
  throw refusal('kept-copy-damaged', `\`${path}\` is missing or damaged.`, { file: path });
}

/** Where the description of a copy is. */
export function descriptionPath(folder: string, sha256: string): string {
  return join(folder, `${sha256}.source.json`);
}

/**
 * Writes the description that makes bytes a copy.
 *
 * @throws FoeprintError H511
 */
export async function describeCopy(folder: string, copy: { readonly sha256: string }): Promise<void> {
  await writeAtomically(descriptionPath(folder, copy.sha256), `${JSON.stringify(copy, null, 2)}\n`);
}

/** The copy that a description is of; undefined where it is none. */
export function copyOf(description: Readonly<Record<string, unknown>> | undefined): KeptCopy | undefined {
  const { sha256, bytes, location, loadedAt, release, collection } = description ?? {};
  if (typeof sha256 !== 'string' || typeof location !== 'string') return undefined;
  if (typeof bytes !== 'number' || typeof loadedAt !== 'string') return undefined;
  const kind = SOURCE_KINDS.find((each) => each === description?.['kind']);
  return {
    sha256,
    bytes,
    location,
    loadedAt,
    ...defined({
      kind,
      release: typeof release === 'string' ? release : undefined,
      collection: typeof collection === 'string' ? collection : undefined,
    }),
  };
}
