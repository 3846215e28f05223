/** Years for which a report counts as recent (research on victimology, section 11). */
export const RECENT_YEARS = 3;

/** Years without a report or a sighting after which a group counts as dormant: of 364 dated documents 3 were on such a group (docs/threats.md). */
export const DORMANT_AFTER_YEARS = 5;

/** Years in which what the newest report adds is halved. */
export const FRESHNESS_HALVES_IN_YEARS = 3;

/**
 * The factors whose sum ranks groups for an organisation: name, what it weighs where nobody sets it otherwise, and
 * what it considers. The weights of the first ones follow the score proposed and measured in research on victimology
 * (docs/threats.md); all are set by hand, as there is not enough independent truth to fit them.
 */
export const THREAT_FACTORS = [
  { name: 'country', weight: 1, label: 'documented against a country of the organisation' },
  {
    name: 'region',
    weight: 1.2,
    label:
      'documented against neighbouring countries, or against the region as a whole, beyond what the country says',
    beyond: 'country',
  },
  {
    name: 'peers',
    weight: 0.6,
    label:
      'held to come from where other groups come from that are documented against a country of the organisation',
  },
  { name: 'sector', weight: 0.6, label: 'documented against a sector of the organisation' },
  { name: 'motive', weight: 0.3, label: 'held to act from a motive that the organisation fears' },
  {
    name: 'focus',
    weight: 0.3,
    label: 'documented against few countries and sectors, so that a match says more',
  },
  {
    name: 'supply-chain',
    weight: 0.3,
    label: 'documented against the sectors or countries of those on whom the organisation depends',
  },
  {
    name: 'freshness',
    weight: 0.5,
    label: `reported on lately: half as much for every ${FRESHNESS_HALVES_IN_YEARS} years since`,
  },
  { name: 'recency', weight: 0.46, label: `reported on in the last ${RECENT_YEARS} years` },
  { name: 'volume', weight: 0.09, label: 'reported on often' },
  { name: 'platform', weight: 0.2, label: 'uses techniques that work on the platforms of the organisation' },
  { name: 'product', weight: 0.3, label: 'reported to attack or abuse a product that the organisation uses' },
  { name: 'sighting', weight: 1, label: 'seen at the organisation, in its sector or its country' },
] as const satisfies readonly ThreatFactor[];

/** A factor of the ranking. */
export interface ThreatFactor {
  readonly name: string;
  /** What it adds to a score at most. */
  readonly weight: number;
  /** Completes "the group is …". */
  readonly label: string;
  /** The factor beyond which it counts, so that its value depends on that weight too. */
  readonly beyond?: string;
}

export type FactorName = (typeof THREAT_FACTORS)[number]['name'];

/** factor → weight, 0 or more; 0 leaves a factor out. */
export type FactorWeights = Readonly<Partial<Record<FactorName, number>>>;

/** The factors whose weights the contribution of a factor depends on. */
export function weightsBehind(name: string): readonly string[] {
  const row: ThreatFactor | undefined = THREAT_FACTORS.find((factor) => factor.name === name);
  return row?.beyond === undefined ? [name] : [name, row.beyond];
}

/** What a factor weighs by default. */
export function weightOf(name: FactorName, weights: FactorWeights = {}): number {
  return weights[name] ?? THREAT_FACTORS.find((factor) => factor.name === name)?.weight ?? 0;
}
