import { afterEach, expect, test } from 'vitest';
import { readOrganisationText } from '../../src/intake/index.ts';
import { commandOf } from '../../web/src/api/command-of.ts';
import { requestOf } from '../../web/src/api/ask.ts';
import { askedAgain, noteKeptByHome, withoutKept } from '../../web/src/given/kept-by-home.ts';
import { organisationText } from '../../web/src/given/organisation-file.ts';

/* What the home keeps is not sent back to it: the server takes it by itself, with its marking. */

const FARM = {
  name: 'Farm',
  sectors: ['agriculture'],
  countries: ['LU'],
  regions: ['western-europe'],
  platforms: ['Windows'],
  products: [],
  motives: ['espionage'],
  crownJewels: [],
  supplyChain: [],
  controls: { coverage: ['ours.csv'], mitigations: ['M1032'] },
  sightings: [],
};
const MILL = { ...FARM, name: 'Mill' };
const ANYBODY = { rules: [], tlp: '' };
const THREATS = { command: 'threats', fields: { organisation: '--org <file>', top: '-n, --top <count>' } };

afterEach(() => noteKeptByHome(undefined));

test('a question is sent without the organisation that the home keeps, and with any other', () => {
  const ofFarm = { organisation: structuredClone(FARM), top: 3 };
  expect(withoutKept(ofFarm)).toBe(ofFarm);
  noteKeptByHome(FARM);
  expect(withoutKept(ofFarm)).toEqual({ top: 3 });
  expect(requestOf('threats', ofFarm, ANYBODY)).toEqual({ address: '/api/threats?top=3' });
  expect(withoutKept({ organisation: MILL, top: 3 })).toEqual({ organisation: MILL, top: 3 });
});

test('where groups or techniques are named beside it, leaving it out would say something else', () => {
  noteKeptByHome(FARM);
  const beside = { organisation: FARM, groups: ['G0016'] };
  expect(withoutKept(beside)).toBe(beside);
});

test('what was asked of nobody is asked of nobody again, and the command says so', () => {
  expect(askedAgain({ top: 3 }, THREATS.fields)).toEqual({ top: 3 });
  noteKeptByHome(FARM);
  expect(askedAgain({ top: 3 }, THREATS.fields)).toEqual({ top: 3, organisation: null });
  expect(askedAgain({ group: 'G0016' }, { group: '<group>' })).toEqual({ group: 'G0016' });
  expect(requestOf('coverage-show', { organisation: null }, ANYBODY)).toEqual({
    address: '/api/coverage-show',
    body: '{"organisation":null}',
  });
  expect(commandOf(THREATS, { top: 3 }, ANYBODY)).toBe('foeprint threats --org none --top 3');
  expect(commandOf(THREATS, { organisation: FARM }, ANYBODY)).toBe('foeprint threats');
  expect(commandOf(THREATS, { organisation: MILL }, ANYBODY)).toBe('foeprint threats --org FILE');
});

test('an organisation is sent as a file that is read as the same, without files that are elsewhere', () => {
  const text = organisationText({ ...FARM, misread: ['“x” is no sector.'] });
  const { organisation, issues } = readOrganisationText(text, 'org.yaml', () => undefined);
  expect(issues).toEqual([]);
  expect(organisation).toEqual({ ...FARM, controls: { coverage: [], mitigations: ['M1032'] } });
});
