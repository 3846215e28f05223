import { sayMention, type Ground, type Mention } from '../answers/index.ts';
import {
  heardEvidence,
  heardOnly,
  hearsAll,
  hidingOf,
  lookupsOf,
  mention,
  rankThreats,
  sayTrait,
  seenOf,
  standingsOf,
  unknownIn,
  VOICES,
} from '../analysis/index.ts';
import type {
  AppliedFactor,
  FactorScore,
  Hearing,
  Lookups,
  RankedGroup,
  RankedGroups,
  SeenDate,
  Surroundings,
  Telling,
  Testimony,
  ToldFact,
  TraitClaim,
  UnknownCounts,
  Victimology,
  Voice,
} from '../analysis/index.ts';
import { keptFor } from '../text/index.ts';
import { type Evidence } from '../facts/index.ts';
import type { FactorWeights, Organisation } from '../threat/index.ts';
import { noticesOf, sourceNames, type Desk } from '../desk/index.ts';
import { dayOrLastChange } from './profile.ts';
import { ownSightingsIn, productUsesIn } from './organisation-findings.ts';
import { testimonyOf } from './testimony.ts';
import { victimologyIn } from './victimology.ts';

/** How to rank. */
export interface ThreatSearch {
  /** Groups to show; default {@link SHOWN}. */
  readonly top?: number | undefined;
  /** Day from which ages count, and after which nothing published is used. Default: when what is in view was last changed. */
  readonly asOf?: string | undefined;
  /** factor → weight; those not named keep theirs. */
  readonly weights?: FactorWeights | undefined;
  /** Names of sources, claimants, campaigns or documents that are not to be used; see `hidingOf`. */
  readonly hide?: readonly string[] | undefined;
}

/** Groups shown where nobody says how many. */
export const SHOWN = 15;

/** Which groups are documented against organisations like this one, and why they stand in this order. */
export interface ThreatsAnswer {
  readonly organisation: Organisation;
  readonly asOf: string;
  /** Factors that apply, with their weights. */
  readonly factors: readonly AppliedFactor[];
  /** Sum of their weights: the highest score there could be. */
  readonly highest: number;
  readonly groups: readonly ThreatRow[];
  /** Live groups in all. */
  readonly of: number;
  /** For how many of them nothing is known. */
  readonly unknown: UnknownCounts;
  readonly hidden: readonly string[];
  readonly sources: readonly string[];
  readonly notes: readonly string[];
  readonly notices: readonly string[];
}

/** One ranked group. */
export interface ThreatRow {
  readonly rank: number;
  readonly group: Mention;
  readonly score: number;
  /** Last time that it was seen or reported on, `2024-02`; empty where nothing says. */
  readonly lastSeen: string;
  readonly factors: readonly ThreatFactor[];
}

/** A factor of one group's score. */
export interface ThreatFactor extends Omit<FactorScore, 'grounds'> {
  /** What it rests on, the strongest and best cited first. */
  readonly grounds: readonly Ground[];
}

/** Everything that a ranking is made from, for analyses that go on from it. */
export interface Ranking {
  readonly ranked: RankedGroups;
  readonly surroundings: Surroundings;
  readonly testimony: Testimony;
  readonly victimology: Victimology;
  /** What of all that is told was heard. */
  readonly hearing: Hearing;
  readonly asOf: string;
  readonly notes: readonly string[];
  /** What a source is called, by its id. */
  readonly sourceName: (id: string) => string;
}

/** Ranks all live groups, without opening the evidence. */
export function rankFor(desk: Desk, organisation: Organisation, search: ThreatSearch = {}): Ranking {
  const asOf = dayOrLastChange(desk, search.asOf);
  const { testimony, lookups, notes } = lookedUpAt(desk)(organisation);
  const all = victimologyIn(desk);
  const hiding = hidingOf(search.hide ?? [], testimony, desk.view.sources, documentsIn(all));
  const hearing: Hearing = {
    ...(search.hide === undefined || search.hide.length === 0 ? {} : { hears: hiding.hears }),
    ...(search.asOf === undefined ? {} : { until: asOf }),
  };
  const victimology = heardOnly(all, hearing);
  const surroundings: Surroundings = {
    organisation,
    standings: standingsOf(victimology, asOf),
    lookups: heardLookups(lookups, testimony, hearing),
  };
  const names = new Map(desk.view.sources.map(({ id, name }) => [id, name]));
  return {
    sourceName: (id) => names.get(id) ?? id,
    ranked: rankThreats(desk.view.catalogue, surroundings, search.weights),
    surroundings,
    testimony,
    victimology,
    hearing,
    asOf,
    notes: [
      ...notes,
      ...hiding.unknown.map((name) => `Nothing in view is called “${name}”, so nothing was hidden for it.`),
    ],
  };
}

/** What was looked up, without what only hidden or later sources tell. */
function heardLookups(lookups: Lookups, testimony: Testimony, hearing: Hearing): Lookups {
  if (hearsAll(hearing)) return lookups;
  const isHeard = (fact: ToldFact | undefined): boolean =>
    fact === undefined || heardEvidence(testimony, fact, hearing).length > 0;
  return {
    ...lookups,
    productUses: (group) => lookups.productUses(group).filter(({ fact }) => isHeard(fact)),
    sightings: (group) => lookups.sightings(group).filter(({ fact }) => isHeard(fact)),
  };
}

