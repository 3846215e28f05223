import { explanationMermaid, explanationSvg } from '../../draw/index.ts';
import { explanationText, explanationReport } from '../../report/index.ts';
import type { Explanation } from '../../analysis/index.ts';
import { explain } from '../../workbench/index.ts';
import { answered } from '../answered.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';

/** The whole explanation as one picture. */
const GRAPHS = {
  mermaid: (explanation: Explanation) => explanationMermaid(explanation),
  svg: (explanation: Explanation) => explanationSvg(explanation),
  json: (explanation: Explanation) => `${JSON.stringify(explanation.graph, undefined, 2)}\n`,
} as const;

export async function run({ arguments: [first = '', second = ''], options, desk }: Call): Promise<Outcome> {
  const knowledge = await desk();
  const answer = explain(knowledge, first, second, {
    relation: options.text('relation'),
    via: options.texts('via'),
    limit: options.flag('all') ? Infinity : options.number('limit'),
  });
  const isEmpty = answer.explanations.every(({ status }) => status === 'unknown');
  const outcome = answered(knowledge, answer, explanationReport, isEmpty);
  const graph = options.choice('graph', ['mermaid', 'svg', 'json']);
  const [explanation] = answer.explanations;
  if (graph !== undefined && explanation !== undefined)
    return { ...outcome, text: GRAPHS[graph](explanation), textForm: graph };
  return {
    ...outcome,
    plainText: (layout) =>
      [
        ...answer.notes.map((note) => `${note}\n`),
        ...answer.explanations.map((each) => explanationText(each, layout)),
      ].join('\n'),
  };
}
