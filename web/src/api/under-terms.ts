import type { Terms } from '../address/terms.ts';

/**
 * A question with the terms that it knows; what it says itself comes first.
 *
 * @param known its fields, as `virtual:questions` has them
 */
export function underTerms<Question extends object>(
  question: Question,
  terms: Terms,
  known: object,
): Question {
  return {
    ...(terms.release !== '' && 'release' in known ? { release: terms.release } : {}),
    ...(terms['as-of'] !== '' && 'asOf' in known ? { asOf: terms['as-of'] } : {}),
    // Questions about sightings leave out batches and products by it, which sources are not.
    ...(terms.hide.length > 0 && 'hide' in known && !('synthetic' in known) ? { hide: [...terms.hide] } : {}),
    ...question,
  };
}
