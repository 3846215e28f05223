import { writeLayer } from '../../../src/export/index.ts';
import { readLayers } from '../../../src/intake/index.ts';
import { atomicsYaml, atomicTest } from '../../support/atomics.ts';
import { heron, mudlark } from '../../support/layers.ts';
import { fileURLToPath } from 'node:url';
import { readOrganisation, readPlaybook } from '../../../src/home/index.ts';
import type { UseCaseName } from '../../../src/workbench/index.ts';
import type { QuestionOf } from '../../../src/library/index.ts';

/** A question as the library is asked it and as the command line is. */
export interface Asked<Name extends UseCaseName> {
  readonly question: QuestionOf<Name>;
  /** What follows the name of the command; `AT/` stands for the folder with the files of {@link FILES}. */
  readonly words: readonly string[];
}

/** Files that questions name. */
export const FILES = {
  'night.md':
    '# The night of the ferry\n\n2026-04-05\n\nExample Heron (G9001) came by a letter (T9001.001).\n',
  'letters.json':
    '{"Event":{"uuid":"e-1","info":"Letters of a heron","date":"2026-02-03","Tag":[{"name":"tlp:green"},{"name":"misp-galaxy:mitre-intrusion-set=\\"Example Heron - G9001\\""}],"Attribute":[{"type":"text","value":"A letter was opened."}]}}',
  'raid.json':
    '{"Event":{"uuid":"e-2","info":"The raid of spring","date":"2026-03-04","Orgc":{"name":"Lantern Labs"},"Tag":[{"name":"misp-galaxy:mitre-intrusion-set=\\"Example Heron - G9001\\""}],"Attribute":[{"type":"text","value":"The back door was open.","Tag":[{"name":"misp-galaxy:mitre-attack-pattern=\\"Open Back Door - T9003\\""}]}]}}',
  'heron.json': writeLayer(heron),
  'mudlark.json': writeLayer(mudlark),
  'costs.yaml': 'M9001: 2\nFN-1: 0.5\n',
  'harbour.yaml': 'name: Harbour Board\ncountries: LU\n',
  'covered.txt': 'T9001.001\n',
  'siem.txt': 'T9001\nT9001.001\nT9002\nT9003\n',
  'T9001.001.yaml': atomicsYaml(
    'T9001.001',
    atomicTest(1),
    atomicTest(2, { supported_platforms: ['linux'] }),
  ),
  'conch.yml':
    'title: Conch\nid: 0d9b7a52-4a6e-4e0c-9a52-4a6e4e0c9a52\nlogsource: { category: beach }\ndetection: { sel: { Shell|endswith: conch }, condition: sel }\nlevel: low\n',
  'events.json': JSON.stringify([{ Shell: 'a conch' }, { Shell: 'a whelk' }, { Shell: 'Conch' }]),
  'heron.yml':
    'title: Heron\ntags: [attack.t9001.001, attack.t9777]\nlogsource: { category: beach }\ndetection: { sel: { Bird: heron }, condition: sel }\nlevel: low\n',
  'pebbles.dl':
    'relation shares-pebbles(one: user, other: user) "{one} throws like {other}".\nrule throw-alike "{A} and {B} use {T}" weight 0.5\n  shares-pebbles(A: group, B: group) :- uses-any(A, T: technique), uses-any(B, T), A != B.\n',
  'rule.yml': 'title: Letters\ntags: [attack.t9003, attack.t9001.001, attack.t9777]\ndetection: {}\n',
};

const HERON = readLayers(JSON.parse(FILES['heron.json'])).layers;
const MUDLARK = readLayers(JSON.parse(FILES['mudlark.json'])).layers;

/** The series of the sample’s releases. */
const SERIES = 'x-mitre-collection--e37356c3-11bb-5cad-a1d3-27ed67704040';
const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const { organisation } = await readOrganisation(file('organisation.yaml'));
const { playbook } = await readPlaybook(file('playbook.yaml'));
const ORG = ['--org', file('organisation.yaml')];

