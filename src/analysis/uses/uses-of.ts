import type { UseKind } from '../../answers/index.ts';
import { compareText, addTo } from '../../text/index.ts';
import { hasType, type Evidence, type ReportedFact } from '../../facts/index.ts';
import { typesOf } from '../../threat/index.ts';
import { DERIVED } from '../../desk/index.ts';
import { compareMentions, mention } from '../mention.ts';
import { termsOf, type SourcedFacts } from '../profile/sourced-facts.ts';
import { latestDay } from '../score/evidence-date.ts';
import type { EvidenceScope } from '../victims/victimology.ts';
import { evidenceInScope, isUnlimited } from './evidence-in-scope.ts';
import { newestDate } from './newest-date.ts';
import { actsAmong, campaignTerms, reportedUses, type ReportedUse } from './reported-uses.ts';
import { waysTo, type Way } from './ways.ts';

/** The use of a technique, with all evidence for it. */
export interface Use {
  /** What is used: software, where that is asked for. */
  readonly technique: number;
  readonly use: UseKind;
  /** 1 where it is reported of the user itself, else that of the most credible way to it, at most 1. */
  readonly credibility: number;
  /**
   * What the user and its campaigns are reported to do, each piece once: of a direct use, the evidence of the user or of a
   * campaign; of a derived one, what stands under any of its ways.
   */
  readonly evidence: readonly Evidence[];
  /** Of a derived use, what stands between the user and the technique in any way, that of the first way first. */
  readonly through: readonly number[];
  /** Of a derived use, every way to it: the most credible first, of equally credible ones that with the newest evidence. */
  readonly ways: readonly UseWay[];
  /** Evidence that the user itself does it; none of a derived use. */
  readonly ofUser: readonly Evidence[];
  /** Evidence that campaigns attributed to the user do it. */
  readonly ofCampaigns: readonly Evidence[];
}

/** One last step by which rules derive a use. */
export interface UseWay {
  /** 0 … 1: the weight of the rule times the least credible premise. */
  readonly credibility: number;
  /** What the user and its campaigns are reported to do. */
  readonly evidence: readonly Evidence[];
  readonly through: readonly number[];
}

/** What uses are found in. */
export interface UseGrounds {
  readonly sourced: SourcedFacts;
  /** Default: everything is in scope. */
  readonly scope?: EvidenceScope;
}

/** Which uses to find. */
export interface UseOptions {
  /** Take in uses that only rules know. Default true. */
  readonly derived?: boolean;
  /** STIX types of what is used. Default: techniques. */
  readonly types?: readonly string[];
  /** The one thing that is used; default all. */
  readonly only?: number;
}

/**
 * Every technique that users use, reported or derived, with all evidence for it: the one place from which profiles, layers,
 * timelines and expectations have score, dates, sentence and ways, so that no two of them differ about a use and none
 * depends on which of many proofs comes first.
 *
 * A use both reported and derived is direct. What is reported of campaigns attributed to a user is evidence for its own uses too.
 *
 * @param users terms of groups, actors, campaigns or software
 * @param options what to take in
 * @returns the uses of a user among those asked about; direct ones first
 */
export function usesOf(
  { sourced, scope = {} }: UseGrounds,
  users: readonly number[],
  { derived = true, types = typesOf('technique'), only }: UseOptions = {},
): ReadonlyMap<number, readonly Use[]> {
  const evidence = evidenceReader(sourced, scope);
  const isWanted = ({ technique }: DerivedFact): boolean =>
    hasType(sourced.catalogue, technique, types) && (only === undefined || technique === only);
  const facts = new Map(
    users.map((user) => [user, derived ? derivedFacts(sourced, user).filter(isWanted) : []]),
  );
  const ways = waysTo(
    sourced.model,
    [...facts.values()].flat(),
    (fact) => isUnlimited(scope) || evidence(fact).length > 0,
  );
  return new Map(
    users.map((user) => {
      const acts = actsOfCampaigns(sourced, user, evidence);
      const reported = reportedUses(sourced, user, types).filter(
        ({ used }) => only === undefined || used === only,
      );
      const direct = directUses(reported, evidence, acts);
      const known = new Set(direct.map(({ technique }) => technique));
      const byRules = (facts.get(user) ?? [])
        .filter(({ technique }) => !known.has(technique))
        .flatMap((fact) => derivedUse(sourced, user, fact.technique, ways(fact), evidence, acts));
      return [user, [...direct, ...byRules]];
    }),
  );
}

