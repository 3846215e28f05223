import { describe, expect, test } from 'vitest';
import {
  COUNTRIES,
  REGIONS,
  SECTORS,
  countriesOf,
  countryNamed,
  motiveNamed,
  regionNamed,
  regionsOf,
  sectorsNamed,
} from '../../src/threat/index.ts';
import { plainSpelling } from '../../src/text/index.ts';

describe('countries', () => {
  test.for([
    ['LU', 'LU'],
    ['LUX', 'LU'],
    ['luxembourg', 'LU'],
    ['Iran (Islamic Republic of)', 'IR'],
    ["Korea (Democratic People's Republic of)", 'KP'],
    ['Republic of Korea', 'KR'],
    ["Cote d'Ivoire", 'CI'],
    ['UK', 'GB'],
    ['Türkiye', 'TR'],
    ['Viet Nam', 'VN'],
    ['Kosovo', 'XK'],
  ] as const)('%s is %s', ([text, code]) => expect(countryNamed(text)?.code).toBe(code));

  test.for(['', 'Atlantis', 'it', 'no', 'Middle East'])('%s is none', (text) => {
    expect(countryNamed(text)).toBeUndefined();
  });

  test('are the 249 of ISO 3166-1 and Kosovo, each with codes of its own, in a known region', () => {
    expect(COUNTRIES).toHaveLength(250);
    expect(new Set(COUNTRIES.map(({ code }) => code)).size).toBe(250);
    expect(new Set(COUNTRIES.map(({ alpha3 }) => alpha3)).size).toBe(250);
    const regions = new Set(REGIONS.map(({ name }) => name));
    expect(COUNTRIES.filter(({ region }) => !regions.has(region))).toEqual([]);
  });

  test('no two have a spelling in common', () => {
    const spellings = COUNTRIES.flatMap(({ name, alpha3, spellings: others }) =>
      [...new Set([name, alpha3, ...others].map(plainSpelling))].map((spelling) => spelling),
    );
    expect(spellings.filter((spelling, index) => spellings.indexOf(spelling) !== index)).toEqual([]);
  });
});

describe('regions', () => {
  test.for([
    ['The Middle East', 'middle-east'],
    ['Southeast Asia', 'south-eastern-asia'],
    ['EU', 'european-union'],
    ['western-europe', 'western-europe'],
    ['MENA', 'middle-east-north-africa'],
  ] as const)('%s is %s', ([text, name]) => expect(regionNamed(text)?.name).toBe(name));

  test('hold the countries of their parts', () => {
    expect(countriesOf('europe')).toContain('LU');
    expect(countriesOf('western-europe')).toEqual(['AT', 'BE', 'CH', 'DE', 'FR', 'LI', 'LU', 'MC', 'NL']);
    expect(countriesOf('european-union')).toHaveLength(27);
    expect(countriesOf('nato')).toHaveLength(32);
    expect(countriesOf('atlantis')).toEqual([]);
  });

  test('of a country come the narrowest first', () => {
    expect(regionsOf('LU')).toEqual(['western-europe', 'european-union', 'nato', 'europe']);
    expect(regionsOf('??')).toEqual([]);
  });

  test('name only countries that there are', () => {
    const codes = new Set(COUNTRIES.map(({ code }) => code));
    expect(REGIONS.flatMap(({ name }) => countriesOf(name)).filter((code) => !codes.has(code))).toEqual([]);
  });
});

describe('sectors', () => {
  test.for([
    ['Telecoms', ['telecommunications']],
    ['Telecomms', ['telecommunications']],
    ['Government, Administration', ['government']],
    ['Academia - University ', ['education']],
    ['Petrochemical', ['chemical', 'energy']],
    ['Media and Entertainment', ['media', 'entertainment']],
    ['Civil Society', ['civil-society']],
    ['Casinos Gambling', ['gambling']],
    ['financial-services', ['financial-services']],
    ['Private Sector', ['private-sector']],
    ['Egg painting', []],
  ] as const)('%s is %s', ([text, names]) => {
    expect(sectorsNamed(text).map(({ name }) => name)).toEqual(names);
  });

  test('of STIX industry-sector-ov are all there', () => {
    const stix =
      `agriculture aerospace automotive chemical commercial communications construction defense education
      energy entertainment financial-services government emergency-services government-local government-national
      government-public-services government-regional healthcare hospitality-leisure infrastructure dams nuclear water
      insurance manufacturing mining non-profit pharmaceuticals retail technology telecommunications transportation
      utilities`.split(/\s+/);
    expect(
      SECTORS.filter((sector) => sector.stix)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(stix.toSorted());
  });

  test('are parts of sectors that there are', () => {
    const names = new Set(SECTORS.map(({ name }) => name));
    expect(SECTORS.filter(({ within }) => within !== undefined && !names.has(within))).toEqual([]);
  });

  test('have NACE sections A to U and two-digit NAICS sectors', () => {
    for (const { nace, naics } of SECTORS) {
      for (const code of nace) expect(code).toMatch(/^[A-U](?:\d{2})?$/);
      for (const code of naics) expect(code).toMatch(/^[1-9]\d$/);
    }
  });
});

test.for([
  ['Cyber Espionage', 'espionage'],
  ['Hacktivists-Nationalists', 'ideology'],
  ['Financially motivated', 'financial gain'],
  ['Sabotage', 'destruction'],
  ['mainly financially motivated, additional espionage objective.', undefined],
] as const)('the motive %s is %s', ([text, name]) => expect(motiveNamed(text)?.name).toBe(name));
