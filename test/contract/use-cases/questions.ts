import type { UseCaseName } from '../../../src/workbench/index.ts';
import type { QuestionOf } from '../../../src/library/open-home.ts';

/** A question as the library is asked it and as the command line is. */
export interface Asked<Name extends UseCaseName> {
  readonly question: QuestionOf<Name>;
  /** What follows the name of the command. */
  readonly words: readonly string[];
}

/** Questions to every use case, asked of the home of the contract tests: at least one with an answer each. */
export const QUESTIONS: { readonly [Name in UseCaseName]: readonly Asked<Name>[] } = {
  profile: [
    { question: { group: 'G9001' }, words: ['G9001'] },
    {
      question: { group: 'Grey Wader', direct: true, asOf: '2025-01-01' },
      words: ['Grey Wader', '--direct', '--as-of', '2025-01-01'],
    },
  ],
  victims: [{ question: { group: 'G9001' }, words: ['G9001'] }],
  victimology: [{ question: {}, words: [] }],
};
