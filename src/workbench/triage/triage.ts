import type {
  LookFor,
  Mention,
  SeenTechnique,
  TriageAnswer,
  TriageCandidate,
  TriageQuestion,
} from '../../answers/index.ts';
import {
  defencesAgainst,
  groundsOf,
  lastChangeIn,
  lookFor,
  matchedOf,
  matchesOf,
  MEASURED,
  mention,
  newestDate,
  rankCandidates,
  supersetsOf,
  tacticsOf,
  type Candidate,
  type CandidateRanking,
  type SourcedFacts,
  type TriageProfiles,
} from '../../analysis/index.ts';
import { knownTo, type Desk, type Knowledge } from '../../desk/index.ts';
import { descriptionOf } from '../../stix/index.ts';
import { firstSentence, defined, isDay, plainText } from '../../text/index.ts';
import {
  organisationNamed,
  type FactorName,
  type FactorWeights,
  THREAT_FACTORS,
} from '../../threat/index.ts';
import { dayOrLastChange } from '../names/asked-day.ts';
import { findGroup } from '../names/find-adversary.ts';
import { rawOf } from '../raw-of.ts';
import { sourcedFactsOf } from '../sourced-facts.ts';
import { withCoverage, type CoverageInView } from '../coverage/counted-coverage.ts';
import { rankFor } from '../threats/threats.ts';
import type { Answered } from '../use-case.ts';
import { profilesIn } from './profiles-in.ts';
import { incidentAsked, type KnownIncident } from './incident.ts';

/** Candidates shown where nobody says how many. */
const SHOWN = 10;
/** Techniques to look for next that are shown, and candidates that they are looked for by. */
const LOOKED_FOR = 10;
/** Users of a technique named where not all are asked for. */
const USERS = 4;
/** Fewest techniques by which groups are ranked, and fewest that the first must match. */
const LEAST = { usable: 3, matched: 2 };
/** Up to so many techniques a list is weak: what was measured falls off below. */
const WEAK = 4;
/** Least probability, among the listed groups, from which the first stands out: of such, at least one in four was right. */
const STANDS_OUT = 0.2;

/**
 * What an incident means: what its techniques are, whose reported ways they are like, how far to believe that, and what to look for
 * next. It says who is documented to work so, never who did it.
 *
 * @throws FoeprintError W601–W603, W628 where the group asked about is none
 */
export async function triage(
  desk: Knowledge['desk'],
  question: TriageQuestion,
): Promise<Answered<TriageAnswer>> {
  return await withCoverage(desk, question, (coverage) => triaged(desk, question, coverage));
}

function triaged(
  desk: Knowledge['desk'],
  question: TriageQuestion,
  coverage: CoverageInView | undefined,
): Answered<TriageAnswer> {
  const incident = incidentAsked(desk, question);
  const { candidates, pNone, outcome, why, profiles } = rankIncident(desk, incident);
  const seen = [...incident.techniques.keys()];
  const sourced = sourcedFactsOf(desk);
  const asked = question.group === undefined ? undefined : findGroup(desk, question.group);
  const isShown = asked !== undefined || outcome !== 'too-little';
  const shown = isShown ? chosen(candidates, asked?.term, question.top ?? SHOWN) : [];
  const describe = describer(desk, sourced, coverage);
  const say = (term: number): Mention => mention(desk.view.catalogue, term);
  const answer: TriageAnswer = {
    ...defined({ incident: incident.id }),
    date: incident.date,
    asOf: dayOrLastChange(desk, isDay(incident.date) ? incident.date : undefined),
    techniques: [...incident.techniques]
      .map(([term, given]) => seenTechnique(term, given, profiles, describe, question.all, say))
      .toSorted((one, other) => other.rarity - one.rarity),
    software: incident.software.map(say),
    sectors: incident.sectors,
    countries: incident.countries,
    regions: incident.regions,
    unknown: incident.unknown,
    carried: incident.carried,
    outcome,
    why,
    candidates: shown.map((candidate) =>
      candidateOf(candidate, candidates, { profiles, sourced, seen, incident }),
    ),
    of: candidates.length,
    notListed: pNone,
    next: lookFor(profiles, isShown ? chosen(candidates, asked?.term, LOOKED_FOR) : [], seen)
      .slice(0, LOOKED_FOR)
      .map(({ technique, expectation, groups }): LookFor => {
        const { technique: said, tactics, detections, covered } = describe(technique);
        return {
          technique: said,
          tactics,
          detections,
          expectation,
          groups: groups.map(say),
          ...defined({ covered: covered === undefined ? undefined : covered.level > 0 }),
        };
      }),
    measured: MEASURED,
  };
  return {
    answer,
    notes: [...incident.notes, ...(asked?.notes ?? []), ...notesOn(question)],
    ...defined({ level: incident.marking }),
  };
}

