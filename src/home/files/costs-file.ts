import { DEFAULT_LIMITS } from '../../acquisition/index.ts';
import type { Costs } from '../../answers/index.ts';
import { INTAKE_ISSUES, readCosts } from '../../intake/index.ts';
import { textOfFile } from './text-of-file.ts';

/**
 * What things cost, from a file.
 *
 * @throws FoeprintError A4xx where it cannot be read, I526 where it is no list of costs, I527 with all that is no cost
 */
export async function readCostsFile(file: string): Promise<Costs> {
  return readCosts(await textOfFile(file, DEFAULT_LIMITS, INTAKE_ISSUES.notCosts), file);
}
