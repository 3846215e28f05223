import type { TraitClaim, Victimology } from '../../src/analysis/index.ts';

/** Sectors and countries that some claimants name as victims. */
export interface Victims {
  readonly countries: ReadonlySet<string>;
  readonly sectors: ReadonlySet<string>;
}

/** group → victims that the chosen claims name; groups without any are left out. */
export function victimsBy(
  { groups }: Victimology,
  isChosen: (claim: TraitClaim) => boolean,
): ReadonlyMap<number, Victims> {
  const found = new Map<number, Victims>();
  for (const { group, claims } of groups) {
    const chosen = claims.filter(isChosen);
    const valuesOf = (kind: TraitClaim['kind']): ReadonlySet<string> =>
      new Set(chosen.filter((claim) => claim.kind === kind).map(({ value }) => value));
    const victims = { countries: valuesOf('country'), sectors: valuesOf('sector') };
    if (victims.countries.size + victims.sectors.size > 0) found.set(group, victims);
  }
  return found;
}

const CFR = 'Council on Foreign Relations';

/** Whose claims of victims are chosen. */
export const CLAIMANTS = {
  /** Read out of the descriptions of groups and campaigns in ATT&CK. */
  attack: ({ source, extractedBy }: TraitClaim) =>
    source.startsWith('enterprise-attack') && extractedBy !== '',
  cfr: ({ claimant }: TraitClaim) => claimant === CFR,
  misp: ({ source }: TraitClaim) =>
    source.startsWith('misp-galaxy:') &&
    !source.startsWith('misp-galaxy:groups') &&
    !source.startsWith('misp-galaxy:campaigns'),
  tidal: ({ source, extractedBy }: TraitClaim) =>
    source.startsWith('misp-galaxy:groups') && extractedBy === '',
} as const satisfies Readonly<Record<string, (claim: TraitClaim) => boolean>>;

/** How far two claimants agree on groups of which both name victims. */
export interface Agreement {
  readonly groups: number;
  /** Mean share of what one claims that the other claims too, and the other way round. */
  readonly inOther: number;
  readonly inOne: number;
  readonly jaccard: number;
  /** Groups on which they have nothing in common. */
  readonly apart: number;
  /** The Jaccard index when groups are shuffled: agreement that chance gives. */
  readonly shuffled: number;
}

export function agreementOf(
  one: ReadonlyMap<number, Victims>,
  other: ReadonlyMap<number, Victims>,
  kind: keyof Victims,
): Agreement {
  const pairs = [...one]
    .map(([group, victims]) => [victims[kind], other.get(group)?.[kind] ?? new Set<string>()] as const)
    .filter(([left, right]) => left.size > 0 && right.size > 0);
  const mean = (
    measure: (left: ReadonlySet<string>, right: ReadonlySet<string>) => number,
    shift = 0,
  ): number =>
    pairs.reduce((sum, [left], index) => {
      const right = pairs[(index + shift) % pairs.length]?.[1] ?? new Set<string>();
      return sum + measure(left, right);
    }, 0) / pairs.length;
  const shifts = pairs.slice(1).map((_, index) => mean(jaccard, index + 1));
  return {
    groups: pairs.length,
    inOther: mean((left, right) => shared(left, right) / left.size),
    inOne: mean((left, right) => shared(left, right) / right.size),
    jaccard: mean(jaccard),
    apart: pairs.filter(([left, right]) => shared(left, right) === 0).length,
    shuffled: shifts.reduce((sum, value) => sum + value, 0) / shifts.length,
  };
}

function shared(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  return [...left].filter((value) => right.has(value)).length;
}

function jaccard(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const both = shared(left, right);
  return both / (left.size + right.size - both);
}
