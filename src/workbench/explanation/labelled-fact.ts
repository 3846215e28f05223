import { sayTerm } from '../../analysis/index.ts';
import type { Catalogue } from '../../knowledge/index.ts';
import { sayFact, type Model } from '../../reasoning/index.ts';

/** What facts are put in words from. */
interface Words {
  readonly catalogue: Catalogue;
  readonly model: Model;
}

/** A fact with the labels of its things: `Orangeworm (G0071) indirectly uses Ping (S0097)`. */
export function labelledFact(
  { catalogue, model }: Words,
  relation: string,
  terms: readonly number[],
): string {
  return sayFact(model, { relation, terms }, (term) => sayTerm(catalogue, term));
}

/** The fact as a question: `Why is it that Orangeworm (G0071) indirectly uses Ping (S0097)?`. */
export function whyFact(words: Words, relation: string, terms: readonly number[]): string {
  return `Why is it that ${labelledFact(words, relation, terms)}?`;
}
