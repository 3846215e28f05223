import { join } from 'node:path';
import * as z from 'zod/mini';
import { readFileBytes, readFiles, silent } from '../../../acquisition/index.ts';
import { question } from '../../../answers/index.ts';
import { errorOf, FoeprintError } from '../../../facts/index.ts';
import { INTAKE_ISSUES, readHiddenSet, readIncidents } from '../../../intake/index.ts';
import type { SeenIncident } from '../../../threat/index.ts';
import { ask, predictorOver, useCase, type Prediction } from '../../../workbench/index.ts';
import { EXIT, type ExitCode } from '../../call/command.ts';
import { harmlessText, markedText } from '../../../forms/index.ts';
import type { Call } from '../../call/call.ts';
import { give } from '../../terminal/present.ts';
import { complainOfIssues, remarkIssues } from '../../terminal/remark-issues.ts';
import { remarkMarking } from '../../use-case/answer-use-case.ts';

type HiddenOf = (incident: SeenIncident) => Promise<ReturnType<typeof readHiddenSet>>;

/** Incidents of a file, ranked each by itself and answered together: thousands of lines, one marking. */
const predictAll = useCase({
  name: 'triage',
  summary: 'groups for each incident of a file',
  question: question({
    incidents: z.custom<readonly SeenIncident[]>(),
    withSoftware: z.boolean(),
    hiddenOf: z.custom<HiddenOf>(),
  }),
  answer: z.custom<Predicted>(),
  needs: 'loaded',
  examples: [],
  async run({ base }, { incidents, withSoftware, hiddenOf }) {
    const predictor = predictorOver(base, withSoftware);
    const lines: string[] = [];
    const refused: FoeprintError[] = [];
    for (const incident of incidents)
      try {
        lines.push(lineOf(predictor.predict(incident, await hiddenOf(incident))));
      } catch (error) {
        if (!(error instanceof FoeprintError)) throw error;
        refused.push(error);
        const notes = error.issues.map(({ message }) => message);
        lines.push(lineOf({ id: incident.id, ranked: [], p_none: 1, notes }));
      }
    return { answer: { lines, refused } };
  },
  isEmpty: ({ lines }) => lines.length === 0,
  document: () => ({ title: 'triage', blocks: [] }),
});

/** Made harmless line by line: of thousands, a second copy of the whole would be large. */
function lineOf(prediction: Prediction): string {
  return harmlessText(JSON.stringify(prediction));
}

interface Predicted {
  readonly lines: readonly string[];
  readonly refused: readonly FoeprintError[];
}

/** Ranks groups for every incident of the file of JSON Lines that `--batch` names; one line of answer for each. */
export async function predictBatch(call: Call): Promise<ExitCode> {
  const { limits } = (await call.home()).config;
  const file = call.options.text('batch') ?? '';
  const { incidents, issues } = readIncidents(
    new TextDecoder().decode(await readFileBytes(file, limits, silent)),
    file,
  );
  remarkIssues(call, issues);
  const folder = call.options.text('hiddenDir');
  let done = 0;
  const hiddenOf: HiddenOf = async ({ id, hiddenSet }) => {
    call.terminal.progress(`Ranking ${++done} of ${incidents.length}`);
    if (hiddenSet === undefined) return NOTHING;
    // A name is no path: a file of incidents comes from elsewhere.
    if (folder === undefined || !/^[\w-][\w.-]*$/.test(hiddenSet))
      throw errorOf(INTAKE_ISSUES.noHiddenSet, `“${id}” hides what “${hiddenSet}” holds.`, { file });
    const { files } = await readFiles(join(folder, `${hiddenSet}.txt.gz`), limits, () => true);
    return readHiddenSet(files.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n'));
  };
  const { answer, markings } = await ask(
    predictAll,
    { incidents, withSoftware: call.options.flag('software'), hiddenOf },
    call.access,
  );
  call.terminal.progress('');
  complainOfIssues(
    call,
    answer.refused.flatMap((refusal) => refusal.issues),
  );
  remarkMarking({ markings }, call.terminal);
  const text = answer.lines.length === 0 ? '' : `${answer.lines.join('\n')}\n`;
  await give(await markedText(text, 'json-lines', { markings }), call);
  const isFaulty = answer.refused.length > 0 || issues.some(({ severity }) => severity === 'error');
  return isFaulty ? EXIT.input : incidents.length === 0 ? EXIT.nothing : EXIT.ok;
}

const NOTHING: ReturnType<typeof readHiddenSet> = { hidden: [], hiddenCitations: [] };
