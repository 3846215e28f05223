import { writeFile } from 'node:fs/promises';
import { FoeprintError, issueOf, type IssueDeclaration } from '../../facts/index.ts';
import { systemReason } from '../../text/index.ts';
import { replaceFile } from '../../home/index.ts';
import { CLI_ISSUES } from '../issues.ts';

/**
 * Writes a file that is not there yet, or over the one that is where that is forced.
 *
 * @param taken what is said where it is there
 * @throws FoeprintError as `taken`, C701 where it cannot be written
 */
export async function writeNew(
  file: string,
  text: string,
  isForced: boolean,
  taken: IssueDeclaration,
): Promise<void> {
  try {
    if (isForced) await replaceFile(file, text);
    else await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new FoeprintError([
      isThere
        ? issueOf(taken, `“${file}” is there already.`, { file })
        : issueOf(CLI_ISSUES.cannotWrite, `“${file}” cannot be written: ${systemReason(error)}.`, { file }),
    ]);
  }
}
