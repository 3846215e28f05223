import { errorOf } from '../../facts/index.ts';
import type { GivenReport } from '../../answers/index.ts';
import { readReportsAt } from '../../home/index.ts';
import { givenReport } from '../../workbench/index.ts';
import type { Call } from '../call/call.ts';
import { CLI_ISSUES } from '../issues.ts';
import { remarkIssues } from '../terminal/remark-issues.ts';
import { refuseMarked } from './layer-files.ts';

/**
 * The one report of a file, an address or standard input.
 *
 * @throws FoeprintError A4xx, H59x where nothing of it can be read, C851 where it has several, C735 where it is marked above the clearance
 */
export async function reportIn(place: string, call: Call): Promise<GivenReport> {
  call.terminal.progress(`reading ${place}`);
  const { reports, issues } = await readReportsAt(await call.home(), place);
  call.terminal.progress('');
  const [report, ...others] = reports;
  if (report === undefined || others.length > 0)
    throw errorOf(CLI_ISSUES.severalReports, `It has ${reports.length} reports.`, { file: place });
  remarkIssues(call, issues);
  refuseMarked(place, report.level, await call.clearance());
  return givenReport(report);
}
