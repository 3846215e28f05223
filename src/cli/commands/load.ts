import { isCaseFile, loadCaseFile, loadSource } from '../../home/index.ts';
import type { LoadReport } from '../../home/index.ts';
import { loadReport } from '../../report/index.ts';
import { SOURCE_KINDS, strictestLevel } from '../../facts/index.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';
import { afterLoading, exitCodeOfLoading, showProgress } from '../loading.ts';

export async function run(call: Call): Promise<Outcome> {
  const { arguments: locations, options, terminal } = call;
  const home = await call.home();
  const kind = options.choice('kind', SOURCE_KINDS);
  const release = options.text('asRelease');
  const overrides = {
    ...(kind === undefined ? {} : { kind }),
    ...(release === undefined ? {} : { release }),
  };
  const reports: LoadReport[] = [];
  for (const location of locations)
    reports.push(
      isCaseFile(location)
        ? await loadCaseFile(home, location)
        : await loadSource(home, location, overrides, showProgress(terminal)),
    );
  const { derived, remarks } = await afterLoading(call, reports);
  return {
    data: { reports, derived, remarks },
    document: () => loadReport(reports, derived, remarks),
    exitCode: exitCodeOfLoading(call, reports),
    level: strictestLevel(reports.flatMap(({ ingested }) => ingested.map(({ source }) => source.level))),
  };
}