type EvidenceReader = (fact: ReportedFact) => readonly Evidence[];

/** One fact stands under many uses: its evidence is looked up once, and so counts once. */
function evidenceReader(sourced: SourcedFacts, scope: EvidenceScope): EvidenceReader {
  const read = new Map<string, readonly Evidence[]>();
  return (fact) => {
    const key = `${fact.relation} ${fact.row}`;
    const found = read.get(key) ?? evidenceInScope(sourced, fact, scope);
    read.set(key, found);
    return found;
  };
}

/** Types of what campaigns are reported to use that leads to techniques. */
const USED: readonly string[] = [...typesOf('technique'), ...typesOf('software')];

type Acts = ReadonlyMap<number, readonly Evidence[]>;

function directUses(reported: readonly ReportedUse[], evidence: EvidenceReader, acts: Acts): readonly Use[] {
  return reported.flatMap(({ fact, used }): readonly Use[] => {
    const ofUser = evidence(fact);
    if (ofUser.length === 0) return [];
    const ofCampaigns = acts.get(used) ?? [];
    return [
      {
        technique: used,
        use: 'direct',
        credibility: 1,
        evidence: distinct([...ofUser, ...ofCampaigns]),
        through: [],
        ways: [],
        ofUser,
        ofCampaigns,
      },
    ];
  });
}

/** technique or software → evidence that campaigns of the user use it. */
function actsOfCampaigns(sourced: SourcedFacts, user: number, evidence: EvidenceReader): Acts {
  const acts = new Map<number, Evidence[]>();
  for (const campaign of campaignTerms(sourced, user))
    for (const { fact, used } of reportedUses(sourced, campaign, USED))
      for (const each of evidence(fact)) addTo(acts, used, each);
  return acts;
}

interface DerivedFact extends ReportedFact {
  readonly technique: number;
}

function derivedFacts(sourced: SourcedFacts, user: number): readonly DerivedFact[] {
  const { model } = sourced;
  const used = model.relation(DERIVED.use).columns[1];
  return [...model.rowsWith(DERIVED.use, 0, user)].map((row) => ({
    relation: DERIVED.use,
    row,
    technique: used?.[row] ?? -1,
  }));
}

function derivedUse(
  sourced: SourcedFacts,
  user: number,
  technique: number,
  found: readonly Way[],
  evidence: EvidenceReader,
  acts: Acts,
): readonly Use[] {
  const ways = found
    .map(({ credibility, leaves }): UseWay => {
      const between = leaves.flatMap((leaf) => termsOf(sourced, leaf));
      return {
        credibility,
        evidence: distinct(
          actsAmong(sourced, leaves, user).flatMap((act) => [
            ...evidence(act),
            ...(acts.get(termsOf(sourced, act)[1] ?? -1) ?? []),
          ]),
        ),
        through: distinct(between).filter((term) => term !== user && term !== technique),
      };
    })
    .toSorted(strongestAndNewest(sourced));
  const [best] = ways;
  if (best === undefined) return [];
  const ofCampaigns = acts.get(technique) ?? [];
  return [
    {
      technique,
      use: 'derived',
      credibility: best.credibility,
      evidence: distinct([...ways.flatMap((way) => way.evidence), ...ofCampaigns]),
      through: distinct(ways.flatMap(({ through }) => through)),
      ways,
      ofUser: [],
      ofCampaigns,
    },
  ];
}

/** Equally strong and new ways are in the order of what they lead through. */
function strongestAndNewest({ catalogue }: SourcedFacts): (one: UseWay, other: UseWay) => number {
  return (one, other) =>
    other.credibility - one.credibility ||
    compareText(newestDay(other.evidence), newestDay(one.evidence)) ||
    compareThrough(one.through, other.through);

  function compareThrough(one: readonly number[], other: readonly number[]): number {
    const [first = -1, second = -1] = [one[0], other[0]];
    if (first < 0 || second < 0) return one.length - other.length;
    return compareMentions(mention(catalogue, first), mention(catalogue, second));
  }
}

function newestDay(evidence: readonly Evidence[]): string {
  const newest = newestDate(evidence);
  return newest === undefined ? '' : latestDay(newest.date);
}

function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}
