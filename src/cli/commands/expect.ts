import { EXPECTED_ORDERS } from '../../threat/index.ts';
import type { ExpectedAnswer } from '../../analysis/index.ts';
import { expectedCsv, expectedXlsx, layersText, markText } from '../../export/index.ts';
import { expectationReport, expectedReport } from '../../report/index.ts';
import { expectedLayers, expectedTechniques, findTechnique } from '../../workbench/index.ts';
import type { Desk } from '../../desk/index.ts';
import type { ExpectedSearch } from '../../workbench/index.ts';
import { FoeprintError, issueOf } from '../../facts/index.ts';
import { answered, restingAnswer } from '../answered.ts';
import { answerForm } from '../answer-form.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';
import { CLI_ISSUES } from '../issues.ts';
import { drawLayers } from '../layer-drawings.ts';
import { organisationOf } from '../organisation/organisation.ts';
import { writeBeside } from '../write-beside.ts';

/** Techniques shown in a report where nobody says how many. */
const SHOWN = 30;

export async function run(call: Call): Promise<Outcome> {
  const { options, desk, home } = call;
  const { config } = (await home()).configuration;
  const organisation = await organisationOf(call);
  const search: ExpectedSearch = {
    top: options.number('top'),
    asOf: options.text('asOf'),
    hide: options.texts('hide'),
    weights: config.threats.weights,
    policy: config.score,
    tactic: options.text('tactic'),
    by: options.choice('by', EXPECTED_ORDERS),
  };
  const knowledge = await desk();
  const all = expectedTechniques(knowledge, organisation, search);
  const explained = options.text('explain');
  if (explained !== undefined) return explain(knowledge, all, explained);
  const limited = { ...all, techniques: all.techniques.slice(0, options.number('limit')) };
  const shown = { ...all, techniques: all.techniques.slice(0, options.number('limit') ?? SHOWN) };
  const outcome = answered(knowledge, shown, expectedReport, all.techniques.length === 0);
  return {
    ...outcome,
    ...layerBeside(call, knowledge, limited),
    ...(await inForm(call, knowledge, limited)),
  };
}

/** The layer that `--layer` names; what it says is compared as well, since it may say more than the answer. */
function layerBeside(
  call: Call,
  knowledge: Desk,
  answer: ExpectedAnswer,
): Pick<Outcome, 'content' | 'writeBeside'> {
  const file = call.options.text('layer');
  if (file === undefined) return {};
  const layers = expectedLayers(knowledge, restingAnswer(knowledge, answer));
  const text = layersText(layers);
  return {
    content: [answer, layers],
    writeBeside: async (marking, asked) =>
      writeBeside(asked, file, marking === undefined ? text : markText(text, 'layer', marking)),
  };
}

/** The answer as the form that `--as` or the ending of `--out` names; nothing where it names none. */
async function inForm(
  { options }: Call,
  knowledge: Desk,
  answer: ExpectedAnswer,
): Promise<Pick<Outcome, 'text' | 'textForm' | 'bytes' | 'content'>> {
  const form = answerForm(options);
  if (form === 'csv') return { text: expectedCsv(answer), textForm: 'csv' };
  if (form === 'xlsx') return { bytes: (marking) => expectedXlsx(answer, marking) };
  if (form !== 'svg' && form !== 'png') return {};
  return await drawLayers(form, expectedLayers(knowledge, answer), knowledge, options);
}

/** @throws FoeprintError W601–W603 for a name that leads to no technique, C722 for one that is not expected */
function explain(knowledge: Desk, answer: ExpectedAnswer, name: string): Outcome {
  const { thing, notes } = findTechnique(knowledge, name);
  const row = answer.techniques.find(({ technique }) => technique.id === thing.id);
  if (row !== undefined) {
    const found = { ...answer, techniques: [row], notes: [...answer.notes, ...notes] };
    return answered(knowledge, found, () => expectationReport(found, row), false);
  }
  const elsewhere = answer.elsewhere.find(({ technique }) => technique.id === thing.id);
  throw new FoeprintError([
    issueOf(
      CLI_ISSUES.notExpected,
      elsewhere === undefined
        ? `None of the ${answer.groups.length} groups is told or held to use ${thing.name}.`
        : `${thing.name} works on ${elsewhere.platforms.join(', ')}, none of them a platform of the organisation.`,
    ),
  ]);
}
