import { highest } from '../../../text/index.ts';
import { SECTORS, VOCABULARIES, type FactorName, type Partner } from '../../../threat/index.ts';
import { claimGrounds, NOTHING, UNKNOWN, type FactorReader, type Reading } from './factor.ts';
import { claimsFor, matched } from './place-factors.ts';
import type { Standing } from './standing.ts';

/** How much a sector counts that is a part of the one wanted, or the other way round. */
const KINDRED = 0.5;

/** How much of a partner's match is its sector, the rest is its country. */
const PARTNER_SECTOR = 0.7;

/** What the organisation is and fears, and what groups are reported to be after. */
export const SUBJECT_FACTORS = {
  sector: {
    applies: (organisation) => organisation.sectors.length > 0,
    read: (standing, { organisation }) =>
      standing.known.sector.size === 0 ? UNKNOWN : sectorMatch(standing, organisation.sectors),
  },
  motive: {
    applies: (organisation) => organisation.motives.length > 0,
    read: (standing, { organisation }) =>
      standing.known.motive.size === 0
        ? UNKNOWN
        : matched(standing, 'motive', organisation.motives, (motive) => motive),
  },
  focus: {
    applies: (organisation) => organisation.countries.length + organisation.sectors.length > 0,
    read: focus,
  },
  'supply-chain': {
    applies: (organisation) => organisation.supplyChain.length > 0,
    read: (standing, { organisation }) => supplyChain(standing, organisation.supplyChain),
  },
} satisfies Partial<Record<FactorName, FactorReader>>;

/** The strength of the sector itself, or half that of a wider or narrower one. */
function sectorStrength({ known: { sector } }: Standing, wanted: string): number {
  const kindred = kindredOf(wanted).map((name) => KINDRED * (sector.get(name) ?? 0));
  return highest(kindred, sector.get(wanted) ?? 0);
}

function sectorMatch(standing: Standing, wanted: readonly string[]): Reading {
  const reading = matched(standing, 'sector', wanted, VOCABULARIES.sectors.say, (value) =>
    sectorStrength(standing, value),
  );
  if (reading.value === 0) return reading;
  const grounds = claimGrounds(() =>
    claimsFor(standing, 'sector', new Set(wanted.flatMap((name) => [name, ...kindredOf(name)]))),
  );
  return { ...reading, grounds };
}

/** Sectors that are part of a sector, and the one that it is a part of. */
function kindredOf(wanted: string): readonly string[] {
  return KINDRED_OF.get(wanted) ?? [];
}

const KINDRED_OF: ReadonlyMap<string, readonly string[]> = new Map(
  SECTORS.map((row) => [
    row.name,
    SECTORS.filter(({ name, within }) => within === row.name || name === row.within).map(({ name }) => name),
  ]),
);

/** 2/3 · 1/√(countries) + 1/3 · 1/√(sectors), each where it matches (attribution.md, section 11). */
function focus(standing: Standing, { organisation }: Parameters<FactorReader['read']>[1]): Reading {
  if (standing.known.country.size + standing.known.sector.size === 0) return UNKNOWN;
  const inCountry = organisation.countries.some((code) => standing.known.country.has(code));
  const inSector = organisation.sectors.some((name) => standing.known.sector.has(name));
  if (!inCountry && !inSector) return NOTHING;
  const value =
    (inCountry ? 2 / 3 / Math.sqrt(standing.known.country.size) : 0) +
    (inSector ? 1 / 3 / Math.sqrt(standing.known.sector.size) : 0);
  return {
    value,
    found: `${counted(standing.known.country.size, 'country', 'countries')} and ${counted(standing.known.sector.size, 'sector', 'sectors')} in all`,
    grounds: {},
  };
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function supplyChain(standing: Standing, partners: readonly Partner[]): Reading {
  if (standing.known.country.size + standing.known.sector.size === 0) return UNKNOWN;
  const readings = partners.map((partner) => ({ partner, ...partnerMatch(standing, partner) }));
  const best = readings.toSorted((one, other) => other.value - one.value)[0];
  if (best === undefined || best.value === 0) return NOTHING;
  const struck = readings.filter(({ value }) => value > 0);
  return {
    value: best.value,
    found: struck.map(({ partner, found }) => `${partner.name ?? 'a partner'}: ${found}`).join('; '),
    grounds: claimGrounds(() => struck.flatMap(({ claims }) => claims())),
  };
}

function partnerMatch(standing: Standing, { sectors, countries }: Partner) {
  const bySector = sectorMatch(standing, sectors);
  const byCountry = matched(standing, 'country', countries, VOCABULARIES.countries.say);
  return {
    value: PARTNER_SECTOR * (bySector.value ?? 0) + (1 - PARTNER_SECTOR) * (byCountry.value ?? 0),
    found: [bySector.found, byCountry.found].filter((text) => text !== '').join(', '),
    claims: () => [...(bySector.grounds.claims ?? []), ...(byCountry.grounds.claims ?? [])],
  };
}
