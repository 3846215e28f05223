import { sayTerm } from '../../analysis/index.ts';
import type { Catalogue } from '../../knowledge/index.ts';
import { tally } from '../../text/index.ts';
import { OBJECT_KINDS, kindOfType } from '../../threat/index.ts';

/** Things are named up to this many; more are counted. */
const NAMED = 3;

/** `25 pieces of software`; by name where they are few: `Helminth (S0170) and ISMInjector (S0189)`. */
export function sayThings(catalogue: Catalogue, terms: readonly number[]): string {
  const named = terms.slice(0, NAMED).map((term) => sayTerm(catalogue, term));
  return terms.length <= NAMED ? listed(named) : countOfKinds(catalogue, terms);
}

/** `76 techniques and 25 pieces of software`. */
export function countOfKinds(catalogue: Catalogue, terms: readonly number[]): string {
  const counts = tally(terms.map((term) => kindOf(catalogue.entry(term).type)));
  return listed([...counts].map(([kind, count]) => `${count} ${wordsOf(kind)[count === 1 ? 0 : 1]}`));
}

/** `no software`; `nothing` where anything may be meant. */
export function sayNone(types: readonly string[] | undefined): string {
  const kinds = [...new Set((types ?? []).map(kindOf))];
  return kinds.length === 0 ? 'nothing' : `no ${kinds.map((kind) => wordsOf(kind)[2]).join(' or ')}`;
}

/** `any software`; `anything` where anything may be meant. */
export function sayAny(types: readonly string[] | undefined): string {
  return sayNone(types).replace(/^no /u, 'any ').replace('nothing', 'anything');
}

/** Name of the kind of a STIX type, the type itself where no kind has it. */
export function kindOf(type: string): string {
  return kindOfType(type)?.name ?? type;
}

/** One of a kind, several of it, and what follows `no`. */
function wordsOf(kind: string): readonly [one: string, many: string, none: string] {
  const row = OBJECT_KINDS.find(({ name }) => name === kind);
  if (row === undefined) return kind === 'string' ? ['word', 'words', 'word'] : ['thing', 'things', 'thing'];
  // Of what has no plural there are pieces.
  if (row.plural === row.name) return [`piece of ${row.noun}`, `pieces of ${row.noun}`, row.noun];
  return [row.noun, row.plural.replaceAll('-', ' '), row.noun];
}

export function listed(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1) ?? ''}`;
}
