import { isCleared, strictestLevel } from '../../facts/index.ts';
import { listForgotten } from '../../home/index.ts';
import { sourcesReport } from '../../report/index.ts';
import { listSources } from '../../workbench/index.ts';
import type { Call } from '../call.ts';
import { EXIT } from '../command.ts';
import type { Outcome } from '../command.ts';

export async function run({ base, clearance, home, selection }: Call): Promise<Outcome> {
  const answer = listSources(await base(), selection);
  const most = await clearance();
  const copies = await listForgotten((await home()).paths.forgotten);
  const forgotten = copies.filter(({ level }) => isCleared(level, most));
  return {
    data: { ...answer, forgotten },
    document: () => sourcesReport(answer, forgotten),
    level: strictestLevel(forgotten.map(({ level }) => level)),
    exitCode: answer.sources.length === 0 ? EXIT.nothing : EXIT.ok,
  };
}
