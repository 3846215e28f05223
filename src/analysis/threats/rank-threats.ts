import type { AppliedFactor } from '../../answers/index.ts';
import { compareText, defined, sum } from '../../text/index.ts';
import type { Catalogue } from '../../knowledge/index.ts';
import { THREAT_FACTORS, weightOf, type FactorName, type ThreatFactor } from '../../threat/index.ts';
import type { Grounds, Surroundings } from './factors/factor.ts';
import { FACTOR_READERS } from './factors/factors.ts';

/** A group with the sum that ranks it. */
export interface RankedGroup {
  readonly group: number;
  /** 1 for the first. */
  readonly rank: number;
  /** Sum of the contributions. */
  readonly score: number;
  /** Whether no report on it is newer than the day since which groups count as active: it stands behind all that are active. */
  readonly isDormant: boolean;
  /** In the order of `THREAT_FACTORS`; only factors that apply and weigh something. */
  readonly factors: readonly FactorScore[];
}

/** What one factor adds to the score of a group. */
export interface FactorScore {
  readonly factor: FactorName;
  readonly weight: number;
  /** 0 … 1; undefined where nothing is known. */
  readonly value: number | undefined;
  /** weight × value; where the value is unknown, weight × the mean of all groups whose value is known. */
  readonly contribution: number;
  readonly found: string;
  readonly grounds: Grounds;
  /** What no source names though others of its kind are known; absent where there is nothing of the sort. */
  readonly lacking?: string;
  /** Of the contribution, what only imported sightings make; absent where they make none. */
  readonly fromSightings?: number;
}

/** All live groups, the likeliest concern first: the active ones by score, then the dormant ones by score. */
export interface RankedGroups {
  readonly groups: readonly RankedGroup[];
  /** Factors that apply to the organisation, with what each adds at most and what it adds for unknown. */
  readonly factors: readonly AppliedFactor[];
}

/**
 * Ranks groups for an organisation. Not known is not no: where nothing is known of a factor, a group is taken to be
 * as the mean of those of which something is. Groups that are dormant stand behind all others, however well they match: of what is
 * published, next to nothing is on groups that were silent for so long. A group that the organisation or others in its sectors or
 * countries have seen is active. Equal scores are ordered by ATT&CK id.
 */
export function rankThreats(catalogue: Catalogue, surroundings: Surroundings): RankedGroups {
  const { standings, weights, lookups } = surroundings;
  const columns = THREAT_FACTORS.map((factor) => ({ ...factor, weight: weightOf(factor.name, weights) }))
    .filter(({ name, weight }) => weight > 0 && FACTOR_READERS[name].applies(surroundings.organisation))
    .map((factor) => readColumn(factor, surroundings));
  const labelOf = (group: number): string => catalogue.label(group) || catalogue.name(group);
  const ranked = standings
    .map(({ group, isSilent }, index) => {
      const factors = columns.map(({ scores }) => scores[index]).filter((score) => score !== undefined);
      const isDormant = isSilent && !lookups.sightings(group).some(({ namesGroup }) => namesGroup);
      return { group, isDormant, factors, score: sum(factors.map(({ contribution }) => contribution)) };
    })
    .toSorted(
      (one, other) =>
        Number(one.isDormant) - Number(other.isDormant) ||
        other.score - one.score ||
        compareText(labelOf(one.group), labelOf(other.group)),
    );
  return {
    groups: ranked.map((group, index) => ({ ...group, rank: index + 1 })),
    factors: columns.map(({ applied }) => applied),
  };
}

interface Column {
  readonly applied: AppliedFactor;
  /** In the order of the standings. */
  readonly scores: readonly FactorScore[];
}

function readColumn(
  { name, label, weight }: ThreatFactor & { readonly name: FactorName },
  surroundings: Surroundings,
): Column {
  const { read } = FACTOR_READERS[name];
  const readings = surroundings.standings.map((standing) => read(standing, surroundings));
  const known = readings.map(({ value }) => value).filter((value) => value !== undefined);
  const mean = known.length === 0 ? 0 : sum(known) / known.length;
  return {
    applied: { name, label, weight, mean, unknown: readings.length - known.length },
    scores: readings.map(({ value, found, grounds, lacking, fromSightings }) => ({
      factor: name,
      weight,
      value,
      contribution: weight * (value ?? mean),
      found,
      grounds,
      ...defined({ lacking }),
      ...(fromSightings === undefined ? {} : { fromSightings: weight * fromSightings }),
    })),
  };
}
