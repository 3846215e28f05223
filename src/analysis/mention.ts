import { compareText } from '../text/index.ts';
import type { Catalogue } from '../knowledge/index.ts';
import type { Withdrawal } from '../facts/index.ts';

/** A thing as an answer names it. */
export interface Mention {
  /** STIX id, or the text of a literal. */
  readonly id: string;
  /** STIX type, or `string`. */
  readonly type: string;
  readonly name: string;
  /** ATT&CK id; empty where there is none. */
  readonly label: string;
  /** Present where the source has withdrawn it. */
  readonly withdrawn?: Withdrawal;
}

/** How an answer names a term. */
export function mention(catalogue: Catalogue, term: number): Mention {
  const { id, type, name, label, withdrawn } = catalogue.entry(term);
  return { id, type, name, label, ...(withdrawn === undefined ? {} : { withdrawn }) };
}

/** Name with label as a sentence says it: `Orangeworm (G0071)`. */
export function sayMention({ name, label }: Mention): string {
  return label === '' ? name : `${name} (${label})`;
}

/** Order of mentions in lists: by label, those without one last, then by name, then by id. */
export function compareMentions(left: Mention, right: Mention): number {
  return (
    compareText(left.label || '\uffff', right.label || '\uffff') ||
    compareText(left.name, right.name) ||
    compareText(left.id, right.id)
  );
}
