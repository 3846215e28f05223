import { describe, expect, test } from 'vitest';
import {
  countriesOf,
  countryInField,
  EVERYDAY_WORDS,
  motiveNamed,
  regionNamed,
  regionsWithin,
  sectorsNamed,
  sectorsWithin,
  suggestion,
  VOCABULARIES,
} from '../../src/threat/index.ts';
import { plainSpelling } from '../../src/text/index.ts';

test.for([
  ['sectors', 'telco', ['telecommunications']],
  ['sectors', 'gov', ['government']],
  ['sectors', 'money', ['financial-services']],
  ['sectors', 'pharma', ['pharmaceuticals']],
  ['sectors', 'J61', ['telecommunications']],
  ['sectors', 'NAICS 517', ['telecommunications']],
  ['countries', 'Deutschland', ['DE']],
  ['countries', 'Holland', ['NL']],
  ['countries', 'Benelux', ['BE', 'LU', 'NL']],
  ['countries', 'D-A-CH', ['AT', 'CH', 'DE']],
  ['countries', 'five eyes', ['AU', 'CA', 'GB', 'NZ', 'US']],
  ['countries', 'EU', []],
  ['regions', 'the EU', ['european-union']],
  ['regions', 'EMEA', ['europe', 'middle-east', 'africa']],
  ['regions', 'Benelux', []],
  ['motives', 'money', ['financial gain']],
  ['motives', 'DDoS', ['disruption']],
] as const)('in %s, %s is %j', ([list, word, names]) => {
  expect(VOCABULARIES[list].understand(word)).toEqual(names);
});

const TABLES = {
  sectors: (word: string) => sectorsNamed(word).length > 0,
  countries: (word: string) => countryInField(word) !== undefined,
  regions: (word: string) => regionNamed(word) !== undefined,
  platforms: () => false,
  motives: (word: string) => motiveNamed(word) !== undefined,
} as const satisfies Readonly<Record<keyof typeof EVERYDAY_WORDS, (word: string) => boolean>>;

const LISTS = ['sectors', 'countries', 'regions', 'motives'] as const;

describe.for(LISTS)('everyday words of %s', (list) => {
  const { names } = VOCABULARIES[list];
  const { spellingsOf, groupings } = EVERYDAY_WORDS[list];
  const words = [...names.flatMap(spellingsOf), ...groupings.flatMap((group) => group.words)];

  test('are not those that sources are read by, and each means one thing', () => {
    expect(words.filter(TABLES[list])).toEqual([]);
    const plain = words.map(plainSpelling);
    expect(plain.filter((word, at) => word === '' || plain.indexOf(word) !== at)).toEqual([]);
  });

  test('stand for names that there are', () => {
    const known = new Set<string>(names);
    const meant = words.map((word) => VOCABULARIES[list].understand(word));
    expect(meant.filter((each) => each.length === 0 || each.some((name) => !known.has(name)))).toEqual([]);
  });
});

test('sectors and regions hold their parts, and parts of those', () => {
  expect(sectorsWithin('communications')).toEqual(['telecommunications', 'media']);
  expect(sectorsWithin('telecommunications')).toEqual([]);
  expect(regionsWithin('americas')).toEqual(expect.arrayContaining(['caribbean', 'south-america']));
  expect(regionsWithin('middle-east-north-africa')).toEqual(
    expect.arrayContaining(['middle-east', 'gulf-states']),
  );
  expect(regionsWithin('europe')).toContain('european-union');
  expect(regionsWithin('western-europe')).toEqual([]);
  expect(countriesOf('europe')).not.toContain('US');
});

test.for([
  ['Luxemburgg', 'countries', 'Did you mean `Luxembourg`?'],
  ['EU', 'countries', 'It names a region (European Union), no country.'],
  ['Benelux', 'regions', 'It names a country (Belgium, Luxembourg, Netherlands), no region.'],
  ['xyzzy', 'motives', 'It is one of espionage, financial gain,'],
  ['xyzzy', 'sectors', 'It is one of agriculture, aerospace,'],
  ['xyzzy', 'countries', ''],
] as const)('“%s” among the %s: %s', ([text, list, help]) => {
  expect(suggestion(text, VOCABULARIES[list]).slice(0, help.length)).toBe(help);
  if (help === '') expect(suggestion(text, VOCABULARIES[list])).toBe('');
});
