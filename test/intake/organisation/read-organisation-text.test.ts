import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ORGANISATION_KEYS, readOrganisationText } from '../../../src/intake/index.ts';
import { MOTIVES, PLATFORMS, SECTORS } from '../../../src/threat/index.ts';

const NAME = 'name: Farm\n';
const SECTOR = 'sectors: agriculture\n';

/** Reads a text; every file that it names but `missing.yaml` is there. */
const read = (text: string) =>
  readOrganisationText(text, 'org.yaml', (file) => (file === 'missing.yaml' ? undefined : `/files/${file}`));

/** Code, line and column of each issue. */
const issuesOf = (text: string): readonly string[] =>
  read(text).issues.map(({ code, place }) => `${code} ${place?.file}:${place?.line}:${place?.column}`);

test('reads every key', () => {
  const { organisation, issues, understood } = read(`
name: Farm
sectors: [Telecoms, { nace: J61 }, { naics: [11, 62] }, NACE K64, telecoms]
countries: [lu, BEL, The Netherlands]
regions: EU
platforms: [macos, Office 365]
products: Plough 7
motives: [cybercrime, Espionage]
crownJewels: [Seeds, Recipes]
supplyChain:
  - { name: Mill, sectors: food, countries: LU }
  - { sectors: [transport], countries: [] }
controls:
  coverage: [layer.json, dettect.yaml]
  mitigations: m1032
  mapped: [AC-2, cis:4.1]
lastAudit: 2026-01-31
sightings:
  - { date: 2026-02-28, group: G0007, software: S0154, technique: T1190, note: Seen }
  - technique: Spearphishing
`);
  expect(issues).toEqual([]);
  expect(organisation).toEqual({
    name: 'Farm',
    sectors: ['telecommunications', 'agriculture', 'healthcare', 'financial-services'],
    countries: ['LU', 'BE', 'NL'],
    regions: ['european-union'],
    platforms: ['macOS', 'Office Suite'],
    products: ['Plough 7'],
    motives: ['financial gain', 'espionage'],
    crownJewels: ['Seeds', 'Recipes'],
    supplyChain: [
      { name: 'Mill', sectors: ['agriculture'], countries: ['LU'] },
      { sectors: ['transportation'], countries: [] },
    ],
    controls: {
      coverage: ['/files/layer.json', '/files/dettect.yaml'],
      mitigations: ['M1032'],
      mapped: ['AC-2', 'cis:4.1'],
    },
    lastAudit: '2026-01-31',
    sightings: [
      { date: '2026-02-28', group: 'G0007', software: 'S0154', technique: 'T1190', note: 'Seen' },
      { technique: 'Spearphishing' },
    ],
  });
  expect(understood).toContainEqual({ field: 'sectors', given: 'NACE J61', meant: ['telecommunications'] });
  expect(understood).toContainEqual({ field: 'countries', given: 'BEL', meant: ['BE'] });
  expect(understood).toContainEqual({
    field: 'supplyChain[0].sectors',
    given: 'food',
    meant: ['agriculture'],
  });
});

test.for([
  ['HM', ['HM']],
  ['[HM, harbour-soc]', ['HM', 'harbour-soc']],
  ['[]', undefined],
] as const)('names of its sightings: %s', ([given, names]) => {
  const { organisation, issues } = read(`${NAME}${SECTOR}sightingsAs: ${given}\n`);
  expect({ names: organisation?.sightingsAs, issues }).toEqual({ names, issues: [] });
});

test('what is not given is empty', () => {
  const { organisation, issues } = read(`${NAME}${SECTOR}countries:\nregions: []\nproducts: ''\n`);
  expect(issues).toEqual([]);
  expect(organisation).toEqual({
    name: 'Farm',
    sectors: ['agriculture'],
    countries: [],
    regions: [],
    platforms: [],
    products: [],
    motives: [],
    crownJewels: [],
    supplyChain: [],
    controls: { coverage: [], mitigations: [] },
    sightings: [],
  });
});

test.for([
  ['a list', '- one\n', ['I170 org.yaml:1:1']],
  ['a text', 'Farm\n', ['I170 org.yaml:1:1']],
  ['nothing', '# nothing\n', ['I170 org.yaml:1:1']],
  ['not YAML', 'name: Farm\nsectors: [a\n', ['I170 org.yaml:3:1']],
  ['no name', SECTOR, ['I171 org.yaml:1:1']],
  ['nothing to compare by', NAME, ['I172 org.yaml:1:1']],
  ['an unknown key', `${NAME}${SECTOR}sector: energy\n`, ['I173 org.yaml:3:1']],
  ['an unknown key of a code', `${NAME}sectors: [energy, { sic: 1 }]\n`, ['I173 org.yaml:2:21']],
  ['an unknown key of a partner', `${NAME}${SECTOR}supplyChain: { region: EU }\n`, ['I173 org.yaml:3:16']],
  ['a mapping for a text', `${NAME}${SECTOR}products: { a: b }\n`, ['I174 org.yaml:3:11']],
  ['a text for a mapping', `${NAME}${SECTOR}controls: all\n`, ['I174 org.yaml:3:11']],
  ['a text for a partner', `${NAME}${SECTOR}supplyChain: [Mill]\n`, ['I174 org.yaml:3:15']],
  ['a list in a list', `${NAME}${SECTOR}motives: [[espionage]]\n`, ['I174 org.yaml:3:11']],
  ['an unknown sector', `${NAME}sectors:\n  - energy\n  - enrgy\n`, ['I175 org.yaml:4:5']],
  ['an unknown country', `${NAME}${SECTOR}countries: Atlantis\n`, ['I175 org.yaml:3:12']],
  [
    'a code of no sector',
    `${NAME}${SECTOR}regions: EU\nsupplyChain: { sectors: NAICS 81 }\n`,
    ['I175 org.yaml:4:25'],
  ],
  ['no day', `${NAME}${SECTOR}lastAudit: 2026-02-30\n`, ['I176 org.yaml:3:12']],
  [
    'no day of a sighting',
    `${NAME}${SECTOR}sightings: { date: May, group: G0007 }\n`,
    ['I176 org.yaml:3:20'],
  ],
  ['an unknown platform', `${NAME}${SECTOR}platforms: [Windows, Abacus]\n`, ['I177 org.yaml:3:22']],
  ['a mitigation by name', `${NAME}${SECTOR}controls: { mitigations: MFA }\n`, ['I178 org.yaml:3:26']],
  ['a sighting of nothing', `${NAME}${SECTOR}sightings: [{ note: Odd }]\n`, ['I179 org.yaml:3:13']],
  ['a missing file', `${NAME}${SECTOR}controls: { coverage: missing.yaml }\n`, ['I180 org.yaml:3:23']],
] as const)('%s is said where it stands', ([, text, expected]) => {
  expect(issuesOf(text)).toEqual(expected);
});

