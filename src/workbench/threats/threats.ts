import {
  activeSinceOf,
  evidenceInScope,
  inScope,
  isUnlimited,
  hidingOf,
  lookupsOf,
  mention,
  rankThreats,
  standingsOf,
  threatOf,
  unknownIn,
  type GroundsWanted,
  type EvidenceScope,
  type Lookups,
  type NearbySightings,
  type RankedGroup,
  type Ranking,
  type Surroundings,
  type SourcedFacts,
  type Victimology,
} from '../../analysis/index.ts';
import type { ThreatsAnswer, ThreatsQuestion } from '../../answers/index.ts';
import { errorOf, type ReportedFact } from '../../facts/index.ts';
import { fileName, keptFor } from '../../text/index.ts';
import type { FactorWeights, Organisation } from '../../threat/index.ts';
import type { Desk } from '../../desk/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { dayOrLastChange, soundDay } from '../names/asked-day.ts';
import { findGroup } from '../names/find-adversary.ts';
import { ownSightingsIn, productUsesIn } from './organisation-findings.ts';
import { sourcedFactsOf } from '../sourced-facts.ts';
import type { Answered } from '../use-case.ts';
import { victimologyIn } from '../groups/victimology.ts';

/** How to rank; `hidingOf` says what can be hidden. */
export interface ThreatSearch extends Partial<
  Pick<ThreatsQuestion, 'top' | 'asOf' | 'activeSince' | 'hide'>
> {
  /** factor → weight; those not named keep theirs. */
  readonly weights?: FactorWeights | undefined;
  /** What imported sightings have of the organisation and its sectors. */
  readonly sighted?: NearbySightings | undefined;
  /** Names in `hide` that stand for imported sightings. */
  readonly hiddenSightings?: readonly string[] | undefined;
}

/** Groups shown where nobody says how many. */
export const SHOWN = 15;

/** Ranks all live groups, without opening the evidence. */
export function rankFor(desk: Desk, given: Organisation, search: ThreatSearch = {}): Ranking {
  const organisation = withoutFolders(given);
  const asOf = dayOrLastChange(desk, search.asOf);
  const { sourced, lookups, notes } = lookedUpAt(desk)(organisation);
  const all = victimologyIn(desk);
  const { scope, notes: unknown } = scopeOf(desk, search);
  const victimology = inScope(all, scope);
  const activeSince = soundDay(search.activeSince) ?? activeSinceOf(asOf);
  const surroundings: Surroundings = {
    organisation,
    standings: standingsOf(victimology, asOf, activeSince),
    asOf,
    weights: search.weights ?? {},
    lookups: withSightings(lookupsInScope(lookups, sourced, scope), search.sighted),
  };
  const names = new Map(desk.view.sources.map(({ id, name }) => [id, name]));
  return {
    sourceName: (id) => names.get(id) ?? id,
    ranked: rankThreats(desk.view.catalogue, surroundings),
    surroundings,
    sourced,
    victimology,
    scope,
    asOf,
    activeSince,
    sighted: search.sighted,
    notes: [
      ...(given.misread ?? []).map((sentence) => `Left out of the description of ${given.name}: ${sentence}`),
      ...notes,
      ...unknown,
    ],
  };
}

/** Which evidence counts, and what is to be said of names that hide nothing. @throws FoeprintError W608 for a day that is none */
export function scopeOf(
  desk: Desk,
  { hide = [], asOf, hiddenSightings }: Pick<ThreatSearch, 'hide' | 'asOf' | 'hiddenSightings'>,
): { readonly scope: EvidenceScope; readonly notes: readonly string[] } {
  const dated = asOf === undefined ? {} : { until: soundDay(asOf) };
  // What could be hidden is not looked for where nothing is.
  if (hide.length === 0) return { scope: dated, notes: [] };
  const hiding = hidingOf(hide, sourcedFactsOf(desk), desk.view.sources, documentsIn(victimologyIn(desk)));
  return {
    scope: { admits: hiding.admits, ...dated },
    notes: hiding.unknown
      .filter((name) => hiddenSightings?.includes(name) !== true)
      .map((name) => `Nothing in view is called “${name}”, so nothing was hidden for it.`),
  };
}

/** The same with what was imported. */
function withSightings(lookups: Lookups, sighted: NearbySightings | undefined): Lookups {
  if (sighted === undefined) return lookups;
  return {
    ...lookups,
    sightings: (group) => [...lookups.sightings(group), ...sighted.ofGroup(group)],
  };
}

/** Answers are handed over: where files lie on this machine is nobody else’s business, and differs on the next. */
const withoutFolders = keptFor((organisation: Organisation): Organisation => {
  const { controls } = organisation;
  return { ...organisation, controls: { ...controls, coverage: controls.coverage.map(fileName) } };
});

