import { describe, expect, test } from 'vitest';
import {
  PLATFORMS,
  VOCABULARIES,
  coverageOf,
  platformNamed,
  probablyMeant,
  sectorsOfCode,
} from '../../src/threat/index.ts';
import { plainSpelling } from '../../src/text/index.ts';
import { hasRealFiles, realBytes } from '../support/real-data.ts';

const RELEASES = [
  'enterprise-attack-10.1',
  'enterprise-attack-18.1',
  'ics-attack-18.1',
  'mobile-attack-18.1',
].map((name) => `attack/${name}.json.gz`);

describe('codes of industries', () => {
  test.for([
    ['NACE J61', ['telecommunications']],
    ['NACE 61.10', ['telecommunications']],
    ['nace rev. 2 j61.10', ['telecommunications']],
    ['NACE J', ['communications']],
    ['NACE J59', ['communications']],
    ['NACE K64.19', ['financial-services']],
    ['NACE O84', ['government']],
    ['NACE D35', ['energy', 'utilities']],
    ['NACE Q87', ['healthcare']],
    ['NACE K61', []],
    ['NACE S95', []],
    ['NACE 04', []],
    ['NACE', []],
    ['NAICS 51', ['communications']],
    ['NAICS 517311', ['telecommunications']],
    ['NAICS 519', ['communications']],
    ['NAICS 325412', ['pharmaceuticals']],
    ['J61', ['telecommunications']],
    ['K65.1', ['insurance']],
    ['NAICS 31-33', ['manufacturing']],
    ['NAICS 33', ['manufacturing']],
    ['NAICS 62', ['healthcare']],
    ['NAICS 81', []],
  ] as const)('%s is %j', ([text, names]) => {
    expect(sectorsOfCode(text)?.map(({ name }) => name)).toEqual(names);
  });

  test.for(['j61', 'J99.1.1.1', 'telecoms', 'NACE telecoms', 'NAICS'])('%s is no code', (text) => {
    expect(sectorsOfCode(text)).toBeUndefined();
  });
});

describe('platforms', () => {
  test.for([
    ['windows', 'Windows'],
    ['Office 365', 'Office Suite'],
    ['M365', 'Office Suite'],
    ['Azure AD', 'Identity Provider'],
    ['network', 'Network Devices'],
    ['PLC', 'Field Controller/RTU/PLC/IED'],
  ] as const)('%s is %s', ([text, name]) => expect(platformNamed(text)?.name).toBe(name));

  test('no two have a spelling in common', () => {
    const spellings = PLATFORMS.flatMap(({ name, former, spellings: others }) => [
      ...new Set([name, ...former, ...others].map(plainSpelling)),
    ]);
    expect(spellings.filter((spelling, index) => spellings.indexOf(spelling) !== index)).toEqual([]);
  });

  test.skipIf(!hasRealFiles(...RELEASES)).for(RELEASES.map((file) => [file]))(
    'every platform of %s is known',
    ([file = '']) => {
      const text = realBytes(file).toString();
      const lists = text.matchAll(/"x_mitre_platforms":\s*\[([^\]]*)\]/g);
      const names = [...lists].flatMap(([, list = '']) => list.match(/(?<=")[^",]+(?=")/g) ?? []);
      expect(names.length).toBeGreaterThan(50);
      // ICS writes that a technique has no platform as one of this name.
      expect(
        [...new Set(names)].filter((name) => name !== 'None' && platformNamed(name) === undefined),
      ).toEqual([]);
    },
  );
});

test.for([
  ['sectors', 'telecomunicatons', 'telecommunications'],
  ['countries', 'Luxembrg', 'Luxembourg'],
  ['platforms', 'Windos', 'Windows'],
  ['motives', 'financial gian', 'financial gain'],
  ['regions', 'Westren Europe', 'Western Europe'],
] as const)('%s: %s was probably meant to be %s', ([name, text, meant]) => {
  const vocabulary = VOCABULARIES[name];
  expect(vocabulary.understand(text)).toEqual([]);
  expect(probablyMeant(text, vocabulary)).toBe(meant);
});

test('every name of a vocabulary is understood as itself', () => {
  for (const vocabulary of Object.values(VOCABULARIES))
    for (const spelling of vocabulary.spellings)
      for (const name of vocabulary.understand(spelling))
        expect(vocabulary.understand(name), `${vocabulary.noun} ${name}`).toContain(name);
});

test('a country is understood whatever the case of its code', () => {
  expect(['lu', 'LUX', 'lux', 'uk'].map((text) => VOCABULARIES.countries.understand(text))).toEqual([
    ['LU'],
    ['LU'],
    ['LU'],
    ['GB'],
  ]);
});

test('of several claims on a technique the highest holds, of equal ones the first; visibility is apart', () => {
  const claim = (level: number, file: string, kind: 'detection' | 'visibility' | 'layer' = 'layer') => ({
    technique: 'T1190',
    level,
    kind,
    file,
  });
  const { techniques, visibility } = coverageOf([
    claim(0.4, 'a'),
    claim(0.6, 'b', 'detection'),
    claim(0.6, 'c'),
    claim(1, 'd', 'visibility'),
  ]);
  expect(techniques.get('T1190')).toEqual({ level: 0.6, kind: 'detection', file: 'b' });
  expect(visibility.get('T1190')).toEqual({ level: 1, kind: 'visibility', file: 'd' });
});