test('everything wrong is said at once, in the order of the file, and the rest is used', () => {
  const text = `sectors: [telecomunications, energy]
nam: Farm
name: Farm
countries: [LU, Luxembrg]
lastAudit: yesterday
platforms: Abacus
`;
  const { organisation, issues } = read(text);
  expect(issues.map(({ code, place }) => [code, place?.line, place?.field])).toEqual([
    ['I175', 1, 'sectors[0]'],
    ['I173', 2, 'nam'],
    ['I175', 4, 'countries[1]'],
    ['I176', 5, 'lastAudit'],
    ['I177', 6, 'platforms'],
  ]);
  expect(issues.map(({ message }) => message).join(' ')).toMatch(
    /Did you mean `telecommunications`.* `name`.* `Luxembourg`/s,
  );
  expect(organisation).toMatchObject({ sectors: ['energy'], countries: ['LU'], platforms: ['Abacus'] });
  expect(organisation).not.toHaveProperty('lastAudit');
});

test('an anchor may be used again, and what is wrong in it is said', () => {
  const text = `${NAME}sectors: &what [food]\nsupplyChain: { sectors: *what, countries: Atlantis }\n`;
  expect(read(text).organisation?.supplyChain).toEqual([{ sectors: ['agriculture'], countries: [] }]);
  expect(issuesOf(text)).toEqual(['I175 org.yaml:3:43']);
});

test.for(['__proto__: 1\n', 'constructor: x\n', 'sectors: { constructor: x }\n'])(
  '%j is an unknown key like any other',
  (line) => {
    expect(read(`${NAME}countries: LU\n${line}`).issues).toMatchObject([{ code: 'I173' }]);
  },
);

describe('schema and reader', () => {
  const schema = readFileSync('schemas/organisation.schema.json', 'utf8');
  const page = readFileSync('docs/organisation.md', 'utf8');
  const sample = readFileSync('samples/org.yaml', 'utf8');
  const documented = page.split('```yaml\n')[1]?.split('```')[0] ?? '';
  const validate = new Ajv2020({ allowUnionTypes: true, strictRequired: false }).compile(JSON.parse(schema));

  test.for([SECTORS, PLATFORMS, MOTIVES])('the schema lists the names of the vocabularies', (vocabulary) => {
    const names = vocabulary.map(({ name }) => name);
    expect(schema.replaceAll(/\s/g, '')).toContain(`"enum":${JSON.stringify(names).replaceAll(/\s/g, '')}`);
  });

  test.for([
    ['the sample', sample],
    ['the documented file', documented],
    ['the least', 'name: Farm\ncountries: LU\n'],
    [
      'one text for each list',
      `${NAME}sectors: NACE J61\ncountries: lux\nmotives: cybercrime\nsightings: { group: G0007 }\n`,
    ],
  ] as const)('%s fits the schema and is read without an issue', ([, text]) => {
    expect(validate(parse(text)) || validate.errors).toBe(true);
    expect(read(text).issues).toEqual([]);
  });

  test.for([
    ['an unknown key', `${NAME}sector: energy\n`],
    ['no name', SECTOR],
    ['a mapping for a text', `${NAME}products: { a: b }\n`],
    ['no day', `${NAME}lastAudit: yesterday\n`],
    ['a sighting of nothing', `${NAME}sightings: { note: Odd }\n`],
    ['a mitigation by name', `${NAME}controls: { mitigations: MFA }\n`],
    ['an unknown code', `${NAME}sectors: { sic: 1 }\n`],
  ] as const)('%s is refused by both', ([, text]) => {
    expect(validate(parse(text))).toBe(false);
    expect(read(text).issues.some(({ severity }) => severity === 'error')).toBe(true);
  });

  test('the examples of the keys are read without an issue', () => {
    const lines = Object.entries(ORGANISATION_KEYS).map(
      ([key, { example }]) => `${key}: ${JSON.stringify(example)}`,
    );
    expect(read(lines.join('\n')).issues).toEqual([]);
  });
});

test('a region under countries is a region, countries by one name under regions are countries', () => {
  const { organisation, understood, issues } = read(
    `${NAME}${SECTOR}countries: [LU, EU]\nregions: [Benelux, Western Europe]\n`,
  );
  expect(issues).toEqual([]);
  expect(organisation).toMatchObject({
    countries: ['LU', 'BE', 'NL'],
    regions: ['european-union', 'western-europe'],
  });
  expect(understood.map(({ field, given, meant }) => [field, given, meant.join(' ')])).toContainEqual([
    'countries',
    'EU',
    'european-union',
  ]);
});
