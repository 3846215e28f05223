import type { SourcedFacts } from '../profile/sourced-facts.ts';
import {
  eachReported,
  hasType,
  joinActors,
  liveTerm,
  type ActorJoin,
  type JoinedView,
} from '../identity/actor-joins.ts';
import { typesOf } from '../../threat/index.ts';
import { SUBJECT_LINKS, type ClaimSubject, type SubjectLink } from './trait.ts';

const TRUST = new Map<SubjectLink, number>(SUBJECT_LINKS.map(({ by, trust }) => [by, trust]));

/** What voices are found in. */
type Told = Pick<SourcedFacts, 'catalogue' | 'told'>;

/**
 * Everything whose claims are heard for each live group: itself, its entries in other sources, and campaigns
 * attributed to it or to such an entry. Groups in the order of their ATT&CK ids; for each, the most trusted first.
 */
export function claimSubjectsOf(sourced: Told): ReadonlyMap<number, readonly ClaimSubject[]> {
  const { catalogue } = sourced;
  const view = { catalogue, facts: sourced.told };
  const voices = new Map<number, ClaimSubject[]>(
    catalogue.ofType(typesOf('group')).map((group) => [group, [voice(group, 'itself')]]),
  );
  const joins = joinActors(view);
  const sharers = countGroups(joins);
  for (const join of joins) {
    const isShared = (sharers.get(join.actor) ?? 0) > 1;
    const by = join.by === 'name' && isShared ? 'contested-name' : join.by;
    voices.get(join.group)?.push({ ...voice(join.actor, by, join.through), isShared });
  }
  const campaigns = campaignsOf(sourced);
  for (const heard of voices.values()) {
    for (const { term, by } of heard.slice())
      // A name in common is too little to hand on what a campaign is told to have done.
      if (by === 'itself' || by === 'attack-id')
        for (const campaign of campaigns.get(term) ?? [])
          if (!heard.some((known) => known.term === campaign)) heard.push(voice(campaign, 'campaign'));
    heard.sort((one, other) => other.trust - one.trust);
  }
  return voices;
}

/**
 * Everything whose claims are heard for one entry of another source, or for a campaign: itself, entries of the same ATT&CK
 * id, those that it refers to or that refer to it as similar or the same, those with a name in common, and campaigns
 * attributed to it. Groups of ATT&CK are not heard: whoever means them asks about them. The most trusted first.
 */
export function claimSubjectsAround(sourced: Told, term: number): readonly ClaimSubject[] {
  const { catalogue, told } = sourced;
  const view = { catalogue, facts: told };
  const { type, name, aliases } = catalogue.entry(term);
  // A campaign is no actor, whatever they are called: like is heard for like.
  const kin = typesOf('campaign').includes(type) ? typesOf('campaign') : typesOf('actor');
  const heard = new Map<number, ClaimSubject>([[term, voice(term, 'itself')]]);
  const hear = (other: number, by: SubjectLink, through: readonly string[] = []): void => {
    if (heard.has(other) || catalogue.isWithdrawn(other) || !hasType(catalogue, other, kin)) return;
    heard.set(other, voice(other, by, through));
  };
  const ids = idsOf(view, term);
  eachReported(view, 'has-attack-id', (thing, literal) => {
    if (ids.has(catalogue.id(literal))) hear(thing, 'attack-id', [catalogue.id(literal)]);
  });
  for (const relation of ['same-as', 'similar-to'])
    eachReported(view, relation, (one, other) => {
      if (one === term) hear(other, 'reference');
      if (other === term) hear(one, 'reference');
    });
  for (const shared of [name, ...aliases])
    for (const other of catalogue.named(shared)) hear(other, 'name', [shared]);
  for (const campaign of campaignsOf(sourced).get(term) ?? [])
    if (!heard.has(campaign)) heard.set(campaign, voice(campaign, 'campaign'));
  return [...heard.values()].toSorted((one, other) => other.trust - one.trust);
}

/** The ATT&CK ids of a thing: its own, or those that sources give it. */
function idsOf(view: JoinedView, term: number): ReadonlySet<string> {
  const { label } = view.catalogue.entry(term);
  const ids = new Set(label === '' ? [] : [label]);
  eachReported(view, 'has-attack-id', (thing, literal) => {
    if (thing === term) ids.add(view.catalogue.id(literal));
  });
  return ids;
}

function voice(term: number, by: SubjectLink, through: readonly string[] = []): ClaimSubject {
  return { term, by, through, trust: TRUST.get(by) ?? 0, isShared: false };
}

/** For each entry of another source, how many groups it is joined with. */
function countGroups(joins: readonly ActorJoin[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { actor } of joins) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  return counts;
}

/** actor → its live campaigns, and other sources' entries that have the ATT&CK id of one. */
function campaignsOf({ catalogue, told }: Told): ReadonlyMap<number, readonly number[]> {
  const view = { catalogue, facts: told };
  const entries = new Map<string, number[]>();
  eachReported(view, 'has-attack-id', (thing, literal) => {
    if (!hasType(catalogue, thing, typesOf('campaign'))) return;
    const label = catalogue.id(literal);
    entries.set(label, [...(entries.get(label) ?? []), thing]);
  });
  const campaigns = new Map<number, number[]>();
  eachReported(view, 'attributed-to', (act, actor) => {
    const campaign = liveTerm(catalogue, act);
    if (campaign === undefined || !hasType(catalogue, campaign, typesOf('campaign'))) return;
    const also = entries.get(catalogue.label(campaign)) ?? [];
    campaigns.set(actor, [...(campaigns.get(actor) ?? []), campaign, ...also]);
  });
  return campaigns;
}
