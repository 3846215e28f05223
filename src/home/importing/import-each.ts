import { FoeprintError } from '../../facts/index.ts';
import { append } from '../../text/index.ts';
import type { ImportReport } from './import-sightings.ts';

/**
 * Imports several inputs one after the other. One of many that cannot be read does not keep the others out.
 *
 * @throws FoeprintError where there is only one, or where what is wrong would be wrong for each
 */
export async function importEach<Input extends { readonly name: string }>(
  inputs: readonly Input[],
  work: (input: Input) => Promise<readonly ImportReport[]>,
): Promise<readonly ImportReport[]> {
  const reports: ImportReport[] = [];
  for (const input of inputs)
    try {
      append(reports, await work(input));
    } catch (error) {
      if (!(error instanceof FoeprintError) || inputs.length === 1 || isOfAll(error)) throw error;
      reports.push({ ...NOTHING, file: input.name, format: '', outcome: 'refused', issues: error.issues });
    }
  return reports;
}

/** What is wrong with the engine, or with the store, is wrong for every input. */
function isOfAll({ code }: FoeprintError): boolean {
  return /^(?:S90[2456]|H)/u.test(code);
}

/** What an input has given that was not looked into. */
export const NOTHING: Pick<
  ImportReport,
  'carried' | 'unknownSectors' | 'unknownGroups' | 'rejected' | 'issues'
> = { carried: [], unknownSectors: [], unknownGroups: [], rejected: new Map(), issues: [] };
