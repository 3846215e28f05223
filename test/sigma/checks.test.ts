import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { checkRules, idsGivenTwice, readRules } from '../../src/sigma/index.ts';
import { hasRealFiles, realFile } from '../support/real-data.ts';
import { runs } from '../support/runs.ts';
import { hasSigmaHq, sigmaHqFiles } from '../support/sigma.ts';

const SCHEMA = 'sigma/sigma-detection-rule-schema.json';
const GOOD = {
  title: 'Pebbles Thrown at Gulls',
  id: '0d9b7a52-4a6e-4e0c-9a52-4a6e4e0c9a52',
  status: 'test',
  description: 'Detects pebbles',
  references: ['https://beach.example/1'],
  author: 'A. Gull',
  date: '2026-05-02',
  tags: ['attack.t1059.001', 'attack.stealth', 'attack.g0016'],
  logsource: { category: 'beach' },
  detection: { pebble: { 'Shell|endswith': ['conch', 'whelk'] }, condition: 'pebble' },
  falsepositives: ['Unlikely'],
  level: 'high',
};
const NAME = 'beach_pebbles.yml';

function codes(rule: object, file = NAME): readonly string[] {
  return checkRules(file, stringify(rule)).issues.map(({ code, place }) =>
    `${code} ${String(place?.line ?? '')}`.trim(),
  );
}

test.for<readonly [what: string, change: object, found: readonly string[]]>([
  ['nothing', {}, []],
  ['a status that is none', { status: 'fine' }, ['G120 3']],
  ['a day of another form', { date: '2026/05/02' }, ['G120 8']],
  ['an id that is none', { id: 'pebble' }, ['G120 2']],
  ['a tag in capitals', { tags: ['attack.T1059'] }, ['G120 10', 'G135 1']],
  ['tags twice', { tags: ['attack.t1059', 'attack.t1059'] }, ['G120 9']],
  ['no level', { level: undefined }, ['G130 1']],
  ['no references and no tags', { references: [], tags: undefined }, ['G130 1', 'G130 1']],
  ['a small title', { title: 'Pebbles thrown' }, ['G131 1']],
  ['another beginning', { description: 'Pebbles' }, ['G132 1']],
  ['a page of ATT&CK', { references: ['https://attack.mitre.org/techniques/T1059/'] }, ['G133 1']],
  ['no false positives', { falsepositives: ['None'] }, ['G134 1']],
  ['a tactic that is none', { tags: ['attack.defense_evasion', 'beach.pebble'] }, ['G135 1', 'G135 1']],
  ['a selection that is not used', { detection: { ...GOOD.detection, gull: { a: 1 } } }, ['G136 21']],
  ['all of them', { detection: { pebble: { a: 1 }, gull: { b: 1 }, condition: 'all of them' } }, ['G137 1']],
  ['all of one', { detection: { pebble: { 'a|contains|all': ['x'] }, condition: 'pebble' } }, ['G138 17']],
  ['a placeholder', { detection: { pebble: { 'a|expand': '%x%' }, condition: 'pebble' } }, ['G112 17']],
  ['a condition in a list', { detection: { ...GOOD.detection, condition: ['pebble'] } }, ['G120 20']],
])('%s', ([, change, found]) => {
  expect(codes({ ...GOOD, ...change })).toEqual(found);
});

test('the name of a file, and ids that are given twice', () => {
  expect(codes(GOOD, 'rules/Beach.yml')).toEqual(['G139']);
  const rules = ['a.yml', 'b.yml'].flatMap((file) => readRules(file, stringify(GOOD)).rules);
  expect(idsGivenTwice(rules).map(({ code, place }) => `${code} ${String(place?.file)}`)).toEqual([
    'G121 b.yml',
  ]);
});

test.runIf(hasSigmaHq)('nothing of what SigmaHQ publishes is an error', () => {
  const issues = sigmaHqFiles().flatMap(({ name, text }) => checkRules(name, text).issues);
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(issues.length).toBeLessThan(500);
});

test.runIf(hasRealFiles(SCHEMA))(
  'what the JSON Schema of Sigma refuses is an error, and nothing else is',
  () => {
    const ajv = new Ajv2020({
      strict: false,
      formats: { uuid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i },
    });
    const isValid = ajv.compile(JSON.parse(readFileSync(realFile(SCHEMA), 'utf8')));
    const odd = fc.oneof(
      fc.constantFrom<unknown>(
        '',
        'x',
        'stable',
        'high',
        '2026-05-02',
        '2026-13-01',
        GOOD.id,
        7,
        0.5,
        true,
        null,
        {},
        [],
        ['x'],
        ['xy', 'xy'],
        ['attack.t1'],
        [7],
        [0.5],
        [null],
        [{}],
        ['x'.repeat(300)],
      ),
      fc.constantFrom<unknown>(
        'x'.repeat(300),
        [{ id: GOOD.id, type: 'similar' }],
        [{ id: GOOD.id, type: 'odd' }],
        [{ type: 'similar' }],
        { category: 7 },
        { condition: 'pebble' },
        { condition: 7, pebble: 'x' },
        { condition: 'pebble', pebble: [[1]] },
        { condition: 'pebble', pebble: ['a', 7, {}] },
        { pebble: {} },
      ),
    );
    const keys = [
      'related',
      'name',
      'taxonomy',
      'license',
      'modified',
      'fields',
      'scope',
      'custom',
      ...Object.keys(GOOD),
    ];
    let refused = 0;
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...keys), odd, { maxKeys: 2 }),
        fc.option(fc.constantFrom(...Object.keys(GOOD))),
        (changes, without) => {
          const rule: unknown = JSON.parse(
            JSON.stringify({ ...GOOD, ...changes, ...(without === null ? {} : { [without]: undefined }) }),
          );
          const valid = isValid(rule);
          if (!valid) refused++;
          // Warnings are of conventions; what cannot be matched is an error of ours, of which the schema knows nothing.
          const ours = checkRules(NAME, stringify(rule)).issues.filter(({ code }) =>
            ['G104', 'G105', 'G108', 'G109', 'G120'].includes(code),
          );
          if (!valid) expect(ours.length).toBeGreaterThan(0);
          else expect(ours.filter(({ code }) => code === 'G120')).toEqual([]);
        },
      ),
      runs(400),
    );
    expect(refused).toBeGreaterThan(100);
  },
);
