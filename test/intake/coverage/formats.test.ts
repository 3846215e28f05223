import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allCommands } from '../../../src/cli/call/command-table.ts';
import { COVERAGE_FORMATS } from '../../../src/intake/coverage/coverage-formats.ts';
import { readCoverageText, type CoverageAsked } from '../../../src/intake/index.ts';
import { coverageOf } from '../../../src/threat/index.ts';

const COMMANDS = await allCommands();

function read(
  text: string,
  file = 'ours',
  { isNamed = true, ...asked }: CoverageAsked & { readonly isNamed?: boolean } = {},
) {
  return readCoverageText({ file, text, isNamed, json: (): unknown => JSON.parse(text) }, asked);
}

/** `T9001 0.5` for each covered technique, in the order of the file; then the codes of what is wrong. */
function said(...given: Parameters<typeof read>): readonly string[] | undefined {
  const reading = read(...given);
  if (reading === undefined) return undefined;
  return [
    ...[...coverageOf(reading.claims).techniques].map(([technique, { level }]) => `${technique} ${level}`),
    ...reading.issues.map(({ code, place }) => `${code} ${place?.line ?? ''}`.trim()),
  ];
}

const sigma = (tags: string, more = ''): string =>
  `title: Pebbles thrown\n${more}logsource:\n  category: beach\ndetection:\n  pebble:\n    thrown: 'T9099'\n  condition: pebble\ntags: ${tags}\n`;

const cell = (fields: object): string =>
  JSON.stringify({
    name: 'ours',
    domain: 'enterprise-attack',
    versions: { layer: '4.5' },
    techniques: [{ techniqueID: 'T9001', ...fields }],
  });

test.for<readonly [string, string, string, readonly string[]]>([
  ['a layer', 'a.json', cell({ score: 50 }), ['T9001 0.5']],
  ['a disabled mark', 'a.json', cell({ score: 50, enabled: false }), ['I183']],
  ['a mark disabled by a script', 'a.json', cell({ score: 50, enabled: 'false' }), ['I184', 'I183']],
  ['a mark enabled by a script', 'a.json', cell({ score: 50, enabled: 'True' }), ['T9001 0.5', 'I184']],
  ['a mark disabled by a number', 'a.json', cell({ score: 50, enabled: 0 }), ['I184', 'I183']],
  ['a score of 0', 'a.json', cell({ score: 0 }), ['I183']],
  ['a colour alone', 'a.json', cell({ color: '#ff0000' }), ['I183']],
  [
    'DeTT&CT',
    'a.txt',
    'version: 1.2\nfile_type: technique-administration\ntechniques:\n  - { technique_id: T9001, detection: { score: 4 } }\n',
    ['T9001 0.8'],
  ],
  ['a Sigma rule', 'a.yml', sigma('[attack.t9001, attack.doing, attack.s9001]'), ['T9001 1']],
  [
    'tags as a list',
    'a.yml',
    sigma('\n  - attack.t9001.002\n  # - attack.t9003\n  - attack.T9002'),
    ['T9001.002 1', 'T9002 1'],
  ],
  ['a deprecated rule', 'a.yml', sigma('[attack.t9001]', 'status: deprecated\n'), ['I183']],
  ['an unsupported rule', 'a.yml', sigma('[attack.t9001]', 'status: unsupported\n'), ['I183']],
  ['a rule under test', 'a.yml', sigma('[attack.t9001]', 'status: test\n'), ['T9001 1']],
  ['a rule without techniques', 'a.yml', sigma('[attack.doing]'), ['I183']],
  [
    'several rules',
    'a.yml',
    `${sigma('[attack.t9001]')}---\n${sigma('[attack.t9002]')}`,
    ['T9001 1', 'T9002 1'],
  ],
  [
    'rules with something in common',
    'a.yml',
    'action: global\ntitle: Sand\ntags: [attack.t9001]\n---\nlogsource: { category: a }\ndetection: { a: { b: c } }\n---\ndetection: { a: { b: d } }\n',
    ['T9001 1'],
  ],
  ['a broken rule', 'a.yml', sigma('[attack.t9001'), ['I181 9']],
  [
    'ids in lines',
    'a.txt',
    '# ours\nT9001\nT9002.001  Whisper\n- T9003: Knock\n\n',
    ['T9001 1', 'T9002.001 1', 'T9003 1'],
  ],
  [
    'ids in a line',
    'a.txt',
    'T9001, T9002;t9003/001\tattack.t9004\n',
    ['T9001 1', 'T9002 1', 'T9003.001 1', 'T9004 1'],
  ],
  ['ids as JSON', 'a.json', '["T9001", "T9002.001"]', ['T9001 1', 'T9002.001 1']],
  ['a table', 'a.csv', 'Technique ID,Name\nT9001,"Door, open"\nT9002,Commands\n', ['T9001 1', 'T9002 1']],
  ['a table of rules', 'a.csv', 'rule;mitre\nPebbles;T9001 T9002.001\nSand;\n', ['T9001 1', 'T9002.001 1']],
  ['a column called id', 'a.csv', 'name,id\nDoor,T9001\n', ['T9001 1']],
  ['shares', 'a.csv', 'technique,score\nT9001,0.5\nT9002,1\nT9003,0\n', ['T9001 0.5', 'T9002 1']],
  [
    'scores of a hundred',
    'a.csv',
    'technique,score\nT9001,50\nT9002,1\nT9003,\n',
    ['T9001 0.5', 'T9002 0.01'],
  ],
  ['percentages', 'a.csv', 'technique\tcoverage\nT9001\t80%\n', ['T9001 0.8']],
  [
    'yes and no',
    'a.csv',
    'technique,covered\nT9001,Yes\nT9002,no\nT9003,TRUE\nT9004,false\n',
    ['T9001 1', 'T9003 1'],
  ],
  ['a score that is off', 'a.csv', 'technique,score,enabled\nT9001,90,false\nT9002,90,true\n', ['T9002 0.9']],
  [
    'cells that say nothing',
    'a.csv',
    'technique,score\nT9001,good\ndoor,5\nT9002,500\nT9003,70\n',
    ['T9003 0.7', 'I182 2', 'I182 3', 'I182 4'],
  ],
  ['a table that covers nothing', 'a.csv', 'technique,score\nT9001,0\n', ['I183']],
  ['a report', 'a.txt', 'We do not cover T9001 yet.\nT9002 is next.\n', ['I181']],
  ['a report that begins with an id', 'a.txt', 'T9001 is not covered, says the report.\n', ['I181']],
  ['a remark that takes back', 'a.txt', 'T9001 Door\nT9002: not covered\n', ['I181']],
  ['an id and others of which it speaks', 'a.txt', 'T9001 Door, see T9002\n', ['I181']],
  ['a listing', 'a.txt', 'rules/t9001_pebbles.yml\nrules/T9002.yml\n', ['I181']],
])('%s', ([, file, text, expected]) => {
  expect(said(text, file)).toEqual(expected);
});

