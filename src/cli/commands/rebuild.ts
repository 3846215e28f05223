import { rebuildHome } from '../../home/index.ts';
import { loadReport } from '../../report/index.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';
import { showProgress } from '../loading.ts';

export async function run({ home: open, options, terminal }: Call): Promise<Outcome> {
  const home = await open();
  const ingested = await rebuildHome(home, { force: options.flag('force') }, showProgress(terminal));
  const report = { location: home.paths.sources, unchanged: false, ingested };
  return { data: { rebuilt: ingested }, document: () => loadReport([report], []) };
}
