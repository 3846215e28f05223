import { FoeprintError } from '../../facts/index.ts';
import { parseQuery } from '../../reasoning/index.ts';
import { queryReport } from '../../report/index.ts';
import { VOCABULARY } from '../../threat/index.ts';
import { answerQuery } from '../../workbench/index.ts';
import { answered } from '../answered.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';

export async function run({ arguments: [text = ''], options, desk }: Call): Promise<Outcome> {
  const knowledge = await desk();
  const { query, issues } = parseQuery(text, knowledge.model, VOCABULARY);
  if (query === undefined) {
    const [first, ...rest] = issues;
    throw first === undefined
      ? new TypeError('a query without issues is a query')
      : new FoeprintError([first, ...rest]);
  }
  const answer = answerQuery(knowledge, query, {
    limit: options.number('limit'),
    explain: options.flag('explain'),
  });
  return answered(knowledge, answer, queryReport, answer.answers.length === 0);
}
