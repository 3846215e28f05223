import type { Claimant, NameClaim } from '../../answers/index.ts';
import type { Evidence } from '../../facts/index.ts';
import type { KnowledgeView, StoredObject } from '../../knowledge/index.ts';
import { citedForName } from '../../stix/index.ts';
import { eachReported } from './actor-joins.ts';

/** Reads why a told fact is believed from the object that tells it. */
export type EvidenceReader = (object: StoredObject) => Evidence;

/** Every name that sources give to a thing: its own first, then its aliases in order of telling. */
export function nameClaims(view: KnowledgeView, term: number, read: EvidenceReader): readonly NameClaim[] {
  const { name, aliases, stored } = view.catalogue.entry(term);
  const claims = new Map<string, Claimant[]>([name, ...aliases].map((each) => [each, []]));
  eachReported(view, 'known-as', (subject, literal, row) => {
    if (subject !== term) return;
    const told = view.catalogue.id(literal);
    claims.set(told, [...(claims.get(told) ?? []), ...tellersOf(view, 'known-as', row, read)]);
  });
  if (stored !== undefined)
    for (const [each, claimants] of claims)
      if (claimants.length === 0) claimants.push(ownClaim(view, stored, each));
  for (const telling of view.catalogue.beside(term))
    for (const each of telling.names)
      claims.set(each, [...(claims.get(each) ?? []), ownClaim(view, telling.stored, each)]);
  return [...claims].map(([each, claimants]) => ({ name: each, claimants: distinctClaimants(claimants) }));
}

/** Everyone who tells a row of a relation. */
export function tellersOf(
  view: KnowledgeView,
  relation: string,
  row: number,
  read: EvidenceReader,
): readonly Claimant[] {
  return evidenceOf(view, relation, row, read).map((evidence) => claimantOf(view, evidence));
}

/** The evidence of a row of a relation. */
export function evidenceOf(
  view: KnowledgeView,
  relation: string,
  row: number,
  read: EvidenceReader,
): readonly Evidence[] {
  const told = view.facts.relations.get(relation);
  if (told === undefined) return [];
  const origins = told.origins.subarray(told.firstStatement[row], told.firstStatement[row + 1]);
  return [...origins].map((stored) => read(view.object(stored)));
}

/** Whose claim evidence is: an identity by its name, where the view knows it. */
export function claimantOf({ catalogue }: KnowledgeView, evidence: Evidence): Claimant {
  const told = evidence.claimant ?? evidence.source.name;
  const identity = told.startsWith('identity--') ? catalogue.termOf(told) : undefined;
  return {
    name: identity === undefined ? told : catalogue.name(identity),
    source: evidence.source.id,
    cites: evidence.citations.map((citation) => citation.name),
  };
}

/** ATT&CK and other STIX list aliases in the object itself; a reference of that very name says where it comes from. */
function ownClaim(view: KnowledgeView, stored: number, name: string): Claimant {
  const { raw, sources } = view.object(stored);
  const [source] = sources;
  return { name: source?.name ?? '', source: source?.id ?? '', cites: citedForName(raw, name) };
}

/** Each claimant once per source. */
export function distinctClaimants(claimants: readonly Claimant[]): readonly Claimant[] {
  const known = new Map(claimants.map((claimant) => [`${claimant.name}\n${claimant.source}`, claimant]));
  return [...known.values()];
}
