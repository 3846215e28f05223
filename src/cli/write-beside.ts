import { writeFile } from 'node:fs/promises';
import { FoeprintError, issueOf } from '../facts/index.ts';
import type { Call } from './call.ts';
import { CLI_ISSUES } from './issues.ts';

/**
 * Writes a file beside the answer, and says so.
 *
 * @throws FoeprintError C701 where it cannot be written
 */
export async function writeBeside({ terminal }: Call, file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new FoeprintError([
      issueOf(CLI_ISSUES.cannotWrite, `“${file}” cannot be written: ${String(error)}.`),
    ]);
  }
  terminal.remark(`Written to ${file}`);
}
