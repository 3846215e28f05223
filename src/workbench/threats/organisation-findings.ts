import type { ReportedFact } from '../../facts/index.ts';
import { identify, type OwnSighted } from '../../analysis/index.ts';
import { addTo, defined } from '../../text/index.ts';
import { descriptionOf } from '../../stix/index.ts';
import { typesOf, type Organisation, type OwnSighting } from '../../threat/index.ts';
import type { Reading } from '../../desk/index.ts';

/** What an organisation has seen, as terms, and what of it nothing in view is called. */
export interface OwnSightings {
  readonly found: readonly OwnSighted[];
  readonly notes: readonly string[];
}

/** What an own sighting can name, and what kinds of thing it then names. */
const NAMED = [
  { field: 'group', types: typesOf('group') },
  { field: 'software', types: typesOf('software') },
  { field: 'technique', types: typesOf('technique') },
] as const satisfies readonly { readonly field: keyof OwnSighting; readonly types: readonly string[] }[];

/** What the organisation has seen itself, looked up. */
export function ownSightingsIn({ view }: Reading, { sightings }: Organisation): OwnSightings {
  const found: OwnSighted[] = [];
  const notes: string[] = [];
  for (const sighting of sightings)
    for (const { field, types } of NAMED) {
      const name = sighting[field];
      if (name === undefined) continue;
      const one = identify(view.catalogue, name, types);
      if (one.kind === 'one') found.push(defined({ term: one.term, date: sighting.date }));
      else notes.push(leftOut(`The sighting of “${name}”`, one.kind === 'several'));
    }
  return { found, notes };
}

/** The remark on what an organisation names, where the name does not lead to one thing. */
export function leftOut(what: string, isAmbiguous: boolean): string {
  return `${what} is left out: ${isAmbiguous ? 'several things are' : 'nothing in view is'} called so.`;
}

/** Words at the end of a product's name that texts leave out. */
const GENERIC = /\s+(?:Server|Software|Platform|Suite|Gateway|Client|Appliance|Online)$/;

/**
 * How texts may name a product: as the organisation does, without a generic last word, and without the maker in front:
 * `Microsoft Exchange Server`, `Microsoft Exchange`, `Exchange Server`, `Exchange`.
 */
export function spellingsOfProduct(name: string): readonly string[] {
  const short = name.replace(GENERIC, '');
  const withoutMaker = [name, short]
    .map((each) => each.replace(/^\S+\s+/, ''))
    .filter((each) => !isGenericWord(each));
  return [...new Set([name, short, ...withoutMaker])];
}

/** A lone word without a capital or digit, or a generic one, names nothing. */
function isGenericWord(text: string): boolean {
  return !/^[\p{Lu}\d]/u.test(text) || GENERIC.test(` ${text}`);
}

/** Most sentences looked at for a product. */
const LOOKED_AT = 2000;

/** group → reported uses in whose sentences a product is named as it is written, with the product. */
export function productUsesIn(
  { view }: Reading,
  products: readonly string[],
): ReadonlyMap<number, readonly { readonly product: string; readonly fact: ReportedFact }[]> {
  const found = new Map<number, { product: string; fact: ReportedFact }[]>();
  if (products.length === 0) return found;
  const rowOf = rowsByOrigin(view.facts);
  const users = view.facts.relations.get('uses')?.columns[0];
  const groups = new Set(view.catalogue.ofType(typesOf('group')));
  for (const product of products)
    for (const row of new Set(
      spellingsOfProduct(product).flatMap((spelling) => rowsNaming(view, spelling, rowOf)),
    )) {
      const user = users?.[row] ?? -1;
      if (groups.has(user)) addTo(found, user, { product, fact: { relation: 'uses', row } });
    }
  return found;
}

/** Rows of `uses` whose sentences hold a spelling. Search is blind to case; "Exchange" is a product, "exchange" is not. */
function rowsNaming(
  view: Reading['view'],
  spelling: string,
  rowOf: ReadonlyMap<number, number>,
): readonly number[] {
  return view
    .search(`"${spelling.replaceAll('"', ' ')}"`, { types: ['relationship'], limit: LOOKED_AT })
    .hits.filter(
      ({ stored }) => rowOf.has(stored) && descriptionOf(view.object(stored).raw).includes(spelling),
    )
    .map(({ stored }) => rowOf.get(stored) ?? -1);
}

/** stored object → the row of `uses` that it states. */
function rowsByOrigin(facts: Reading['view']['facts']): ReadonlyMap<number, number> {
  const uses = facts.relations.get('uses');
  const rows = new Map<number, number>();
  for (let row = 0; row < (uses?.size ?? 0); row++)
    for (let at = uses?.firstStatement[row] ?? 0; at < (uses?.firstStatement[row + 1] ?? 0); at++)
      rows.set(uses?.origins[at] ?? -1, row);
  return rows;
}