/** What was looked up, without what only hidden or later sources report. */
function lookupsInScope(lookups: Lookups, sourced: SourcedFacts, scope: EvidenceScope): Lookups {
  if (isUnlimited(scope)) return lookups;
  const isInScope = (fact: ReportedFact | undefined): boolean =>
    fact === undefined || evidenceInScope(sourced, fact, scope).length > 0;
  return {
    ...lookups,
    productUses: (group) => lookups.productUses(group).filter(({ fact }) => isInScope(fact)),
    sightings: (group) => lookups.sightings(group).filter(({ fact }) => isInScope(fact)),
  };
}

/** What is looked up for an organisation: the same whatever is hidden and however factors weigh. */
interface LookedUp {
  readonly sourced: SourcedFacts;
  readonly lookups: Lookups;
  readonly notes: readonly string[];
}

// A report ranks a dozen times for one organisation: with every source left out in turn.
const lookedUpAt = keptFor((desk: Desk) =>
  keptFor((organisation: Organisation) => lookUp(desk, organisation)),
);

function lookUp(desk: Desk, organisation: Organisation): LookedUp {
  const sourced = sourcedFactsOf(desk);
  const sighted = ownSightingsIn(desk, organisation);
  const productUses = productUsesIn(desk, organisation.products);
  const lookups = lookupsOf(sourced, organisation, { productUses, ownSightings: sighted.found });
  return { sourced, lookups, notes: sighted.notes };
}

/**
 * Groups documented against organisations like this one, in the order of a sum of named factors, each with what it
 * rests on. It shows by whom and when organisations alike were struck, not who will come: first attacks on a country
 * or sector cannot be forecast from what is published.
 *
 * @throws FoeprintError W601–W603, W628 where the group to be explained is none, W649 where it is withdrawn
 */
export function threatsTo(
  desk: Desk,
  organisation: Organisation,
  search: ThreatSearch & Pick<ThreatsQuestion, 'explain'> = {},
): Answered<ThreatsAnswer> {
  const ranking = rankFor(desk, organisation, search);
  const { top = SHOWN, explain, hide = [] } = search;
  if (explain === undefined) return { answer: threatsFrom(ranking, top, hide), notes: ranking.notes };
  const { term, notes } = findGroup(desk, explain);
  const ranked = ranking.ranked.groups.find(({ group }) => group === term);
  if (ranked !== undefined)
    return { answer: threatsAnswer(ranking, [ranked], [], hide, 'all'), notes: [...ranking.notes, ...notes] };
  const { name } = mention(desk.view.catalogue, term);
  throw errorOf(WORKBENCH_ISSUES.notRanked, `${name} is withdrawn; only live groups are ranked.`);
}

/** The first groups of a ranking that is there already, and the dormant ones that match as well as they. */
export function threatsFrom(ranking: Ranking, top: number, hidden: readonly string[]): ThreatsAnswer {
  const groups = firstActive(ranking, top);
  // Where all active groups are shown, and more was asked for, nothing is held back.
  const least = groups.length < top ? 0 : (groups.at(-1)?.score ?? 0);
  const dormant = ranking.ranked.groups.filter(({ isDormant, score }) => isDormant && score >= least);
  return threatsAnswer(ranking, groups, dormant.slice(0, top), hidden, 'best');
}

/** The first active groups of a ranking: as many as are asked for, if there are. */
export function firstActive({ ranked }: Ranking, top: number): readonly RankedGroup[] {
  return ranked.groups.slice(0, top).filter(({ isDormant }) => !isDormant);
}

function threatsAnswer(
  ranking: Ranking,
  groups: readonly RankedGroup[],
  dormant: readonly RankedGroup[],
  hidden: readonly string[],
  wanted: GroundsWanted,
): ThreatsAnswer {
  const { ranked, surroundings, victimology, asOf, activeSince } = ranking;
  return {
    organisation: surroundings.organisation,
    asOf,
    activeSince,
    factors: ranked.factors,
    highest: ranked.factors.reduce((sum, { weight }) => sum + weight, 0),
    groups: groups.map((group) => threatOf(ranking, group, wanted)),
    dormant: dormant.map((group) => threatOf(ranking, group, wanted)),
    of: ranked.groups.length,
    dormantOf: ranked.groups.filter(({ isDormant }) => isDormant).length,
    unknown: unknownIn(victimology),
    hidden,
  };
}

const documentsIn = keptFor(
  ({ groups }: Victimology): ReadonlySet<string> =>
    new Set(
      groups.flatMap(({ claims, dates, reports }) => [
        ...[...claims, ...dates].flatMap(({ documents }) => documents),
        ...reports.map(({ name }) => name),
      ]),
    ),
);
