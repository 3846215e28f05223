import { FoeprintError } from '../../facts/index.ts';
import { forgetSource, purgeForgotten, takeBack } from '../../home/index.ts';
import { doneReport, forgetReport, loadReport } from '../../report/index.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';

export async function run({ arguments: [call = ''], options, home: open }: Call): Promise<Outcome> {
  const home = await open();
  const all = options.flag('all');
  if (options.flag('undo')) {
    const ingested = await takeBack(home, call, all);
    const report = { location: home.paths.forgotten, unchanged: false, ingested };
    return { data: { takenBack: ingested }, document: () => loadReport([report], []) };
  }
  const purge = options.flag('purge');
  try {
    const forgotten = await forgetSource(home, call, { all, purge });
    return { data: { forgotten }, document: () => forgetReport(forgotten) };
  } catch (error) {
    // What was forgotten before has only its copy left to purge.
    const isGone = purge && error instanceof FoeprintError && error.code === 'H513';
    if (!isGone) throw error;
    const purged = await purgeForgotten(home, call, all);
    return {
      data: { purged },
      document: () =>
        doneReport(
          'Copies deleted of what was forgotten',
          purged.map(({ id, name }) => `${name} (${id})`),
        ),
    };
  }
}
