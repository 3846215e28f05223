import { sayWeight, type DerivedFactsAnswer } from '../../answers/index.ts';
import { table, type Document } from '../../render/index.ts';
import { count } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';

/** What rules derive, as a table. */
export function derivedFactsDocument({ facts }: DerivedFactsAnswer): Document {
  return {
    title: count(facts.length, 'derived fact'),
    blocks: [
      table(
        ['Fact', 'Rules', numberColumn('Confidence'), numberColumn('Proofs')],
        facts.map(({ sentence, derivations, weight, proofCount, countIsExact }) => [
          sentence,
          [...new Set(derivations.map(({ rule }) => rule))].join(', '),
          sayWeight(weight),
          countIsExact ? proofCount : `at least ${proofCount}`,
        ]),
      ),
    ],
  };
}
