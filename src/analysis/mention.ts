import { sayMention, type Mention } from '../answers/index.ts';
import { compareText } from '../text/index.ts';
import type { Catalogue } from '../knowledge/index.ts';

/** How an answer names a term. */
export function mention(catalogue: Catalogue, term: number): Mention {
  const { id, type, name, label, withdrawn } = catalogue.entry(term);
  return { id, type, name, label, ...(withdrawn === undefined ? {} : { withdrawn }) };
}

/** Order of mentions in lists: by label, those without one last, then by name, then by id. */
export function compareMentions(left: Mention, right: Mention): number {
  return (
    compareText(left.label || '\uffff', right.label || '\uffff') ||
    compareText(left.name, right.name) ||
    compareText(left.id, right.id)
  );
}

/** A term in a sentence: `Orangeworm (G0071)`. */
export function sayTerm(catalogue: Catalogue, term: number): string {
  return sayMention(mention(catalogue, term));
}
