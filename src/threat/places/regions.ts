import { COUNTRIES } from './countries.ts';

/** A part of the world larger than a country, or a union of countries that sources name as a victim. */
export interface Region {
  /** Name as in STIX `region-ov` where it has one, otherwise ours in the same style. */
  readonly name: string;
  /** What a sentence calls it. */
  readonly label: string;
  /** Region of STIX `region-ov` that it is a part of. */
  readonly within?: string;
  /** ISO codes of its countries, where they are not those that {@link COUNTRIES} places in it. */
  readonly countries?: readonly string[];
  /** True where `region-ov` lists it. */
  readonly stix: boolean;
  readonly spellings: readonly string[];
}

const region = (name: string, label: string, within?: string, ...spellings: string[]): Region => ({
  name,
  label,
  ...(within === undefined ? {} : { within }),
  stix: true,
  spellings: [label, ...spellings],
});

const union = (name: string, label: string, codes: string, ...spellings: string[]): Region => ({
  name,
  label,
  countries: codes.split(' '),
  stix: false,
  spellings: [label, ...spellings],
});

/** The regions of STIX 2.1 `region-ov` (UN M49), and the unions and loose regions that threat intelligence names. */
export const REGIONS: readonly Region[] = [
  region('africa', 'Africa'),
  region('eastern-africa', 'Eastern Africa', 'africa', 'East Africa', 'Horn of Africa', 'Northeast Africa'),
  region('middle-africa', 'Middle Africa', 'africa', 'Central Africa'),
  region('northern-africa', 'Northern Africa', 'africa', 'North Africa'),
  region('southern-africa', 'Southern Africa', 'africa'),
  region('western-africa', 'Western Africa', 'africa', 'West Africa'),
  region('americas', 'Americas', undefined, 'The Americas'),
  region('latin-america-caribbean', 'Latin America and the Caribbean', 'americas', 'Latin America', 'LATAM'),
  region('caribbean', 'Caribbean', 'latin-america-caribbean', 'The Caribbean'),
  region('central-america', 'Central America', 'latin-america-caribbean'),
  region('south-america', 'South America', 'latin-america-caribbean'),
  region('northern-america', 'Northern America', 'americas', 'North America'),
  region('asia', 'Asia'),
  region('central-asia', 'Central Asia', 'asia'),
  region('eastern-asia', 'Eastern Asia', 'asia', 'East Asia'),
  region('southern-asia', 'Southern Asia', 'asia', 'South Asia'),
  region(
    'south-eastern-asia',
    'South-Eastern Asia',
    'asia',
    'Southeast Asia',
    'South-East Asia',
    'Southeast Asian',
  ),
  region('western-asia', 'Western Asia', 'asia', 'West Asia'),
  region('europe', 'Europe'),
  region('eastern-europe', 'Eastern Europe', 'europe'),
  region('northern-europe', 'Northern Europe', 'europe'),
  region('southern-europe', 'Southern Europe', 'europe'),
  region('western-europe', 'Western Europe', 'europe'),
  region('oceania', 'Oceania'),
  region('australia-new-zealand', 'Australia and New Zealand', 'oceania'),
  region('melanesia', 'Melanesia', 'oceania'),
  region('micronesia', 'Micronesia (region)', 'oceania'),
  region('polynesia', 'Polynesia', 'oceania'),
  region('antarctica', 'Antarctica (region)'),
  union(
    'middle-east',
    'Middle East',
    'AE BH CY EG IL IQ IR JO KW LB OM PS QA SA SY TR YE',
    'The Middle East',
    'Mideast',
  ),
  union(
    'middle-east-north-africa',
    'Middle East and North Africa',
    'AE BH CY DZ EG IL IQ IR JO KW LB LY MA OM PS QA SA SY TN TR YE',
    'MENA',
  ),
  union(
    'european-union',
    'European Union',
    'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK',
    'EU',
  ),
  union(
    'nato',
    'NATO',
    'AL BE BG CA CZ DE DK EE ES FI FR GB GR HR HU IS IT LT LU LV ME MK NL NO PL PT RO SE SI SK TR US',
    'North Atlantic Treaty Organization',
  ),
  union('asean', 'ASEAN', 'BN ID KH LA MM MY PH SG TH VN', 'Association of Southeast Asian Nations'),
  union(
    'asia-pacific',
    'Asia-Pacific',
    'AU BD BN CN FJ HK ID IN JP KH KR LA LK MM MN MO MY NP NZ PG PH PK SG TH TW VN',
    'APAC',
  ),
  union('gulf-states', 'Gulf states', 'AE BH KW OM QA SA', 'Gulf Cooperation Council', 'GCC'),
];

/** ISO codes of the countries of a region, those of its parts too, in code order. Empty for an unknown name. */
export function countriesOf(name: string): readonly string[] {
  const known = COUNTRIES_OF.get(name) ?? gathered(name);
  COUNTRIES_OF.set(name, known);
  return known;
}

// Rankings ask the same of every group; gathering anew each time was most of their cost.
const COUNTRIES_OF = new Map<string, readonly string[]>();

function gathered(name: string): readonly string[] {
  const wanted = REGIONS.find((row) => row.name === name);
  if (wanted === undefined) return [];
  const parts = REGIONS.filter(({ within }) => within === name).flatMap((part) => countriesOf(part.name));
  const own = COUNTRIES.filter((country) => country.region === name).map(({ code }) => code);
  return [...new Set([...(wanted.countries ?? own), ...parts])].toSorted();
}

/** The regions that a country is in, the narrowest first, then the unions. Empty for an unknown code. */
export function regionsOf(code: string): readonly string[] {
  const known = REGIONS_OF.get(code) ?? around(code);
  REGIONS_OF.set(code, known);
  return known;
}

const REGIONS_OF = new Map<string, readonly string[]>();

function around(code: string): readonly string[] {
  return REGIONS.map(({ name }) => ({ name, size: countriesOf(name) }))
    .filter(({ size }) => size.includes(code))
    .toSorted((one, other) => one.size.length - other.size.length)
    .map(({ name }) => name);
}
