import { rm } from 'node:fs/promises';
import * as z from 'zod/mini';
import type { LabelledSentence } from '../../threat/index.ts';
import { readPacked, writePacked } from '../files/packed-json.ts';
import { withLock } from '../locking/lock.ts';

/** No file of ours is larger once it is unpacked: some million sentences. */
const LARGEST = 1 << 28;

const Stored = z.object({
  version: z.literal(1),
  sentences: z.array(z.object({ text: z.string(), techniques: z.array(z.string()), doc: z.string() })),
});

/** The labelled sentences that the model of a home learns from, beside the procedures in view; none where none were ever taken, or the file is damaged. */
export async function labelledSentences(file: string): Promise<readonly LabelledSentence[]> {
  return (await readPacked(file, Stored, LARGEST))?.sentences ?? [];
}

/** Keeps these in place of those before; none: none are kept any more. @throws FoeprintError H511 */
export async function keepLabelledSentences(
  file: string,
  sentences: readonly LabelledSentence[],
): Promise<void> {
  await withLock(file, async () => {
    if (sentences.length === 0) await rm(file, { force: true });
    else await writePacked(file, { version: 1, sentences });
  });
}
