import { ANSWER_VERSION, type Envelope } from '../../src/answers/index.ts';
import type { Answered } from '../../src/workbench/index.ts';

/** An answer in its envelope, as it comes out where nothing is marked. */
export function enveloped<Answer>(
  { answer, notes = [] }: Answered<Answer>,
  { sources, notices }: Pick<Envelope, 'sources' | 'notices'>,
): Envelope<unknown, Answer> {
  return {
    version: ANSWER_VERSION,
    useCase: 'test',
    question: {},
    answer,
    sources,
    markings: {},
    notes,
    notices,
  };
}
