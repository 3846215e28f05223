import { writeAnswer } from './answer-file.ts';
import type { Call } from '../call/call.ts';

/**
 * Writes a file beside the answer, and says so.
 *
 * @throws FoeprintError C701 where it cannot be written
 */
export async function writeBeside({ terminal }: Call, file: string, text: string): Promise<void> {
  await writeAnswer(file, text);
  terminal.remark(`Written to ${file}`);
}
