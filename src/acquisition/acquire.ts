import { createHash } from 'node:crypto';
import {
  fetchBytes,
  type Fetched,
  type FetchOptions,
  type HttpPolicy,
  type HttpWorld,
  type Validators,
} from './http.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { defined } from '../text/index.ts';
import { parseLocation } from './location.ts';
import { parseJson } from './json/parse-json.ts';
import { silent, type Progress } from './progress.ts';
import { collect, fileStamp, readFileBytes } from './read-bytes.ts';
import { unpack, type Unpacked } from './unpack/unpack.ts';

/** One JSON document, got hold of and parsed; what it means is for intake to say. */
export interface AcquiredDocument {
  /** File, URL or `-`; a file in an archive as `archive.zip!name.json`. */
  readonly location: string;
  readonly parsed: unknown;
  /** SHA-256 of {@link bytes}, lower-case hex. */
  readonly sha256: string;
  /** The text as delivered, after decompression. */
  readonly bytes: Buffer;
  /** The same as gzip, where it came so. */
  readonly gzip?: Buffer;
}

export type Acquisition =
  | { readonly unchanged: true }
  | {
      readonly unchanged: false;
      readonly documents: readonly AcquiredDocument[];
      /** What the server said about the version; of a file its size and time of change. */
      readonly validators: Validators;
    };

export interface AcquireOptions {
  readonly limits?: Limits;
  readonly http?: HttpPolicy;
  readonly progress?: Progress;
  /** Read only what is no longer this version. */
  readonly validators?: Validators;
  readonly world?: Partial<HttpWorld>;
  /** What `-` reads; default the process's standard input. */
  readonly standardInput?: AsyncIterable<unknown> | undefined;
}

/**
 * Gets the JSON documents at a location: a path, an `http:`, `https:` or `file:` address, or `-`; plain,
 * gzip, or zip. Nothing is interpreted yet.
 *
 * @throws FoeprintError A4xx: whatever keeps the documents from being had whole
 */
export async function acquire(location: string, options: AcquireOptions = {}): Promise<Acquisition> {
  const limits = options.limits ?? DEFAULT_LIMITS;
  const progress = options.progress ?? silent;
  const taken = await take(location, limits, progress, options);
  if (taken.unchanged) return taken;
  progress({ step: 'unpack', location, total: taken.bytes.length });
  const unpacked = await unpack(taken.bytes, location, limits);
  const documents = unpacked.map((file) => toDocument(file, progress));
  return { unchanged: false, documents, validators: taken.validators };
}

/**
 * The bytes at a location, as they came.
 *
 * @throws FoeprintError A401 to A404, A420 to A425, A478
 */
export async function take(
  text: string,
  limits: Limits,
  progress: Progress,
  options: Pick<AcquireOptions, 'standardInput'> & Partial<FetchOptions>,
): Promise<Fetched> {
  const location = parseLocation(text);
  if (location.kind === 'web') return await fetchBytes(location.url, { ...options, limits, progress });
  if (location.kind === 'file') return await takeFile(location.path, limits, progress, options.validators);
  const input = options.standardInput ?? process.stdin;
  return { unchanged: false, bytes: await collect(input, '-', limits, progress, 'read'), validators: {} };
}

async function takeFile(
  path: string,
  limits: Limits,
  progress: Progress,
  known: Validators | undefined,
): Promise<Fetched> {
  const etag = await fileStamp(path);
  if (etag !== undefined && etag === known?.etag) return { unchanged: true };
  const bytes = await readFileBytes(path, limits, progress);
  return { unchanged: false, bytes, validators: defined({ etag }) };
}

function toDocument(file: Unpacked, progress: Progress): AcquiredDocument {
  progress({ step: 'parse', location: file.location, total: file.bytes.length });
  const parsed = parseJson(file.bytes, file.location);
  return { ...file, parsed, sha256: createHash('sha256').update(file.bytes).digest('hex') };
}
