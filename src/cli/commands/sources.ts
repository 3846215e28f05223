import { listForgotten } from '../../home/index.ts';
import { sourcesReport } from '../../report/index.ts';
import { listSources } from '../../workbench/index.ts';
import type { Call } from '../call.ts';
import { EXIT } from '../command.ts';
import type { Outcome } from '../command.ts';

export async function run({ base, home, selection }: Call): Promise<Outcome> {
  const answer = listSources(await base(), selection);
  const forgotten = await listForgotten((await home()).paths.forgotten);
  return {
    data: { ...answer, forgotten },
    document: () => sourcesReport(answer, forgotten),
    exitCode: answer.sources.length === 0 ? EXIT.nothing : EXIT.ok,
  };
}
