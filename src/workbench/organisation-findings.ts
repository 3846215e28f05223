import { identify, type OwnSighted, type ToldFact } from '../analysis/index.ts';
import { descriptionOf } from '../intake/index.ts';
import type { Organisation, OwnSighting } from '../threat/index.ts';
import { typesOf } from '../threat/index.ts';
import type { Reading } from './desk.ts';

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
      if (one.kind === 'one')
        found.push({ term: one.term, ...(sighting.date === undefined ? {} : { date: sighting.date }) });
      else
        notes.push(
          `The sighting of “${name}” is left out: ${one.kind === 'several' ? 'several things are' : 'nothing in view is'} called so.`,
        );
    }
  return { found, notes };
}

/** Most sentences looked at for a product. */
const LOOKED_AT = 2000;

/** group → told uses in whose words a product is named as it is written, with the product. */
export function productUsesIn(
  { view }: Reading,
  products: readonly string[],
): ReadonlyMap<number, readonly { readonly product: string; readonly fact: ToldFact }[]> {
  const found = new Map<number, { product: string; fact: ToldFact }[]>();
  if (products.length === 0) return found;
  const rowOf = rowsByTeller(view.facts);
  const users = view.facts.relations.get('uses')?.columns[0];
  const groups = new Set(view.catalogue.ofType(typesOf('group')));
  for (const product of products) {
    const hits = view.search(`"${product.replaceAll('"', ' ')}"`, {
      types: ['relationship'],
      limit: LOOKED_AT,
    });
    for (const { stored } of hits) {
      const row = rowOf.get(stored);
      const user = row === undefined ? undefined : users?.[row];
      if (row === undefined || user === undefined || !groups.has(user)) continue;
      // Search is blind to case; "Exchange" is a product, "exchange" is not.
      if (!descriptionOf(view.object(stored).raw).includes(product)) continue;
      found.set(user, [...(found.get(user) ?? []), { product, fact: { relation: 'uses', row } }]);
    }
  }
  return found;
}

/** stored object → the row of `uses` that it tells. */
function rowsByTeller(facts: Reading['view']['facts']): ReadonlyMap<number, number> {
  const told = facts.relations.get('uses');
  const rows = new Map<number, number>();
  for (let row = 0; row < (told?.size ?? 0); row++)
    for (let at = told?.firstStatement[row] ?? 0; at < (told?.firstStatement[row + 1] ?? 0); at++)
      rows.set(told?.origins[at] ?? -1, row);
  return rows;
}