/** Groups in order for an incident, what came of the attempt to rank them, and the profiles that it goes by. */
export interface RankedIncident extends CandidateRanking, Pick<TriageAnswer, 'outcome' | 'why'> {
  readonly profiles: TriageProfiles;
}

/** Ranks groups for what is known of an incident. */
export function rankIncident(
  desk: Desk,
  incident: Omit<KnownIncident, 'notes' | 'unknown' | 'carried'>,
): RankedIncident {
  const { techniques, software, date } = incident;
  const profiles = profilesIn(desk.view);
  const ranking = rankCandidates(profiles, {
    techniques: [...techniques.keys()],
    software,
    ...defined({ victimFit: victimFit(desk, incident) }),
    isPast: date !== '' && date < (lastChangeIn(desk.view) ?? ''),
  });
  return { ...ranking, ...outcomeOf(ranking, profiles), profiles };
}

/** Factors of the ranking for an organisation that are about who the victim is. */
const VICTIM_FACTORS: ReadonlySet<FactorName> = new Set(['country', 'region', 'sector']);

const VICTIM_WEIGHTS: FactorWeights = Object.fromEntries(
  THREAT_FACTORS.map(({ name, weight }) => [name, VICTIM_FACTORS.has(name) ? weight : 0]),
);

function victimFit(
  desk: Desk,
  { sectors, countries, regions }: Pick<KnownIncident, 'sectors' | 'countries' | 'regions'>,
): ReadonlyMap<number, number> | undefined {
  if (sectors.length + countries.length + regions.length === 0) return undefined;
  const victim = { ...organisationNamed('the victim'), sectors, countries, regions };
  const { ranked } = rankFor(desk, victim, { weights: VICTIM_WEIGHTS });
  return new Map(ranked.groups.map(({ group, score }) => [group, score]));
}

/** The first few, or the one that is asked about, in their places. */
function chosen(
  candidates: readonly Candidate[],
  group: number | undefined,
  top: number,
): readonly Candidate[] {
  return group === undefined
    ? candidates.slice(0, top).filter(({ score }) => score > 0)
    : candidates.filter((candidate) => candidate.group === group);
}

function outcomeOf(
  { usable: techniques, candidates: [first], pNone }: CandidateRanking,
  profiles: TriageProfiles,
): Pick<TriageAnswer, 'outcome' | 'why'> {
  const usable = techniques.length;
  if (usable === 0)
    return {
      outcome: 'too-little',
      why: 'Nothing is ranked: no technique that is known and in use was named. Give ids or names, or files of alerts.',
    };
  if (usable < LEAST.usable)
    return {
      outcome: 'too-little',
      why: `Nothing is ranked: ${usable} of the techniques seen ${usable === 1 ? 'is' : 'are'} known, and lists from fewer than ${LEAST.usable} are no better than naming the groups most reported on.`,
    };
  if (first === undefined || matchedOf(profiles, first.group, techniques).length < LEAST.matched)
    return {
      outcome: 'too-little',
      why: 'Nothing is ranked: the group that fits best is known for fewer than two of the techniques seen.',
    };
  if (usable <= WEAK)
    return {
      outcome: 'weak',
      why: `The list is weak: it goes by ${usable} techniques, and only from eight or more do the measured figures hold.`,
    };
  return first.p / (1 - pNone) < STANDS_OUT
    ? {
        outcome: 'none-stands-out',
        why: 'No group stands out: the first is hardly likelier than those after it. The list says where to look, not whom to suspect.',
      }
    : { outcome: 'ranked', why: 'The first group stands out from those after it.' };
}

function notesOn({ sector, country, software, incident }: TriageQuestion): readonly string[] {
  const isVictimKnown =
    sector.length + country.length + (incident?.sectors ?? []).length + (incident?.countries ?? []).length >
    0;
  const named = incident?.groups ?? [];
  return [
    ...(isVictimKnown ? [] : ['Sector and country of the victim help, too (--sector, --country).']),
    ...(software.length + (incident?.software ?? []).length > 0
      ? []
      : ['Names of malware and tools that were seen help much (--software).']),
    ...(named.length === 0 ? [] : [`The alerts name ${named.join(', ')}; that was not used for the order.`]),
  ];
}

