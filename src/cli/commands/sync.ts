import { syncSources } from '../../home/index.ts';
import { syncReport } from '../../report/index.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';
import { afterLoading, exitCodeOfLoading, showProgress } from '../loading.ts';

export async function run(call: Call): Promise<Outcome> {
  const { arguments: sources, options, terminal } = call;
  const release = options.text('release');
  const reports = await syncSources(
    await call.home(),
    sources,
    {
      ...(release === undefined ? {} : { release }),
      offline: options.flag('offline'),
      due: options.flag('due'),
    },
    showProgress(terminal),
  );
  const { derived, remarks } = await afterLoading(call, reports);
  return {
    data: { reports, derived, remarks },
    document: () => syncReport(reports, derived, remarks),
    exitCode: exitCodeOfLoading(call, reports),
  };
}
