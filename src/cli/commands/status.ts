import { statusReport } from '../../report/index.ts';
import { statusOf } from '../../workbench/index.ts';
import type { Call } from '../call.ts';
import { EXIT } from '../command.ts';
import type { Outcome } from '../command.ts';

export async function run({ base, selection }: Call): Promise<Outcome> {
  const status = statusOf(await base(), selection);
  return {
    data: status,
    document: () => statusReport(status),
    exitCode: status.sources.length === 0 ? EXIT.nothing : EXIT.ok,
  };
}
