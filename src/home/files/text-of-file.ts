import { isUtf8 } from 'node:buffer';
import { inUtf8, readFileBytes, silent, type Limits } from '../../acquisition/index.ts';
import { errorOf, type IssueDeclaration } from '../../facts/index.ts';
import { fromUtf8 } from '../../text/index.ts';

/**
 * The text of a file in UTF-8 or, as Windows programs write it, UTF-16.
 *
 * @param wrong what it is not, where it is neither
 * @throws FoeprintError A4xx where it cannot be read
 */
export async function textOfFile(file: string, limits: Limits, wrong: IssueDeclaration): Promise<string> {
  const bytes = inUtf8(await readFileBytes(file, limits, silent), file);
  if (!isUtf8(bytes)) throw errorOf(wrong, 'It is neither UTF-8 nor UTF-16.', { file });
  return fromUtf8(bytes);
}
