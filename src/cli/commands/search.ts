import { searchReport } from '../../report/index.ts';
import { search, typesNamed } from '../../workbench/index.ts';
import { answered } from '../answered.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';

const DEFAULT_LIMIT = 20;

export async function run({ arguments: words, options, reading }: Call): Promise<Outcome> {
  const knowledge = await reading();
  const types = options.texts('type').flatMap((name) => typesNamed(knowledge, name));
  const answer = search(knowledge, words.join(' '), {
    limit: options.number('limit') ?? DEFAULT_LIMIT,
    ...(types.length === 0 ? {} : { types }),
  });
  return answered(knowledge, answer, searchReport, answer.hits.length === 0);
}
