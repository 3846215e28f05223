import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { isGzip, mostUnpacked, notOpened, refusal, type Limits } from '../../../acquisition/index.ts';
import { reasonOf } from '../../reason-of.ts';

/** An input as a plain file that can be read again and again. */
export interface PreparedInput {
  /** What to call it: as it was named, `-` for standard input. */
  readonly name: string;
  readonly path: string;
  /** SHA-256 of the plain content, lower-case hex. */
  readonly sha256: string;
  /** Its beginning. */
  readonly head: Buffer;
  /** Whether a line of it has {@link LONG_LINE} bytes or more. */
  readonly hasLongLines: boolean;
}

interface InputNames {
  /** What to call it; default: as it is named. */
  readonly called?: string | undefined;
  readonly standardInput?: AsyncIterable<unknown> | undefined;
}

/** What is shown of how far reading has come, in bytes. */
export type BytesRead = (done: number, total: number | undefined) => void;

const CHUNK = 1024 * 1024;
const LINE_END = 0x0a;

/** Bytes of a line below which lists and objects in it cannot stand deep enough to crash the engine. */
export const LONG_LINE = 16 * 1024;

/**
 * Makes an input ready: a plain file stays where it is, anything else becomes one in a folder, unpacked. It is read once, for its
 * checksum.
 *
 * @param place a file, or `-`
 * @param folder for what is unpacked; whoever is done with the input removes it
 * @throws FoeprintError A4xx where it cannot be had
 */
export async function prepareInput(
  place: string,
  folder: string,
  limits: Limits,
  progress: BytesRead,
  { called: name = place, standardInput = process.stdin }: InputNames = {},
): Promise<PreparedInput> {
  const state = place === '-' ? undefined : await stateOf(place);
  const isPlain = state?.isFile() === true && !(await isPacked(place));
  const path = isPlain ? place : join(folder, `input-${crypto.randomUUID()}`);
  if (!isPlain) await spool(place, state?.isFile() === true, path, { name, limits, standardInput });
  const { bytes, ...known } = await digested(path, progress);
  if (bytes === 0) throw refusal('empty', 'It holds no bytes.', { file: name });
  return { name, path, ...known };
}

async function stateOf(path: string) {
  const state = await opening(path, stat(path));
  if (state.isDirectory()) throw refusal('not-a-file', `\`${path}\` is a folder.`, { file: path });
  return state;
}

async function opening<Opened>(path: string, opened: Promise<Opened>): Promise<Opened> {
  return await opened.catch((error: unknown) => {
    throw notOpened(error, path);
  });
}

async function isPacked(path: string): Promise<boolean> {
  const file = await opening(path, open(path));
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return isGzip(buffer);
  } finally {
    await file.close();
  }
}

interface Spooling {
  readonly name: string;
  readonly limits: Limits;
  readonly standardInput: AsyncIterable<unknown>;
}

/** Writes a stream, or what gzip packed, into a file. */
async function spool(
  place: string,
  isFile: boolean,
  path: string,
  { name, limits, standardInput }: Spooling,
): Promise<void> {
  const raw = join(path, '..', `raw-${crypto.randomUUID()}`);
  try {
    // Whether a stream is gzip is known once its beginning is there.
    const from = isFile ? place : raw;
    if (!isFile)
      await pipeline(
        place === '-' ? Readable.from(standardInput) : createReadStream(place),
        createWriteStream(raw, { mode: 0o600 }),
      );
    if (!(await isPacked(from))) return await rename(raw, path);
    const { size } = await stat(from);
    const most = mostUnpacked(size, { ...limits, maximumBytes: Number.POSITIVE_INFINITY });
    await pipeline(
      createReadStream(from),
      createGunzip(),
      atMost(most, name),
      createWriteStream(path, { mode: 0o600 }),
    );
  } catch (error) {
    if (!reasonOf(error).startsWith('Z_')) throw error;
    throw refusal('broken-gzip', 'The gzip data is damaged, or stops in the middle.', { file: name });
  } finally {
    await rm(raw, { force: true });
  }
}

function atMost(most: number, name: string): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length;
      if (size <= most) return done(null, chunk);
      const message = `It becomes more than ${most} bytes; unpacking was stopped there.`;
      done(refusal('expands-too-much', message, { file: name }));
    },
  });
}

async function digested(
  path: string,
  progress: BytesRead,
): Promise<Omit<PreparedInput, 'name' | 'path'> & { readonly bytes: number }> {
  const total = (await stat(path)).size;
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  let [bytes, begun, hasLongLines] = [0, 0, false];
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    if (!Buffer.isBuffer(chunk)) continue;
    hash.update(chunk);
    if (head.length < CHUNK) head = Buffer.concat([head, chunk]).subarray(0, CHUNK);
    bytes += chunk.length;
    begun = afterLines(chunk, begun);
    hasLongLines ||= begun >= LONG_LINE;
    progress(bytes, total);
  }
  return { sha256: hash.digest('hex'), bytes, head, hasLongLines };
}

/**
 * Bytes of the line that is open after some more; `LONG_LINE` where one of them was so long, for good. Looks from one line end to the last that could
 * be near enough, not at each.
 */
function afterLines(chunk: Buffer, begun: number): number {
  if (begun >= LONG_LINE) return begun;
  let start = -begun;
  while (start + LONG_LINE <= chunk.length) {
    const end = chunk.lastIndexOf(LINE_END, start + LONG_LINE - 1);
    if (end < Math.max(start, 0)) return LONG_LINE;
    start = end + 1;
  }
  return chunk.length - Math.max(start, chunk.lastIndexOf(LINE_END) + 1);
}