type Described = Pick<SeenTechnique, 'technique' | 'tactics' | 'detections' | 'covered'>;

/** What is known of techniques, whoever uses them. */
function describer(
  desk: Desk,
  sourced: SourcedFacts,
  coverage: CoverageInView | undefined,
): (technique: number) => Described & { readonly description: string } {
  const { catalogue } = desk.view;
  const tactics = tacticsOf(sourced);
  return (technique) => {
    const served = new Set(tactics.served(technique));
    return {
      technique: mention(catalogue, technique),
      tactics: tactics.inOrder
        .filter((tactic) => served.has(tactic))
        .map((tactic) => mention(catalogue, tactic)),
      description: firstSentence(plainText(descriptionOf(rawOf(desk.view, technique)))),
      detections: defencesAgainst(knownTo(desk), 'detection-strategy', technique).map(
        ({ defence }) => defence,
      ),
      ...defined({ covered: coverage === undefined ? undefined : coveredOf(technique, coverage) }),
    };
  };
}

function coveredOf(technique: number, { techniques }: CoverageInView): NonNullable<SeenTechnique['covered']> {
  const { level = 0, file = '' } = techniques.get(technique) ?? {};
  return { level, file };
}

function seenTechnique(
  term: number,
  given: string,
  { index, reports, users, rarity }: TriageProfiles,
  describe: ReturnType<typeof describer>,
  all: boolean,
  sayGroup: (group: number) => Mention,
): SeenTechnique {
  const at = index.techniques.indexOf(term);
  const reportsOf = (place: number): number => reports[place * index.techniques.length + at] ?? 0;
  const using = index.groups
    .map((group, place) => ({ group, reports: at === -1 ? 0 : reportsOf(place) }))
    .filter((each) => each.reports > 0)
    .toSorted((one, other) => other.reports - one.reports);
  return {
    ...describe(term),
    given,
    groups: users[at] ?? 0,
    rarity: rarity[at] ?? 0,
    users: using.slice(0, all ? undefined : USERS).map(({ group }) => sayGroup(group)),
  };
}

interface Grounds {
  readonly profiles: TriageProfiles;
  readonly sourced: SourcedFacts;
  readonly seen: readonly number[];
  readonly incident: KnownIncident;
}

function candidateOf(
  candidate: Candidate,
  candidates: readonly Candidate[],
  { profiles, sourced, seen, incident }: Grounds,
): TriageCandidate {
  const { catalogue } = sourced;
  const { group, p, score, parts } = candidate;
  const place = profiles.index.groups.indexOf(group);
  const say = (term: number): Mention => mention(catalogue, term);
  const at = candidates.indexOf(candidate);
  const matches = matchesOf(profiles, group, seen);
  const matched = matches.filter((match) => match.score > 0);
  const { reports, stored } = groundsOf(profiles, group);
  const used = new Set((profiles.software[place] ?? []).map((each) => profiles.index.software[each]));
  const found = {
    techniques: `${matched.length} of ${matches.length}`,
    software: incident.software
      .filter((each) => used.has(each))
      .map((each) => catalogue.name(each))
      .join(', '),
    victim: [...incident.sectors, ...incident.countries, ...incident.regions].join(', '),
  };
  return {
    rank: at + 1,
    group: say(group),
    probability: p,
    score,
    margin: score - (candidates[at + 1]?.score ?? score),
    parts: [
      { part: 'techniques', adds: parts.techniques, found: found.techniques },
      ...(incident.software.length === 0
        ? []
        : [{ part: 'software' as const, adds: parts.software, found: found.software }]),
      ...(found.victim === '' ? [] : [{ part: 'victim' as const, adds: parts.victim, found: found.victim }]),
    ],
    matched: matched.map((match) => ({
      technique: say(match.technique),
      groups: match.users,
      reports: match.reports,
      through: match.throughSoftware === undefined ? [] : [say(match.throughSoftware)],
      adds: match.score,
    })),
    unmatched: matches.filter((match) => match.score === 0).map(({ technique }) => say(technique)),
    new: matches.length === 0 ? 0 : matches.filter((match) => match.reports === 0).length / matches.length,
    reports,
    newest: newestDate(stored.map((each) => sourced.evidence(each)))?.date ?? '',
    profile: profiles.sizes[place] ?? 0,
    supersets: supersetsOf(profiles, group, seen),
  };
}