test('any text counts where somebody asks for it', () => {
  expect(
    said('See T9001, attack.t9002.001 and https://a.example/T9003/004.', 'a.txt', { idsInText: true }),
  ).toEqual(['T9001 1', 'T9002.001 1', 'T9003.004 1']);
  // What is of a known format is read as that.
  expect(said(cell({ score: 0 }), 'a.json', { idsInText: true })).toEqual(['I183']);
});

test('of many files, what is of no format is passed over, and what is is read', () => {
  expect(said('We do not cover T9001.', 'a.txt', { isNamed: false })).toBeUndefined();
  expect(said('{"type": "bundle"}', 'a.json', { isNamed: false })).toBeUndefined();
  expect(said('file_type: group-administration\n', 'a.yaml', { isNamed: false })).toBeUndefined();
  expect(said('T9001\n', 'a.txt', { isNamed: false })).toEqual(['T9001 1']);
});

test('the page on coverage lists the formats', () => {
  const page = readFileSync(new URL('../../../docs/coverage.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `([\w-]+)` /gmu)].map(([, name]) => name);
  expect(rows).toEqual(COVERAGE_FORMATS.map(({ name }) => name));
});

test('every command that takes coverage takes it in the same words', () => {
  const flags = ['--coverage <file>', '--ids-in-text'];
  const taking = COMMANDS.filter(
    ({ name, options }) => name !== 'org init' && options.some((option) => option.flags === flags[0]),
  );
  expect(taking.map(({ name }) => name)).toEqual([
    'detections',
    'timeline',
    'triage',
    'priorities',
    'plan',
    'playbook',
    'dashboard',
    'news',
    'coverage show',
    'coverage gaps',
  ]);
  const words = taking.map(({ options }) => options.filter((option) => flags.includes(option.flags)));
  for (const each of words) expect(each).toEqual(words[0]);
  expect(words[0]).toHaveLength(2);
});

const elastic = (more = ''): string =>
  `[metadata]\ncreation_date = "2026/01/02"\nupdated_date = "2026/02/03"\nmaturity = "production"\n\n[rule]\nname = "Pebbles"\nrule_id = "r-1"\ntags = ["OS: Windows"]\n${more}\n[[rule.threat]]\nframework = "MITRE ATT&CK"\n\n[[rule.threat.technique]]\nid = "T9001"\n\n[[rule.threat.technique.subtechnique]]\nid = "T9001.002"\n\n[[rule.threat.technique]]\nid = "T9002"\n`;

const exported = (enabled: boolean): string =>
  `${JSON.stringify({ rule_id: 'r-1', name: 'Pebbles', enabled, threat: [{ technique: [{ id: 'T9001', subtechnique: [] }] }] })}\n${JSON.stringify({ exported_count: 1 })}\n`;

/** What claims say beside technique and level. */
function besides(text: string, file: string): readonly string[] {
  const { claims = [], logSources = [] } = read(text, file) ?? {};
  return [
    ...claims.map(
      ({ technique, kind, stage, platforms = [], rule, title, date, looksIn }) =>
        `${technique} ${kind} ${[stage, platforms.join('+'), rule, title, date, looksIn && JSON.stringify(looksIn)].map((each) => each ?? '').join('|')}`,
    ),
    ...logSources.map(({ logSource, platforms = [], date }) =>
      `${logSource} ${platforms.join('+')} ${date ?? ''}`.trim(),
    ),
  ];
}

test.for<readonly [string, string, string, readonly string[]]>([
  [
    'a Sigma rule',
    'a.yml',
    sigma('[attack.t9001]', 'id: r-1\ndate: 2026/01/02\nmodified: 2026-02-03\n'),
    ['T9001 rule ||r-1|Pebbles thrown|2026-02-03|{"category":"beach"}'],
  ],
  [
    'a Sigma rule for Windows',
    'a.yml',
    'title: A\nlogsource: { product: windows, service: security }\ntags: [attack.t9001]\ndetection: {}\n',
    ['T9001 rule |Windows|A|A||{"product":"windows","service":"security"}'],
  ],
  [
    'DeTT&CT',
    'a.yaml',
    'file_type: technique-administration\nplatform: [windows, Linux]\ntechniques:\n  - technique_id: T9001\n    detection: { score_logbook: [{ date: 2026-01-02, score: 3 }, { date: 2025-01-02, score: 5 }] }\n    visibility: { score: 2 }\n',
    ['T9001 detection |Windows+Linux|||2026-01-02|', 'T9001 visibility |Windows+Linux||||'],
  ],
  [
    'DeTT&CT data sources',
    'a.yaml',
    `file_type: data-source-administration\nsystems:\n  - { applicable_to: Desks, platform: [Windows] }\n  - { applicable_to: Servers, platform: [Linux] }\ndata_sources:\n  - data_source_name: Noise Made\n    data_source:\n      - { applicable_to: [Desks], date_connected: 2026-01-02T00:00:00.000Z, available_for_data_analytics: true }\n      - { applicable_to: [Servers], available_for_data_analytics: false }\n  - data_source_name: Smell\n    data_source: { applicable_to: [all], date_registered: 2025-01-02 }\n`,
    ['Noise Made Windows 2026-01-02', 'Smell Windows+Linux 2025-01-02'],
  ],
  [
    'a rule of Elastic',
    'a.toml',
    elastic(),
    ['T9001.002 rule |Windows|r-1|Pebbles|2026-02-03|', 'T9002 rule |Windows|r-1|Pebbles|2026-02-03|'],
  ],
  ['a rule of Elastic in the making', 'a.toml', elastic().replace('production', 'development'), []],
  ['rules from Kibana', 'a.ndjson', exported(true), ['T9001 rule deployed||r-1|Pebbles||']],
  ['rules from Kibana that are off', 'a.ndjson', exported(false), ['T9001 rule rule||r-1|Pebbles||']],
  [
    'a detection of Splunk',
    'a.yml',
    'name: Windows Pebbles\nid: r-1\ndate: 2026-01-02\nstatus: production\nsearch: index=beach\ntags:\n  asset_type: Endpoint\n  mitre_attack_id:\n    - T9001.001\n    - T9002\n',
    [
      'T9001.001 rule |Windows|r-1|Windows Pebbles|2026-01-02|',
      'T9002 rule |Windows|r-1|Windows Pebbles|2026-01-02|',
    ],
  ],
  [
    'a table of stages',
    'a.csv',
    'technique,status,platform,rule,date\nT9001,Tested,Windows; Linux,r-1,2026-01-02\nT9002,production,,,\nT9003,none,,,\n',
    ['T9001 list tested|Windows+Linux|r-1||2026-01-02|', 'T9002 list deployed|||||'],
  ],
  ['a table of other states', 'a.csv', 'technique,status\nT9001,open\n', ['T9001 list |||||']],
])('%s says when, where and by what', ([, file, text, expected]) => {
  expect(besides(text, file)).toEqual(expected);
});

test.for<readonly [string, string, string, readonly string[]]>([
  ['a broken TOML', 'a.toml', elastic('x = ['), ['I181 11']],
  ['an alias that leads nowhere', 'a.yml', sigma('*somewhere', 'id: attack.t9001\n'), ['I181 1']],
  [
    'aliases without end',
    'a.yml',
    sigma(
      `&z [attack.t9001]\ndate: &a [${'*z, '.repeat(9)}*z]\nmodified: &b [${'*a, '.repeat(9)}*a]\nstatus: [${'*b, '.repeat(9)}*b]`,
    ),
    ['I181 1'],
  ],
  ['a broken line of an export', 'a.ndjson', `${exported(true)}{`, ['T9001 1', 'I182 3']],
  [
    'a stage that there is not',
    'a.csv',
    'technique,stage\nT9001,tested\nT9002,soon\n',
    ['T9001 1', 'T9002 1', 'I182 3'],
  ],
  [
    'a data source without a name',
    'a.yaml',
    'file_type: data-source-administration\ndata_sources:\n  - { data_source: [] }\n',
    ['I182 3'],
  ],
])('%s is reported', ([, file, text, expected]) => {
  expect(said(text, file)).toEqual(expected);
});
