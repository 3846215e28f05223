import { isUtf8 } from 'node:buffer';
import { DEFAULT_LIMITS, inUtf8, readFileBytes, silent } from '../../acquisition/index.ts';
import type { Costs } from '../../answers/index.ts';
import { errorOf } from '../../facts/index.ts';
import { INTAKE_ISSUES, readCosts } from '../../intake/index.ts';
import { fromUtf8 } from '../../text/index.ts';

/**
 * What things cost, from a file.
 *
 * @throws FoeprintError A4xx where it cannot be read, I526 where it is no list of costs, I527 with all that is no cost
 */
export async function readCostsFile(file: string): Promise<Costs> {
  const bytes = inUtf8(await readFileBytes(file, DEFAULT_LIMITS, silent), file);
  if (!isUtf8(bytes)) throw errorOf(INTAKE_ISSUES.notCosts, 'It is neither UTF-8 nor UTF-16.', { file });
  return readCosts(fromUtf8(bytes), file);
}
