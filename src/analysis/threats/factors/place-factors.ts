import { addTo, count, defined, highest, keptFor, sum } from '../../../text/index.ts';
import {
  countriesOf,
  COUNTRIES,
  regionsOf,
  VOCABULARIES,
  weightOf,
  type FactorName,
  type Organisation,
} from '../../../threat/index.ts';
import type { TraitClaim } from '../../victims/trait.ts';
import {
  claimGrounds,
  NOTHING,
  UNKNOWN,
  type FactorReader,
  type Reading,
  type Surroundings,
} from './factor.ts';
import type { Standing } from './standing.ts';

/** How much of the region factor is neighbouring countries, the rest is the region being named (attribution.md, section 11). */
const NEIGHBOURS = 2 / 3;

const sayCountry = VOCABULARIES.countries.say;
const sayRegion = VOCABULARIES.regions.say;

/** A share among few groups says little: so many more are taken to be as all groups are. */
const TAKEN_AS_USUAL = 2;

/** Where the organisation is, and where groups are reported to have struck. */
export const PLACE_FACTORS = {
  country: {
    applies: (organisation) => organisation.countries.length > 0,
    read: (standing, { organisation }) =>
      knowsPlaces(standing) ? matched(standing, 'country', organisation.countries, sayCountry) : UNKNOWN,
  },
  region: {
    applies: (organisation) => organisation.countries.length + organisation.regions.length > 0,
    read: (standing, surroundings) => (knowsPlaces(standing) ? region(standing, surroundings) : UNKNOWN),
  },
  peers: {
    applies: (organisation) => organisation.countries.length > 0,
    read: peers,
  },
} satisfies Partial<Record<FactorName, FactorReader>>;

function knowsPlaces({ known }: Standing): boolean {
  return known.country.size + known.region.size > 0;
}

/**
 * The strongest claim and the mean over all that was asked for, half and half: one country in common is much, several
 * are more.
 */
export function matched(
  standing: Standing,
  kind: 'country' | 'sector' | 'motive',
  wanted: readonly string[],
  say: (value: string) => string,
  strengthOf: (value: string) => number = (value) => standing.known[kind].get(value) ?? 0,
): Reading {
  const values = wanted.map((value) => strengthOf(value));
  const best = highest(values, 0);
  if (best === 0) return { ...NOTHING, ...defined({ lacking: sayLacking(standing, kind, wanted, say) }) };
  const mean = sum(values) / values.length;
  const found = wanted.filter((_, index) => (values[index] ?? 0) > 0);
  return {
    value: (best + mean) / 2,
    found: found.map(say).join(', '),
    grounds: claimGrounds(() => claimsFor(standing, kind, new Set(found))),
  };
}

/** `no source names Luxembourg or Belgium (28 other countries)`; undefined where nothing of the kind is known. */
function sayLacking(
  { known }: Standing,
  kind: 'country' | 'sector' | 'motive',
  wanted: readonly string[],
  say: (value: string) => string,
): string | undefined {
  const named = known[kind].size;
  return named === 0 || wanted.length === 0
    ? undefined
    : `no source names ${wanted.map(say).join(' or ')} (${count(named, `other ${kind}`, `other ${KINDS[kind]}`)})`;
}

const KINDS = { country: 'countries', sector: 'sectors', motive: 'motives' } as const;

export function claimsFor(
  { claims }: Standing,
  kind: TraitClaim['kind'],
  values: ReadonlySet<string>,
): readonly TraitClaim[] {
  return claims.filter((claim) => claim.kind === kind && values.has(claim.value));
}

/**
 * How far the region is claimed, by its neighbours and as a whole, beyond what the claims of the country say already: together the two add
 * the greater of both. A region that counted in full beside the country would be a prize for groups that strike everywhere.
 */
function region(standing: Standing, { organisation, weights }: Surroundings): Reading {
  const home = new Set(organisation.countries);
  const near = [...new Set([...organisation.regions, ...organisation.countries.flatMap(narrowest)])];
  const neighbours = [...new Set(near.flatMap(countriesOf))].filter((code) => !home.has(code));
  const struck = neighbours.filter((code) => standing.known.country.has(code));
  const named = namedRegions(standing, organisation);
  if (struck.length + named.length === 0) return NOTHING;
  const strength = sum(struck.map((code) => standing.known.country.get(code) ?? 0));
  const share = neighbours.length === 0 ? 0 : strength / neighbours.length;
  const naming = highest(
    named.map((name) => standing.known.region.get(name) ?? 0),
    0,
  );
  const country = matched(standing, 'country', organisation.countries, sayCountry).value ?? 0;
  const said = (country * weightOf('country', weights)) / weightOf('region', weights);
  return {
    value: Math.max(0, NEIGHBOURS * share + (1 - NEIGHBOURS) * naming - said),
    found: [...named.map(sayRegion), ...struck.map(sayCountry)].join(', '),
    grounds: claimGrounds(() => [
      ...claimsFor(standing, 'region', new Set(named)),
      ...claimsFor(standing, 'country', new Set(struck)),
    ]),
  };
}

/** The region of a country in the finest grain. */
function narrowest(code: string): readonly string[] {
  return COUNTRIES.filter((row) => row.code === code).map((row) => row.region);
}

function namedRegions({ known }: Standing, organisation: Organisation): readonly string[] {
  const around = new Set([...organisation.regions, ...organisation.countries.flatMap(regionsOf)]);
  return [...known.region.keys()].filter((name) => around.has(name));
}

function peers(standing: Standing, surroundings: Surroundings): Reading {
  if (standing.known.origin.size === 0) return UNKNOWN;
  const known = strikesIn(surroundings);
  const origins = [...standing.known.origin.keys()];
  const others = new Map(origins.flatMap((origin) => known.byOrigin.get(origin) ?? []));
  others.delete(standing.group);
  if (others.size === 0) return UNKNOWN;
  const striking = [...others.values()].filter(Boolean).length;
  return {
    value: (striking + known.usual * TAKEN_AS_USUAL) / (others.size + TAKEN_AS_USUAL),
    found:
      striking === 0
        ? ''
        : `${striking} of ${others.size} other groups held to come from ${origins.map(sayCountry).join(' or ')}`,
    grounds: claimGrounds(() => claimsFor(standing, 'origin', new Set(origins))),
  };
}

/** Which groups are documented against countries, by where they are held to come from. */
interface Strikes {
  /** origin → group → whether it is documented against one of the countries; only groups of which countries are known. */
  readonly byOrigin: ReadonlyMap<string, readonly (readonly [number, boolean])[]>;
  /** Share of all groups of which countries are known that are. */
  readonly usual: number;
}

/** Every group of a ranking asks for the same. */
const strikesIn = keptFor(({ standings, organisation: { countries } }: Surroundings): Strikes => {
  const placed = standings.filter(({ known }) => known.country.size > 0);
  const byOrigin = new Map<string, (readonly [number, boolean])[]>();
  let striking = 0;
  for (const { group, known } of placed) {
    const strikes = countries.some((code) => known.country.has(code));
    if (strikes) striking += 1;
    for (const origin of known.origin.keys()) addTo(byOrigin, origin, [group, strikes]);
  }
  return { byOrigin, usual: placed.length === 0 ? 0 : striking / placed.length };
});
