import { readFile, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as z from 'zod/mini';
import { parsedJson } from '../../text/index.ts';
import type { LabelledSentence } from '../../threat/index.ts';
import { withLock } from '../locking/lock.ts';
import { writeAtomically } from '../locking/write-atomically.ts';

const compress = promisify(gzip);
const uncompress = promisify(gunzip);

/** No file of ours is larger once it is unpacked: some million sentences. */
const LARGEST = 1 << 28;

const Stored = z.object({
  version: z.literal(1),
  sentences: z.array(z.object({ text: z.string(), techniques: z.array(z.string()), doc: z.string() })),
});

/** The labelled sentences that the model of a home learns from, beside the procedures in view; none where none were ever taken, or the file is damaged. */
export async function labelledSentences(file: string): Promise<readonly LabelledSentence[]> {
  const packed = await readFile(file).catch(() => undefined);
  if (packed === undefined) return [];
  const bytes = await uncompress(packed, { maxOutputLength: LARGEST }).catch(() => undefined);
  const { success, data } = Stored.safeParse(parsedJson(bytes?.toString('utf8') ?? ''));
  return success ? data.sentences : [];
}

/** Keeps these in place of those before; none: none are kept any more. @throws FoeprintError H511 */
export async function keepLabelledSentences(
  file: string,
  sentences: readonly LabelledSentence[],
): Promise<void> {
  await withLock(file, async () => {
    if (sentences.length === 0) await rm(file, { force: true });
    else await writeAtomically(file, await compress(JSON.stringify({ version: 1, sentences })));
  });
}
