import type { Claimant, NameClaim } from '../../answers/index.ts';
import type { Evidence } from '../../facts/index.ts';
import type { KnowledgeView, StoredObject } from '../../knowledge/index.ts';
import { citedForName } from '../../stix/index.ts';
import { eachReported } from './actor-joins.ts';

/** Reads the evidence of a reported fact out of the object that states it. */
export type EvidenceReader = (object: StoredObject) => Evidence;

/** Every name that sources give to a thing: its own first, then its aliases in the order of the sources. */
export function nameClaims(view: KnowledgeView, term: number, read: EvidenceReader): readonly NameClaim[] {
  const { name, aliases, stored } = view.catalogue.entry(term);
  const claims = new Map<string, Claimant[]>([name, ...aliases].map((each) => [each, []]));
  eachReported(view, 'known-as', (subject, literal, row) => {
    if (subject !== term) return;
    const alias = view.catalogue.id(literal);
    claims.set(alias, [...(claims.get(alias) ?? []), ...claimantsOf(view, 'known-as', row, read)]);
  });
  if (stored !== undefined)
    for (const [each, claimants] of claims)
      if (claimants.length === 0) claimants.push(ownClaim(view, stored, each));
  for (const { names, stored: object } of view.catalogue.beside(term))
    for (const each of names) claims.set(each, [...(claims.get(each) ?? []), ownClaim(view, object, each)]);
  return [...claims].map(([each, claimants]) => ({ name: each, claimants: distinctClaimants(claimants) }));
}

/** Everyone who claims the fact in a row of a relation. */
export function claimantsOf(
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
  const rows = view.facts.relations.get(relation);
  if (rows === undefined) return [];
  const origins = rows.origins.subarray(rows.firstStatement[row], rows.firstStatement[row + 1]);
  return [...origins].map((stored) => read(view.object(stored)));
}

/** Whose claim evidence is: an identity by its name, where the view knows it. */
export function claimantOf({ catalogue }: KnowledgeView, evidence: Evidence): Claimant {
  const given = evidence.claimant ?? evidence.source.name;
  const identity = given.startsWith('identity--') ? catalogue.termOf(given) : undefined;
  return {
    name: identity === undefined ? given : catalogue.name(identity),
    source: evidence.source.id,
    cites: evidence.citations.map((citation) => citation.name),
  };
}

/** ATT&CK and other STIX list aliases in the object itself; a reference of that very name cites where it comes from. */
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
