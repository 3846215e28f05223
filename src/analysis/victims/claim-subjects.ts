import { addTo, tally } from '../../text/index.ts';
import { eachReported, hasType } from '../../facts/index.ts';
import type { SourcedFacts } from '../profile/sourced-facts.ts';
import { joinActors, liveTerm } from '../identity/actor-joins.ts';
import { typesOf } from '../../threat/index.ts';
import { SUBJECT_LINKS, type ClaimSubject, type SubjectLink } from './trait.ts';

const TRUST = new Map<SubjectLink, number>(SUBJECT_LINKS.map(({ by, trust }) => [by, trust]));

type ReportedFacts = Pick<SourcedFacts, 'catalogue' | 'reported'>;

/**
 * Everything whose claims count for each live group: itself, its entries in other sources, and campaigns
 * attributed to it or to such an entry. Groups in the order of their ATT&CK ids; for each, the most trusted first.
 */
export function claimSubjectsOf(sourced: ReportedFacts): ReadonlyMap<number, readonly ClaimSubject[]> {
  const { catalogue } = sourced;
  const subjects = new Map<number, ClaimSubject[]>(
    catalogue.ofType(typesOf('group')).map((group) => [group, [claimSubject(group, 'itself')]]),
  );
  const joins = joinActors({ catalogue, facts: sourced.reported });
  /** For each entry of another source, how many groups it is joined with. */
  const sharers = tally(joins.map(({ actor }) => actor));
  for (const join of joins) {
    const isShared = (sharers.get(join.actor) ?? 0) > 1;
    const by = join.by === 'name' && isShared ? 'contested-name' : join.by;
    subjects.get(join.group)?.push({ ...claimSubject(join.actor, by, join.through), isShared });
  }
  const campaigns = campaignsOf(sourced);
  for (const ofGroup of subjects.values()) {
    for (const { term, by } of ofGroup.slice())
      // A name in common is too little to take over what a campaign is reported to have done.
      if (by === 'itself' || by === 'attack-id')
        for (const campaign of campaigns.get(term) ?? [])
          if (!ofGroup.some((known) => known.term === campaign))
            ofGroup.push(claimSubject(campaign, 'campaign'));
    ofGroup.sort((one, other) => other.trust - one.trust);
  }
  return subjects;
}

/**
 * Everything whose claims count for one entry of another source, or for a campaign: itself, entries of the same ATT&CK
 * id, those that it refers to or that refer to it as similar or the same, those with a name in common, and campaigns
 * attributed to it. Claims about groups of ATT&CK do not count: whoever means them asks about them. The most trusted first.
 */
export function claimSubjectsAround(sourced: ReportedFacts, term: number): readonly ClaimSubject[] {
  const { catalogue, reported } = sourced;
  const { name, aliases } = catalogue.entry(term);
  // A campaign is no actor, whatever they are called: a campaign is joined with campaigns, an actor with actors.
  const kin = typesOf(hasType(catalogue, term, typesOf('campaign')) ? 'campaign' : 'actor');
  const subjects = new Map<number, ClaimSubject>([[term, claimSubject(term, 'itself')]]);
  const add = (other: number, by: SubjectLink, through: readonly string[] = []): void => {
    if (subjects.has(other) || catalogue.isWithdrawn(other) || !hasType(catalogue, other, kin)) return;
    subjects.set(other, claimSubject(other, by, through));
  };
  const ids = idsOf(sourced, term);
  eachReported(reported, 'has-attack-id', (thing, literal) => {
    if (ids.has(catalogue.id(literal))) add(thing, 'attack-id', [catalogue.id(literal)]);
  });
  for (const relation of ['same-as', 'similar-to'])
    eachReported(reported, relation, (one, other) => {
      if (one === term) add(other, 'reference');
      if (other === term) add(one, 'reference');
    });
  for (const shared of [name, ...aliases])
    for (const other of catalogue.named(shared)) add(other, 'name', [shared]);
  for (const campaign of campaignsOf(sourced).get(term) ?? [])
    if (!subjects.has(campaign)) subjects.set(campaign, claimSubject(campaign, 'campaign'));
  return [...subjects.values()].toSorted((one, other) => other.trust - one.trust);
}

/** The ATT&CK ids of a thing: its own, or those that sources give it. */
function idsOf({ catalogue, reported }: ReportedFacts, term: number): ReadonlySet<string> {
  const label = catalogue.label(term);
  const ids = new Set(label === '' ? [] : [label]);
  eachReported(reported, 'has-attack-id', (thing, literal) => {
    if (thing === term) ids.add(catalogue.id(literal));
  });
  return ids;
}

function claimSubject(term: number, by: SubjectLink, through: readonly string[] = []): ClaimSubject {
  return { term, by, through, trust: TRUST.get(by) ?? 0, isShared: false };
}

/** actor → its live campaigns, and other sources' entries that have the ATT&CK id of one. */
function campaignsOf({ catalogue, reported }: ReportedFacts): ReadonlyMap<number, readonly number[]> {
  const entries = new Map<string, number[]>();
  eachReported(reported, 'has-attack-id', (thing, literal) => {
    if (hasType(catalogue, thing, typesOf('campaign'))) addTo(entries, catalogue.id(literal), thing);
  });
  const campaigns = new Map<number, number[]>();
  eachReported(reported, 'attributed-to', (act, actor) => {
    const campaign = liveTerm(catalogue, act);
    if (campaign === undefined || !hasType(catalogue, campaign, typesOf('campaign'))) return;
    for (const each of [campaign, ...(entries.get(catalogue.label(campaign)) ?? [])])
      addTo(campaigns, actor, each);
  });
  return campaigns;
}