/** What is looked up for an organisation: the same whatever is hidden and however factors weigh. */
interface LookedUp {
  readonly testimony: Testimony;
  readonly lookups: Lookups;
  readonly notes: readonly string[];
}

// A report ranks a dozen times for one organisation: with every source left out in turn.
const lookedUpAt = keptFor((desk: Desk) =>
  keptFor((organisation: Organisation) => lookUp(desk, organisation)),
);

function lookUp(desk: Desk, organisation: Organisation): LookedUp {
  const testimony = testimonyOf(desk);
  const sighted = ownSightingsIn(desk, organisation);
  const productUses = productUsesIn(desk, organisation.products);
  const lookups = lookupsOf(testimony, organisation, { productUses, ownSightings: sighted.found });
  return { testimony, lookups, notes: sighted.notes };
}

/**
 * Groups documented against organisations like this one, in the order of a sum of named factors, each with what it
 * rests on. It says by whom and when organisations alike were struck, not who will come: first attacks on a country
 * or sector cannot be forecast from what is published.
 */
export function threatsTo(desk: Desk, organisation: Organisation, search: ThreatSearch = {}): ThreatsAnswer {
  return threatsFrom(desk, rankFor(desk, organisation, search), search);
}

/** The same from a ranking that is there already. */
export function threatsFrom(desk: Desk, ranking: Ranking, search: ThreatSearch = {}): ThreatsAnswer {
  const { ranked, surroundings, victimology, asOf, notes } = ranking;
  return {
    organisation: surroundings.organisation,
    asOf,
    factors: ranked.factors,
    highest: ranked.factors.reduce((sum, { weight }) => sum + weight, 0),
    groups: ranked.groups.slice(0, search.top ?? SHOWN).map((group) => threatRow(ranking, group)),
    of: ranked.groups.length,
    unknown: unknownIn(victimology),
    hidden: search.hide ?? [],
    sources: sourceNames(desk),
    notes,
    notices: noticesOf(desk),
  };
}

/** A ranked group with its evidence opened. */
export function threatRow(ranking: Ranking, { group, rank, score, factors }: RankedGroup): ThreatRow {
  return {
    rank,
    group: mention(ranking.testimony.catalogue, group),
    score,
    lastSeen: lastSeenOf(ranking, group),
    factors: factors.map(({ grounds, ...factor }) => ({
      ...factor,
      grounds: [
        ...(grounds.claims ?? []).map((claim) => claimGround(ranking.testimony, claim)),
        ...(grounds.facts ?? []).flatMap((fact) => factGrounds(ranking, fact)),
        ...(grounds.reports ?? []).toReversed().map(({ name, published, url, source }) => ({
          label: `reported ${published}`,
          by: ranking.sourceName(source),
          sentence: '',
          via: '',
          strength: 1,
          confidence: '',
          extractedBy: '',
          citations: [{ name, published, ...(url === undefined ? {} : { url }) }],
        })),
      ],
    })),
  };
}

function lastSeenOf({ victimology }: Ranking, group: number): string {
  const victims = victimology.groups.find((each) => each.group === group);
  return (victims === undefined ? undefined : seenOf(victims).lastSeen) ?? '';
}

/** A claim as somebody told it. */
export function claimGround(testimony: Testimony, claim: TraitClaim): Ground {
  return toldGround(testimony, claim, sayTrait(claim.kind, claim.value), claim.strength);
}

/** A date of a group's activity as somebody told it. */
export function dateGround(testimony: Testimony, seen: SeenDate): Ground {
  return toldGround(testimony, seen, `${seen.end} seen ${seen.date}`, seen.voice.trust);
}

function toldGround(
  testimony: Testimony,
  { stored, voice, confidence, extractedBy }: Telling & { readonly voice: Voice },
  label: string,
  strength: number,
): Ground {
  const evidence = testimony.evidence(stored);
  return {
    label,
    by: tellerOf(evidence),
    sentence: evidence.sentence,
    via: viaOf(testimony, voice),
    strength,
    confidence,
    extractedBy,
    citations: evidence.citations,
  };
}

function viaOf({ catalogue }: Testimony, voice: Voice): string {
  if (voice.by === 'itself') return '';
  const row = VOICES.find(({ by }) => by === voice.by);
  const through = voice.through.length === 0 ? '' : ` (${voice.through.join(', ')})`;
  return `${row?.says ?? voice.by}: ${sayMention(mention(catalogue, voice.term))}${through}`;
}

function factGrounds({ testimony, hearing }: Ranking, fact: ToldFact): readonly Ground[] {
  return heardEvidence(testimony, fact, hearing).map((evidence) => ({
    label: fact.relation,
    by: tellerOf(evidence),
    sentence: evidence.sentence,
    via: '',
    strength: 1,
    confidence: evidence.confidence ?? '',
    extractedBy: '',
    citations: evidence.citations,
  }));
}

function tellerOf({ source, claimant }: Evidence): string {
  return claimant === undefined ? source.name : `${claimant}, in ${source.name}`;
}

/** Names of all documents that are cited. */
const documentsIn = keptFor(
  ({ groups }: Victimology): ReadonlySet<string> =>
    new Set(
      groups.flatMap(({ claims, dates, reports }) => [
        ...[...claims, ...dates].flatMap(({ documents }) => documents),
        ...reports.map(({ name }) => name),
      ]),
    ),
);
