import { addTo } from '../../text/index.ts';
import type { Claimant, NameClaim } from '../../answers/index.ts';
import { eachReported, originsOf, type Evidence, type ReportedFact } from '../../facts/index.ts';
import type { KnowledgeView, StoredObject } from '../../knowledge/index.ts';
import { citedForName } from '../../stix/index.ts';

/** Reads the evidence of a reported fact out of the object that states it. */
export type EvidenceReader = (object: StoredObject) => Evidence;

/** Every name that sources give to a thing: its own first, then its aliases in the order of the sources. */
export function nameClaims(view: KnowledgeView, term: number, read: EvidenceReader): readonly NameClaim[] {
  const { name, aliases, stored } = view.catalogue.entry(term);
  const claims = new Map<string, Claimant[]>([name, ...aliases].map((each) => [each, []]));
  eachReported(view.facts, 'known-as', (subject, literal, row) => {
    if (subject !== term) return;
    for (const claimant of claimantsOf(view, { relation: 'known-as', row }, read))
      addTo(claims, view.catalogue.id(literal), claimant);
  });
  if (stored !== undefined)
    for (const [each, claimants] of claims)
      if (claimants.length === 0) claimants.push(ownClaim(view, stored, each));
  for (const { names, stored: object } of view.catalogue.beside(term))
    for (const each of names) addTo(claims, each, ownClaim(view, object, each));
  return [...claims].map(([each, claimants]) => ({ name: each, claimants: distinctClaimants(claimants) }));
}

/** Everyone who claims a fact. */
export function claimantsOf(
  view: KnowledgeView,
  fact: ReportedFact,
  read: EvidenceReader,
): readonly Claimant[] {
  return evidenceIn(view, fact, read).map((evidence) => claimantOf(view, evidence));
}

export function evidenceIn(
  view: KnowledgeView,
  fact: ReportedFact,
  read: EvidenceReader,
): readonly Evidence[] {
  return originsOf(view.facts, fact).map((stored) => read(view.object(stored)));
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
