import type { Catalogue } from '../catalogue.ts';
import { MATCHES, type Match, type RankedHit, type SearchHit } from '../knowledge-base.ts';
import { foldText, type SearchTerm } from './search-words.ts';
import { hasAll } from './text-match.ts';

/** What was looked for, and where. */
interface Search {
  readonly query: string;
  readonly terms: readonly SearchTerm[];
  readonly types: readonly string[] | undefined;
  readonly isShown: (stored: number) => boolean;
}

/**
 * Hits by how they meet the query, then by rank; before all others the things that are called so, those with an ATT&CK id first. Of these
 * also the ones that are spelled otherwise (`APT 28`), in which no words are found.
 */
export function rankedHits(
  catalogue: Catalogue,
  hits: readonly SearchHit[],
  search: Search,
): readonly RankedHit[] {
  const called = thingsCalled(catalogue, search.query);
  const found = new Map(hits.map((hit) => [catalogue.termOf(hit.id), hit]));
  const itself = called.flatMap((term) => {
    const { stored, id, type } = catalogue.entry(term);
    const isMeant = stored !== undefined && search.isShown(stored) && (search.types?.includes(type) ?? true);
    const hit = found.get(term) ?? (isMeant ? { stored, id, type, rank: 1 } : undefined);
    return hit === undefined ? [] : [{ ...hit, match: 'itself' as const }];
  });
  const isItself = new Set(itself.map(({ stored }) => stored));
  const others = hits
    .filter(({ stored }) => !isItself.has(stored))
    .map((hit) => ({ ...hit, match: matchOf(catalogue, hit, search.terms) }));
  return [
    ...itself,
    ...others.toSorted(
      (one, other) => MATCHES.indexOf(one.match) - MATCHES.indexOf(other.match) || other.rank - one.rank,
    ),
  ];
}

/** Things that have this id, name or alias, in any spelling; those with a label first. */
function thingsCalled(catalogue: Catalogue, query: string): readonly number[] {
  const text = query.replaceAll('"', '').trim();
  const terms = [...new Set([...catalogue.find(text), ...catalogue.named(text), ...catalogue.spelled(text)])];
  const isLabelled = (term: number): number => (catalogue.label(term) === '' ? 1 : 0);
  return terms.toSorted((one, other) => isLabelled(one) - isLabelled(other));
}

function matchOf(catalogue: Catalogue, { id, type }: SearchHit, terms: readonly SearchTerm[]): Match {
  if (type === 'relationship') return 'relationship';
  const term = catalogue.termOf(id);
  if (term === undefined) return 'text';
  const { name, aliases } = catalogue.entry(term);
  return [name, ...aliases].some((text) => hasAll(foldText(text), terms)) ? 'name' : 'text';
}
