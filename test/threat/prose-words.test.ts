import { expect, test } from 'vitest';
import {
  COUNTRIES,
  DEMONYMS,
  REGION_ADJECTIVES,
  REGIONS,
  SECTOR_WORDS,
  SECTORS,
  STATE_ORGANS,
} from '../../src/threat/index.ts';
import { plainSpelling } from '../../src/text/index.ts';

test('every country, region and sector that words of prose stand for is in its table', () => {
  const codes = new Set(COUNTRIES.map(({ code }) => code));
  expect([...DEMONYMS, ...STATE_ORGANS].filter(({ code }) => !codes.has(code))).toEqual([]);
  const regions = new Set(REGIONS.map(({ name }) => name));
  expect(REGION_ADJECTIVES.filter(({ region }) => !regions.has(region))).toEqual([]);
  const sectors = new Set(SECTORS.map(({ name }) => name));
  expect(SECTOR_WORDS.filter(({ sector }) => !sectors.has(sector))).toEqual([]);
});

test('every sector has words', () => {
  const named = new Set(SECTOR_WORDS.map(({ sector }) => sector));
  expect(SECTORS.filter(({ name }) => !named.has(name))).toEqual([]);
});

test('no adjective stands for two countries', () => {
  const adjectives = DEMONYMS.flatMap((row) => row.adjectives).map(plainSpelling);
  expect(adjectives.filter((each, index) => adjectives.indexOf(each) !== index)).toEqual([]);
});

test.for([
  ['North Korean', 'KP'],
  ['South Korean', 'KR'],
  ['Emirati', 'AE'],
  ['Belorussian', 'BY'],
] as const)('%s is of %s', ([adjective, code]) =>
  expect(DEMONYMS.find(({ adjectives }) => adjectives.includes(adjective))?.code).toBe(code),
);
