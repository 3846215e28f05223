import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { isGzip } from '../../acquisition/index.ts';
import { FoeprintError } from '../../facts/index.ts';
import { remark } from '../../intake/index.ts';
import { dump, DumpReading, type KnowledgeBase } from '../../knowledge/index.ts';
import { refusal } from '../issues.ts';
import { withLock } from '../locking/lock.ts';
import { writeAtomically } from '../locking/write-atomically.ts';
import { systemReason } from '../../text/index.ts';

/** What a dump holds. */
export interface DumpCounts {
  readonly sources: number;
  readonly objects: number;
}

/** Characters handed to the compressor at once: lines one by one would cost more than their compression. */
const CHUNK = 1 << 16;

/**
 * Writes the whole knowledge base to one file, compressed with gzip; docs/reference/dump.md has the format. The file
 * appears when it is complete, for its owner alone. What killed dumps to the same file left is removed.
 *
 * @throws FoeprintError H511 where it cannot be written
 */
export async function dumpTo(base: KnowledgeBase, file: string): Promise<void> {
  await withLock(file, async () => {
    await pipeline(Readable.from(chunksOf(dump(base, createHash('sha256')))), createGzip(), async (packed) =>
      writeAtomically(file, packed),
    );
  });
}

function* chunksOf(lines: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/**
 * Puts what a dump holds, compressed or plain, in the place of what the knowledge base holds, once all of it has
 * proved right.
 *
 * @throws FoeprintError H540 where the file cannot be read, K221 to K223 where it is no dump or a damaged one; nothing
 * has changed then
 */
export async function restoreFrom(base: KnowledgeBase, file: string): Promise<DumpCounts> {
  const reading = new DumpReading(createHash('sha256'), file, remark);
  let refused: unknown;
  try {
    const unpacked = (await isPacked(file)) ? createGunzip() : new PassThrough();
    await pipeline(createReadStream(file), unpacked, async (text) => {
      // The pipeline would report that it was aborted, not why.
      await takeLines(text, reading).catch((error: unknown) => {
        refused = error;
        throw error;
      });
    });
  } catch (error) {
    if (refused instanceof FoeprintError) throw refused;
    throw refusal('dump-unreadable', `\`${file}\` cannot be read (${systemReason(error)}).`, { file });
  }
  return reading.restoreInto(base);
}

async function isPacked(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return isGzip(buffer);
  } finally {
    await handle.close();
  }
}

async function takeLines(text: AsyncIterable<Buffer>, reading: DumpReading): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of text) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) reading.take(line);
  }
  if (rest !== '') reading.take(rest);
}
