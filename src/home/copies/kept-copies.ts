import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip, gunzip } from 'node:zlib';
import type { SourceKind } from '../../facts/index.ts';
import { SOURCE_KINDS } from '../../facts/index.ts';
import { refusal } from '../issues.ts';
import { compareText, isMapping } from '../../text/index.ts';

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
  readonly kind?: SourceKind;
  readonly release?: string;
}

/** The bytes to keep: as they came if they came compressed, otherwise compressed as fast as can be. */
export async function compressedForm(
  bytes: Uint8Array,
  asItCame: Uint8Array | undefined,
): Promise<Uint8Array> {
  return asItCame ?? (await compress(bytes, { level: 1 }));
}

/** All copies kept, in the order in which they were loaded. */
export async function listCopies(folder: string): Promise<readonly KeptCopy[]> {
  const names = await readdir(folder).catch((): string[] => []);
  const descriptions = names.filter((name) => /^[0-9a-f]{64}\.source\.json$/.test(name));
  const copies = await Promise.all(descriptions.map((name) => readDescription(join(folder, name))));
  return copies.toSorted((a, b) => compareText(a.loadedAt, b.loadedAt) || compareText(a.sha256, b.sha256));
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

async function readDescription(path: string): Promise<KeptCopy> {
  const told: unknown = await readFile(path, 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);
  const copy = isMapping(told) ? copyOf(told) : undefined;
  if (copy === undefined) throw refusal('kept-copy-damaged', `\`${path}\` is damaged.`, { file: path });
  return copy;
}

/** The copy that a description tells of; undefined where it is none. */
export function copyOf(told: Readonly<Record<string, unknown>>): KeptCopy | undefined {
  const { sha256, bytes, location, loadedAt, release } = told;
  const kind = SOURCE_KINDS.find((each) => each === told['kind']);
  if (typeof sha256 !== 'string' || typeof location !== 'string') return undefined;
  if (typeof bytes !== 'number' || typeof loadedAt !== 'string') return undefined;
  const overrides = {
    ...(kind === undefined ? {} : { kind }),
    ...(typeof release === 'string' ? { release } : {}),
  };
  return { sha256, bytes, location, loadedAt, ...overrides };
}