/** What `covered.csv` says. */
const COVERED = {
  claims: [
    { technique: 'T9001.001', level: 0.5, kind: 'list', file: 'covered.csv' },
    { technique: 'T9999', level: 1, kind: 'list', file: 'covered.csv' },
  ],
} as const;

const PEBBLES = { file: 'pebbles.dl', text: FILES['pebbles.dl'] };
const CONCH = { file: 'conch.yml', text: FILES['conch.yml'] };

/** Questions to every use case, asked of the home of the contract tests: at least one with an answer each. */
export const QUESTIONS: { readonly [Name in UseCaseName]: readonly Asked<Name>[] } = {
  status: [
    { question: {}, words: [] },
    { question: { withdrawn: true }, words: ['--withdrawn'] },
  ],
  sources: [{ question: {}, words: [] }],
  list: [
    { question: { catalogue: 'groups' }, words: ['groups'] },
    { question: { catalogue: 'technique', withdrawn: true }, words: ['technique', '--withdrawn'] },
  ],
  names: [
    { question: {}, words: [] },
    { question: { types: ['group', 'actor'] }, words: ['--type', 'group', '--type', 'actor'] },
  ],
  emulate: [
    { question: { group: 'G9001' }, words: ['G9001'] },
    {
      question: {
        group: 'Grey-Wader',
        platforms: ['Windows'],
        since: '2001-01-01',
        derived: true,
        allTests: true,
        destructive: true,
      },
      words:
        'Grey-Wader --platform Windows --since 2001-01-01 --include-derived --all-tests --destructive'.split(
          ' ',
        ),
    },
  ],
  show: [
    { question: { name: 'G9001' }, words: ['G9001'] },
    { question: { name: 'Grey Wader' }, words: ['Grey Wader'] },
    { question: { name: 'T9001.001', raw: true }, words: ['T9001.001', '--raw'] },
  ],
  technique: [
    { question: { technique: 'T9001.001' }, words: ['T9001.001'] },
    { question: { technique: 'T9002', all: true }, words: ['T9002', '--all'] },
  ],
  software: [{ question: { software: 'S9001', all: true }, words: ['S9001', '--all'] }],
  campaign: [{ question: { campaign: 'C9001' }, words: ['C9001'] }],
  groups: [
    {
      question: { techniques: ['T9001.001'], not: ['T9008'] },
      words: '--technique T9001.001 --not T9008'.split(' '),
    },
    { question: { keywords: ['telecom'] }, words: ['-k', 'telecom'] },
    {
      question: { keywords: ['tele', 'letter'], any: true, wholeWord: false },
      words: ['-k', 'tele', '-k', 'letter', '--any'],
    },
    {
      question: { countries: ['Luxembourg', 'FR'], sectors: ['government'], activeSince: '2020' },
      words: [
        '--country',
        'Luxembourg',
        '--country',
        'FR',
        '--sector',
        'government',
        '--active-since',
        '2020',
      ],
    },
    { question: { origins: ['France'] }, words: ['--origin', 'France'] },
  ],
  prints: [
    { question: {}, words: [] },
    {
      question: { countries: ['Luxembourg'], techniques: ['T9001.001'] },
      words: ['--country', 'Luxembourg', '--technique', 'T9001.001'],
    },
    { question: { keywords: ['telecom'] }, words: ['-k', 'telecom'] },
  ],
  aliases: [{ question: { name: 'Grey Wader' }, words: ['Grey Wader'] }],
  assertions: [
    { question: {}, words: [] },
    { question: { source: 'CASE-7', retracted: true }, words: ['--source', 'CASE-7', '--retracted'] },
  ],
  explain: [
    { question: { first: 'G9001', second: 'T9001.001' }, words: ['G9001', 'T9001.001'] },
    {
      question: { first: 'Grey Wader', second: 'M9001', all: true, via: ['T9001.001'] },
      words: ['Grey Wader', 'M9001', '--all', '--via', 'T9001.001'],
    },
    {
      question: { first: 'G9002', second: 'T9008', relation: 'indirectly-uses', limit: 2 },
      words: ['G9002', 'T9008', '--relation', 'indirectly-uses', '-n', '2'],
    },
  ],
  query: [
    {
      question: { query: 'uses(G, T), mitigates(M, T), G = "G9001"', limit: 2 },
      words: ['uses(G, T), mitigates(M, T), G = "G9001"', '-n', '2'],
    },
    {
      question: { query: 'uses("G9001", "T9001.001")', explain: true },
      words: ['uses("G9001", "T9001.001")', '--explain'],
    },
  ],
  rules: [{ question: {}, words: [] }],
  'export-derived': [
    { question: { of: ['G9001'] }, words: ['--of', 'G9001'] },
    {
      question: { relations: ['indirectly-uses'], at: '2025-01-02T03:04:05Z' },
      words: ['--relation', 'indirectly-uses', '--at', '2025-01-02T03:04:05Z'],
    },
  ],
  search: [
    { question: { words: ['letter'] }, words: ['letter'] },
    {
      question: { words: ['let*'], types: ['techniques', 'group'], limit: 1 },
      words: ['let*', '--type', 'techniques', '--type', 'group', '-n', '1'],
    },
  ],
  vocabulary: [
    { question: { list: 'sectors' }, words: ['sectors'] },
    { question: { list: 'countries', word: 'Benelux' }, words: ['countries', 'Benelux'] },
  ],
  profile: [
    { question: { group: 'G9001' }, words: ['G9001'] },
    { question: { group: 'G9001', brief: true }, words: ['G9001', '--brief'] },
    {
      question: { group: 'Grey Wader', direct: true, asOf: '2025-01-01' },
      words: ['Grey Wader', '--direct', '--as-of', '2025-01-01'],
    },
  ],
  victims: [{ question: { group: 'G9001' }, words: ['G9001'] }],
  victimology: [{ question: {}, words: [] }],
  traits: [
    { question: {}, words: [] },
    { question: { kind: 'sector' }, words: ['sector'] },
  ],
  techniques: [
    { question: { groups: ['G9001'] }, words: ['G9001'] },
    {
      question: { groups: ['G9001', 'G9002'], shared: true, derived: true, limit: 2 },
      words: ['G9001', 'G9002', '--shared', '--derived', '-n', '2'],
    },
  ],
  matrix: [
    { question: {}, words: [] },
    {
      question: { platforms: ['windows'], domains: [SERIES] },
      words: ['--platform', 'windows', '--domain', SERIES],
    },
  ],
  prevalence: [
    { question: {}, words: [] },
    {
      question: { derived: true, min: 1, max: 3, sort: 'name', limit: 4 },
      words: ['--derived', '--min', '1', '--max', '3', '--sort', 'name', '-n', '4'],
    },
  ],
  compare: [
    { question: { groups: ['G9001', 'G9002'] }, words: ['G9001', 'G9002'] },
    {
      question: { groups: ['Grey Wader', 'G9002', 'G9003'], derived: true },
      words: ['Grey Wader', 'G9002', 'G9003', '--derived'],
    },
  ],
  'overlap-sectors': [
    { question: { least: 1, min: 0.1 }, words: ['--least', '1', '--min', '0.1'] },
    {
      question: { sectors: ['telecom', 'government'], least: 1, derived: true, limit: 3 },
      words: ['telecom', 'government', '--least', '1', '--derived', '-n', '3'],
    },
  ],
  'overlap-groups': [
    { question: { min: 0.1, least: 1 }, words: ['--min', '0.1', '--least', '1'] },
    { question: { groups: ['G9001', 'G9002'] }, words: ['G9001', 'G9002'] },
    {
      question: { groups: ['G9001', 'G9002'], min: 0, measure: 'rarity', rollUp: true, derived: true },
      words: ['G9001', 'G9002', '--min', '0', '--measure', 'rarity', '--roll-up', '--derived'],
    },
  ],
  timeline: [
    { question: { group: 'G9001', derived: true }, words: ['G9001', '--derived'] },
    {
      question: {
        group: 'Grey Wader',
        since: '2001-01-01',
        sinceAudit: '2001-01-01',
        releases: true,
        asOf: '2025-01-01',
        coverage: { claims: [{ technique: 'T9001.001', level: 1, kind: 'list', file: 'covered.txt' }] },
      },
      words: [
        'Grey Wader',
        '--since=2001-01-01',
        '--since-audit=2001-01-01',
        '--releases',
        '--as-of=2025-01-01',
        '--coverage',
        'AT/covered.txt',
      ],
    },
  ],
  diff: [
    { question: { from: '0.9', to: '1.0' }, words: ['0.9', '1.0'] },
    {
      question: { from: '0.9', to: '1.0', groups: ['G9001'], domains: [SERIES] },
      words: ['0.9', '1.0', '--group', 'G9001', '--domain', SERIES],
    },
  ],
  migrate: [
    {
      question: {
        documents: [
          { file: 'covered.txt', text: FILES['covered.txt'] },
          { file: 'rule.yml', text: FILES['rule.yml'] },
        ],
        to: '0.9',
      },
      words: ['AT/covered.txt', 'AT/rule.yml', '--to', '0.9'],
    },
  ],
  walkthrough: [
    { question: {}, words: [] },
    {
      question: { keywords: ['tele', 'letter'], any: true },
      words: ['-k', 'tele', '-k', 'letter', '--any'],
    },
  ],
  mitigations: [
    { question: { name: 'G9001' }, words: ['G9001'] },
    { question: { name: 'T9001.001' }, words: ['T9001.001'] },
  ],
  detections: [
    { question: { name: 'Grey Wader' }, words: ['Grey Wader'] },
    { question: { name: 'T9001.001' }, words: ['T9001.001'] },
  ],
  layer: [
    { question: { groups: ['G9001'] }, words: ['G9001'] },
    {
      question: {
        groups: ['G9001', 'G9002'],
        value: 'sources',
        derived: true,
        each: true,
        asOf: '2025-01-01',
      },
      words: ['G9001', 'G9002', '--value', 'sources', '--derived', '--each', '--as-of', '2025-01-01'],
    },
  ],
  'layer-combine': [
    {
      question: {
        expression: 'a + 2 * b',
        layers: [
          ...HERON.map((layer) => ({ name: 'a', layer, from: 'heron.json' })),
          ...MUDLARK.map((layer) => ({ name: 'b', layer, from: 'mudlark.json' })),
        ],
        missing: '7',
        name: 'Sum',
      },
      words: ['a + 2 * b', 'a=AT/heron.json', 'b=AT/mudlark.json', '--missing', '7', '--name', 'Sum'],
    },
  ],
  'layer-render': [{ question: { layers: HERON, layer: '1' }, words: ['AT/heron.json', '--layer', '1'] }],
  triage: [
    {
      question: {
        incident: {
          techniques: ['T9001.001', 'T9004.001', 'T9003', 'T9008', 'T9777'],
          software: [],
          groups: [],
          sectors: [],
          countries: [],
        },
      },
      words: ['T9001.001', 'T9004.001', 'T9003', 'T9008', 'T9777'],
    },
    {
      question: {
        incident: {
          techniques: ['T9001.001', 'T9004.001', 'T9003'],
          software: [],
          groups: [],
          sectors: [],
          countries: [],
        },
        group: 'G9002',
        country: ['LU'],
        top: 3,
      },
      words: ['T9001.001', 'T9004.001', 'T9003', '--group', 'G9002', '--country', 'LU', '-n', '3'],
    },
  ],
  threats: [
    { question: { organisation }, words: ORG },
    {
      question: { organisation, top: 2, asOf: '2025-01-01', hide: ['descriptions'] },
      words: [...ORG, '-n', '2', '--as-of', '2025-01-01', '--hide', 'descriptions'],
    },
    { question: { organisation, explain: 'G9001' }, words: [...ORG, '--explain', 'G9001'] },
    {
      question: { organisation, explain: 'G9002', all: true },
      words: [...ORG, '--explain', 'G9002', '--all'],
    },
  ],
  'what-if': [
    { question: { organisation }, words: ORG },
    { question: { organisation, top: 3 }, words: [...ORG, '--top', '3'] },
  ],
  expect: [
    { question: { organisation }, words: ORG },
    {
      question: { organisation, top: 2, limit: 3, by: 'rarity' },
      words: [...ORG, '--top', '2', '--limit', '3', '--by', 'rarity'],
    },
    { question: { organisation, explain: 'T9001.001' }, words: [...ORG, '--explain', 'T9001.001'] },
  ],
  priorities: [
    { question: { organisation }, words: ORG },
    {
      question: { organisation, kind: 'detections', limit: 1, coverage: COVERED },
      words: [...ORG, '--kind', 'detections', '--limit', '1', '--coverage', file('covered.csv')],
    },
  ],
  plan: [
    {
      question: { groups: ['G9001', 'G9002'], seconds: 0 },
      words: ['--groups', 'G9001', '--groups', 'G9002', '--seconds', '0'],
    },
    {
      question: {
        organisation,
        kinds: ['mitigations', 'controls'],
        budget: 2,
        framework: 'farm_rules',
        costs: { M9001: 2, 'FN-1': 0.5 },
        coverage: COVERED,
        limit: 1,
      },
      words: [
        ...ORG,
        '--kind',
        'mitigations',
        '--kind',
        'controls',
        '--budget',
        '2',
        '--framework',
        'farm_rules',
        '--cost',
        'AT/costs.yaml',
        '--coverage',
        file('covered.csv'),
        '--limit',
        '1',
      ],
    },
  ],
  'sightings-show': [
    { question: {}, words: [] },
    {
      question: {
        sectors: ['energy'],
        techniques: ['T9001'],
        groups: ['G9002'],
        month: '2026-01',
        limit: 2,
      },
      words: [
        '--sector',
        'energy',
        '--technique',
        'T9001',
        '--group',
        'G9002',
        '--month',
        '2026-01',
        '-n',
        '2',
      ],
    },
  ],
  'sightings-summary': [
    { question: {}, words: [] },
    {
      question: {
        organisations: ['energy north'],
        from: '2026-01-15',
        until: '2026-02-28',
        synthetic: true,
      },
      words: [
        '--organisation',
        'energy north',
        '--from',
        '2026-01-15',
        '--until',
        '2026-02-28',
        '--synthetic',
      ],
    },
  ],
  sectors: [
    { question: {}, words: [] },
    {
      question: {
        between: 'groups',
        months: 1,
        asOf: '2026-02-10',
        by: 'parent',
        measure: 'weighted',
        threshold: 0.1,
        linkage: 'complete',
        share: 0.01,
        least: 100,
        resamples: 20,
      },
      words: [
        '--between',
        'groups',
        '--months',
        '1',
        '--as-of',
        '2026-02-10',
        '--by',
        'parent',
        '--measure',
        'weighted',
        '--threshold',
        '0.1',
        '--linkage',
        'complete',
        '--share',
        '0.01',
        '--least',
        '100',
        '--resamples',
        '20',
      ],
    },
    { question: { synthetic: true, support: 'raw' }, words: ['--synthetic', '--support', 'raw'] },
  ],
  playbook: [
    { question: { organisation }, words: ORG },
    {
      question: { organisation, playbook, coverage: COVERED, asOf: '2025-06-01' },
      words: [
        ...ORG,
        '--file',
        file('playbook.yaml'),
        '--coverage',
        file('covered.csv'),
        '--as-of',
        '2025-06-01',
      ],
    },
  ],
  sigma: [
    { question: { groups: ['G9001'] }, words: ['G9001'] },
    {
      question: { techniques: ['T9001.001', 'T9002'], platforms: ['Windows'] },
      words: '-t T9001.001 -t T9002 --platform Windows'.split(' '),
    },
    { question: { organisation, derived: true }, words: [...ORG, '--derived'] },
    { question: { groups: ['G9001'], techniques: [], drafts: true }, words: ['G9001', '--drafts'] },
  ],
  'sigma-test': [
    {
      question: { rules: [CONCH], events: [{ Shell: 'a conch' }, { Shell: 'a whelk' }, { Shell: 'Conch' }] },
      words: ['AT/conch.yml', 'AT/events.json'],
    },
  ],
  'rules-check': [
    { question: { rules: [PEBBLES] }, words: ['AT/pebbles.dl'] },
    { question: { rules: [PEBBLES], derive: true }, words: ['AT/pebbles.dl', '--derive'] },
  ],
  'sigma-check': [
    { question: { rules: [CONCH] }, words: ['AT/conch.yml'] },
    { question: { rules: [CONCH], errorsOnly: true }, words: ['AT/conch.yml', '--errors-only'] },
  ],
  'sightings-list': [
    { question: { synthetic: true }, words: ['--synthetic'] },
    { question: { synthetic: true, verify: true }, words: ['--synthetic', '--verify'] },
  ],
  news: [
    { question: { organisation }, words: ORG },
    {
      question: {
        organisation,
        groups: ['G9001'],
        since: '2020-01-01',
        coverage: COVERED,
        top: 3,
        all: true,
      },
      words: [
        ...ORG,
        '--group',
        'G9001',
        '--since',
        '2020-01-01',
        '--top',
        '3',
        '--all',
        '--coverage',
        file('covered.csv'),
      ],
    },
  ],
  dashboard: [
    { question: { organisation }, words: ORG },
    {
      question: { organisation, coverage: COVERED, trend: 'release', limit: 3 },
      words: [...ORG, '--coverage', file('covered.csv'), '--trend', 'release', '--limit', '3'],
    },
  ],
  'org-show': [{ question: {}, words: [] }],
  'coverage-list': [{ question: {}, words: [] }],
  'report-show': [
    { question: { report: 'The night of the ferry' }, words: ['The night of the ferry'] },
    {
      question: { report: 'The night of the ferry', tier: 'review', undecided: true, evidence: 1 },
      words: ['The night of the ferry', '--tier', 'review', '--undecided', '--evidence', '1'],
    },
  ],
  'report-text': [
    { question: { report: 'The night of the ferry' }, words: ['The night of the ferry'] },
    {
      question: { report: 'The night of the ferry', from: 1, limit: 1 },
      words: ['The night of the ferry', '--from', '1', '-n', '1'],
    },
  ],
  'report-extract': [
    {
      question: {
        report: {
          title: 'The night of the ferry',
          date: '2026-04-05',
          kind: 'vendor-report',
          format: 'a text in Markdown',
          text: 'The night of the ferry\n2026-04-05\nExample Heron (G9001) came by a letter (T9001.001).',
          mentions: [],
        },
      },
      words: ['AT/night.md'],
    },
  ],
  'report-export': [
    { question: { report: 'The raid of spring' }, words: ['The raid of spring'] },
    {
      question: { report: 'The raid of spring', onlyAccepted: true },
      words: ['The raid of spring', '--only-accepted'],
    },
  ],
  'report-list': [
    { question: {}, words: [] },
    { question: { kind: 'incident', undecided: true }, words: ['--kind', 'incident', '--undecided'] },
  ],
  'coverage-show': [
    { question: {}, words: [] },
    {
      question: { groups: ['G9001'], platforms: ['Windows'], logs: true, evidence: 1 },
      words: ['--group', 'G9001', '--platform', 'Windows', '--logs', '--evidence', '1'],
    },
  ],
  'coverage-gaps': [
    { question: { groups: ['G9001'] }, words: ['--group', 'G9001'] },
    {
      question: { organisation, coverage: COVERED },
      words: [...ORG, '--coverage', file('covered.csv')],
    },
    {
      question: { techniques: ['T9001.001', 'T9003'], atLeast: 'rule', failUnder: 0.5 },
      words: ['--technique', 'T9001.001', '-t', 'T9003', '--at-least', 'rule', '--fail-under', '0.5'],
    },
  ],
};
