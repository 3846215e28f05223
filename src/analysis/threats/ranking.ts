import type { ReportedFact } from '../../facts/index.ts';
import { CITES_AT_MOST, type Ground, type Threat, type ThreatFactor } from '../../answers/index.ts';
import { highest, defined, groupedBy } from '../../text/index.ts';
import { mention } from '../mention.ts';
import type { SourcedFacts } from '../profile/sourced-facts.ts';
import { evidenceInScope } from '../uses/evidence-in-scope.ts';
import { claimGround, evidenceGround } from '../victims/grounds.ts';
import { seenOf, type EvidenceScope, type Victimology } from '../victims/victimology.ts';
import type { Surroundings } from './factors/factor.ts';
import type { NearbySightings } from './factors/nearby-sightings.ts';
import type { FactorScore, RankedGroup, RankedGroups } from './rank-threats.ts';

/** Everything that a ranking is made from, for analyses that go on from it. */
export interface Ranking {
  readonly ranked: RankedGroups;
  readonly surroundings: Surroundings;
  readonly sourced: SourcedFacts;
  readonly victimology: Victimology;
  /** What of all that is reported counts. */
  readonly scope: EvidenceScope;
  readonly asOf: string;
  /** Day since which a group must have been reported on to count as active. */
  readonly activeSince: string;
  readonly notes: readonly string[];
  /** What imported sightings have of the organisation and its sectors; absent where they have nothing. */
  readonly sighted?: NearbySightings | undefined;
  /** What a source is called, by its id. */
  readonly sourceName: (id: string) => string;
}

/** Which grounds to open: all, or one of the best for each value found, at most {@link MOST_GROUNDS} a factor. */
export type GroundsWanted = 'all' | 'best';

/** Grounds of a factor where only the best are wanted. */
const MOST_GROUNDS = 4;

/** A ranked group with its evidence opened. */
export function threatOf(ranking: Ranking, ranked: RankedGroup, wanted: GroundsWanted): Threat {
  const { group, rank, score, isDormant, factors } = ranked;
  const victims = ranking.victimology.groups.find((each) => each.group === group);
  return {
    rank,
    group: mention(ranking.sourced.catalogue, group),
    score,
    lastReported: victims?.reports.at(-1)?.published ?? '',
    lastSeen: (victims === undefined ? undefined : seenOf(victims).lastSeen) ?? '',
    isDormant,
    factors: factors.map((factor) => factorOf(ranking, factor, wanted)),
  };
}

function factorOf(
  ranking: Ranking,
  { value, grounds: found, ...factor }: FactorScore,
  wanted: GroundsWanted,
): ThreatFactor {
  const { claims = [], facts = [], reports = [] } = found;
  const grounds = [
    ...claims.map((claim) => claimGround(ranking.sourced, claim)),
    ...facts.flatMap((fact) => factGrounds(ranking, fact)),
    ...reports.toReversed().map(({ name, published, url, source }): Ground => ({
      ...BARE,
      label: `reported ${published}`,
      by: ranking.sourceName(source),
      citations: [{ name, published, ...defined({ url }) }],
    })),
  ];
  return {
    ...factor,
    ...defined({ value }),
    grounds: wanted === 'all' ? grounds : bestGrounds(grounds).slice(0, MOST_GROUNDS),
    groundsInAll: grounds.length,
  };
}

const BARE = { sentence: '', via: '', strength: 1, confidence: '', extractedBy: '' };

function factGrounds({ sourced, scope }: Ranking, fact: ReportedFact): readonly Ground[] {
  return evidenceInScope(sourced, fact, scope).map((evidence) => evidenceGround(evidence, fact.relation));
}

/** For each value found, one of its strongest grounds: the first of them that cites anything exactly, or the first. */
function bestGrounds(grounds: readonly Ground[]): readonly Ground[] {
  return [...groupedBy(grounds, ({ label }) => label).values()].flatMap((same) => {
    const strength = highest(same.map((ground) => ground.strength));
    const strongest = same.filter((ground) => ground.strength === strength);
    // Of grounds alike, one that does not hedge is better.
    const sure = strongest.filter(({ confidence }) => confidence !== 'suspected');
    return [...sure, ...strongest].find(isExact) ?? sure[0] ?? strongest[0] ?? [];
  });
}

function isExact({ citations }: Ground): boolean {
  return citations.length > 0 && citations.length <= CITES_AT_MOST;
}
