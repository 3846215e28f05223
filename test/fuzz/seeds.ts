import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readDocument } from '../../src/intake/index.ts';
import { dump } from '../../src/knowledge/index.ts';
import { playbookYaml } from '../../src/workbench/index.ts';
import {
  about,
  bundle,
  cluster,
  object,
  related,
  relationship,
  release,
  value,
} from '../support/world/build.ts';
import { DIGGING, FARM, WEASEL } from '../support/world/cast.ts';
import { EXERCISE_COLUMNS } from '../../src/threat/index.ts';
import { atomicsYaml, atomicTest } from '../support/atomics.ts';
import { sayHostile } from '../support/hostile-home.ts';
import { controlMapping, mitigates, notMappable } from '../support/control-mapping.ts';
import { knowledgeOf } from '../support/desk.ts';

const text = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const layer = {
  name: 'Ours',
  versions: { layer: '4.5', navigator: '5.1.0', attack: '17' },
  domain: 'enterprise-attack',
  description: 'What we see',
  filters: { platforms: ['Windows', 'Linux'] },
  gradient: { colors: ['#ff6666ff', '#ffe766ff'], minValue: 0, maxValue: 100 },
  legendItems: [{ label: 'seen', color: '#ff0000' }],
  metadata: [{ name: 'by', value: 'us' }],
  techniques: [
    {
      techniqueID: 'T9001',
      tactic: 'breach',
      score: 30,
      color: '#abc',
      comment: 'yes',
      enabled: true,
      links: [{ label: 'x', url: 'https://a.example' }],
    },
    {
      techniqueID: 'T9001.001',
      score: 0,
      metadata: [{ name: 'n', value: 'v' }, { divider: true }],
      showSubtechniques: false,
    },
  ],
};

const cases = [
  {
    source: 'IR-1',
    subject: 'Wily Weasel',
    relation: 'uses',
    object: 'T9001',
    date: '2026-01-01',
    confidence: 'likely',
    tlp: 'amber',
    sentence: 'They dug.',
  },
  { source: 'IR-2', subject: 'G0901', relation: 'targets', object: 'France', date: '2026-02-01' },
];

function dumped(): string {
  const base = knowledgeOf(readDocument(bundle(release('1.0'), ...FARM.attack), about('dumped')));
  return [...dump(base, createHash('sha256'))].join('\n');
}

function withJson(texts: readonly [string, ...string[]]): readonly [string, ...string[]] {
  return [...texts, ...texts.map((each) => JSON.stringify(parse(each)))];
}

/** Small texts in the shape of real ones, to be changed. Those in YAML stand there as JSON as well, which is YAML, too, and is changed by its parts. */
export const SEEDS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  documents: [
    JSON.stringify(bundle(release('1.0'), ...FARM.attack)),
    JSON.stringify(
      bundle(
        object('threat-actor', 40, {
          name: 'Sly Fox',
          goals: ['eggs'],
          sophistication: 'expert',
          first_seen: '2020-01-01T00:00:00Z',
        }),
        object('attack-pattern', 41, { name: 'T9001 Digging' }),
        object('report', 42, {
          name: 'Of foxes',
          object_refs: [WEASEL, DIGGING],
          published: '2024-01-01T00:00:00Z',
        }),
        relationship(43, WEASEL, 'uses', DIGGING, {
          description: 'It targets banks in France.(Citation: Gazette)',
        }),
      ),
    ),
    JSON.stringify(sayHostile().bundle),
    JSON.stringify(
      cluster('threat-actor', [
        value(
          911,
          'Wily Weasel',
          {
            synonyms: ['Team Stoat', 'G0901'],
            country: 'FR',
            refs: ['https://a.example'],
            'cfr-target-category': ['Private sector'],
          },
          { related: [related('similar', 912)] },
        ),
        value(912, 'Other', { 'cfr-suspected-victims': ['Germany'], external_id: 'G0901' }),
      ]),
    ),
    JSON.stringify(
      controlMapping([
        mitigates('FN-1', 'T9001'),
        mitigates('FN-2', 'T9001.001', { mapping_type: 'technique_scores', score_category: 'detect' }),
        notMappable('T9002'),
      ]),
    ),
  ],
  'yaml cases': withJson([
    `source: IR-1\ntlp: amber\nassertions:\n${cases.map((row) => `  - ${JSON.stringify(row)}`).join('\n')}\n`,
    `- subject: G0901\n  relation: uses\n  object: T9001\n  source: us\n`,
  ]),
  'csv cases': [
    `source,subject,relation,object,date,sentence\n${cases.map(({ source, subject, relation, object: what, date }) => `${source},${subject},${relation},${what},${date},"They, dug ""deep"""`).join('\n')}\n`,
    'source;subject;relation;object\nA;G0901;uses;T9001\n',
  ],
  organisations: withJson([
    text('samples/org.yaml'),
    'name: Steel\nsectors: [energy, "35.11"]\ncountries: [FR, Germany]\nplatforms: [Windows]\nrevenue: 1\n',
  ]),
  layers: [
    JSON.stringify(layer),
    JSON.stringify([layer, { ...layer, name: 'Theirs', domain: 'mitre-enterprise', version: '2.0' }]),
  ],
  dettect: withJson([
    'version: 1.2\nfile_type: technique-administration\nname: us\nplatform: [Windows]\ntechniques:\n- technique_id: T9001\n  technique_name: Digging\n  detection:\n  - applicable_to: [all]\n    location: [EDR]\n    score_logbook:\n    - date: 2024-01-01\n      score: 3\n      comment: ""\n  visibility:\n    applicable_to: [all]\n    score_logbook:\n    - {date: 2024-01-01, score: 2, comment: "", auto_generated: true}\n',
  ]),
  coverage: [
    '[metadata]\ncreation_date = "2026/01/02"\nmaturity = "production"\n\n[rule]\nname = "Pebbles"\nrule_id = "r-1"\ntags = ["OS: Windows"]\n\n[[rule.threat]]\nframework = "MITRE ATT&CK"\n\n[[rule.threat.technique]]\nid = "T9001"\n\n[[rule.threat.technique.subtechnique]]\nid = "T9001.002"\n',
    '{"rule_id":"r-1","name":"Pebbles","enabled":true,"threat":[{"technique":[{"id":"T9001","subtechnique":[{"id":"T9001.002"}]}]}]}\n{"exported_count":1}\n',
    'name: Windows Pebbles\nid: r-1\ndate: 2026-01-02\nstatus: production\nsearch: index=beach\ntags:\n  asset_type: Endpoint\n  mitre_attack_id:\n    - T9001.001\n',
    'file_type: data-source-administration\nsystems:\n  - { applicable_to: Desks, platform: [Windows] }\ndata_sources:\n  - data_source_name: Noise Made\n    data_source:\n      - { applicable_to: [Desks], date_connected: 2026-01-02, available_for_data_analytics: true }\n',
    'technique,status,platform,rule,date\nT9001,Tested,Windows; Linux,r-1,2026-01-02\n"T9002",production,,,\n',
    'title: Pebbles\nid: r-1\ndate: 2026/01/02\nlogsource: { product: windows, category: process_creation }\ndetection: { a: { b: c } }\ntags:\n  - attack.t9001\n',
  ],
  texts: [
    'We saw T1086, T9001.001 and https://attack.mitre.org/techniques/T1562/001/ in June.\nTA0002; S0154\n',
  ],
  prose: [
    '<!doctype html><html lang="en"><head><title>Weasels | Barn</title><meta property="article:published_time" content="2021-03-04"></head><body><article><h1>Weasels</h1><p>It <a href="https://attack.mitre.org/techniques/T9001/001/">digs</a>, &amp; climbs.</p><table><tr><td>T9001</td><td>dig</td></tr></table></article></body></html>',
    '---\ntitle: Weasels\ndate: 2021-03-04\n---\n# Weasels\n\nIt *digs* [here](x), and\nclimbs.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| T9001 | dig |\n\n```\ncode\n```\n',
    'TLP:AMBER\nWeasels at night\nMarch 4, 2021\n\nThe weasel breaks into barns at night, always by digging un-\nder the fence, and then it takes what it finds there (T9001).\n',
  ],
  feeds: [
    '<rss version="2.0"><channel><title>Barn</title><item><title>Weasels</title><link>https://barn.example/w</link><guid>1</guid><pubDate>Wed, 28 Oct 2020 10:00:00 GMT</pubDate><description>&lt;p&gt;dug</description></item></channel></rss>',
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Barn</title><entry><id>1</id><title>Weasels</title><link href="/w"/><updated>2020-10-28T00:00:00Z</updated><content type="html">dug</content></entry></feed>',
    '{"version":"https://jsonfeed.org/version/1.1","title":"Barn","items":[{"id":"1","url":"https://barn.example/w","title":"Weasels","date_published":"2020-10-28","content_html":"dug"}]}',
  ],
  sigma: [
    'title: Digging\nid: 0\ntags:\n    - attack.execution\n    - attack.t1086\n    - attack.t9001.001\nlogsource:\n    product: windows\n---\ntitle: Other\ntags: [attack.t1059]\n',
    readFuzzRule(),
  ],
  'log events': [
    '{"Event":{"System":{"Provider":{"#attributes":{"Name":"P"}},"EventID":{"#text":1},"Channel":"Microsoft-Windows-Sysmon/Operational"},"EventData":{"Image":"C:\\\\dig.exe","Data":[{"@Name":"User","#text":"mole"},"x"]}}}\n{"winlog":{"channel":"Security","event_id":4688,"event_data":{"NewProcessName":"dig.exe"}},"process":{"command_line":"dig -deep"}}\n{"event.category":["process"],"event.type":"start","host.os.type":"linux","process":{"executable":"/bin/dig"},"logsource":{"product":"linux"}}\n',
  ],
  incidents: [
    '{"id":"1","bundle":"v1.0","techniques":["T9001","T9001.001"],"software":["S9001"],"date":"2024-01-01"}\n{"id":"2","techniques":["t9001"],"hidden":["relationship--7"],"hidden_citations":["Gazette"],"hidden_set":"a"}\ncitation:Gazette\n',
  ],
  events: ['{"id":"1","country":"FR","sector":"energy","date":"2024-01-01"}\n{"id":"2","country":"DE"}\n'],
  rules: [
    text('rules/standard.dl'),
    'pack a "b".\nrelation far(from, to) "{from} {to}".\nunion any = uses | far.\nrule r "{A} {B}" weight 0.5 far(A, C) :- any(A, B), uses(B, C), not uses(A, C), A != C, "x" <= "y".\n',
  ],
  queries: [
    'uses(G, T), mitigates(M, T), G = "Wily Weasel"',
    '?- uses(G: group, T), not mitigates(_, T), G != T.',
  ],
  expressions: ['a and not (b or c)', 'max(a, 2*b, c else 0) >= 60', 'average(a, b) + count(a, b, c) - 1'],
  dumps: [dumped()],
  atomics: [
    atomicsYaml(
      'T9001',
      atomicTest(1),
      atomicTest(2, { executor: { name: 'sh', command: 'dig #{depth}', cleanup_command: 'fill' } }),
    ),
    'attack_technique: T9001\natomic_tests:\n- name: Dig\n  supported_platforms: [windows]\n  input_arguments:\n    depth: { type: integer, default: 3 }\n  dependencies:\n  - description: A spade\n    prereq_command: |\n      look\n  executor:\n    name: powershell\n    elevation_required: true\n    command: |\n      dig #{depth}\n      "done"\n',
  ],
  exercises: [
    `Ids are those of ATT&CK 18.1.\n\n| ${EXERCISE_COLUMNS.join(' | ')} |\n| --- | --- |\n| T9001 | a | b \\| c | Windows | x | [x] | ☐ | |\n`,
  ],
  reports: [
    JSON.stringify(
      bundle(
        object('identity', 60, { name: 'Henhouse Gazette' }),
        object('report', 61, {
          name: 'Raid',
          created_by_ref: 'identity--00000000-0000-4000-8000-000000000060',
          published: '2026-05-02T00:00:00Z',
          description: 'A henhouse was raided.',
          object_refs: [WEASEL, DIGGING],
          labels: ['tlp:amber'],
          external_references: [{ source_name: 'Gazette', url: 'https://gazette.example' }],
        }),
        relationship(62, WEASEL, 'uses', DIGGING, { description: 'They dug.' }),
        object('attack-flow', 63, {
          name: 'Raid',
          start_refs: ['attack-action--00000000-0000-4000-8000-000000000064'],
        }),
        object('attack-action', 64, {
          name: 'Dig',
          technique_id: 'T9001',
          effect_refs: [],
          technique_ref: DIGGING,
        }),
        ...FARM.attack,
      ),
    ),
    JSON.stringify({
      Event: {
        info: 'Raid',
        date: '2026-05-02',
        Orgc: { name: 'Gazette' },
        Tag: [{ name: 'tlp:red' }, { name: 'misp-galaxy:mitre-attack-pattern="Digging - T9001"' }],
        Attribute: [
          { type: 'text', value: 'They dug.', Tag: [{ name: 'misp-galaxy:threat-actor="Weasel"' }] },
        ],
        Object: [{ comment: 'x', Attribute: [{ type: 'link', value: 'https://gazette.example' }] }],
        EventReport: [{ name: 'What', content: 'By @[tag](misp-galaxy:mitre-tool="Spade - S9002").' }],
      },
    }),
    '# Source: https://gazette.example\nversion: 1.2\nfile_type: group-administration\ngroups:\n- group_name: Weasel (G0901)\n  campaign: Raid\n  technique_id: [T9001, {}]\n  software_id: {S9001: 3}\n  enabled: true\n',
    JSON.stringify({
      schema: 'attack_flow_v2',
      objects: [
        {
          id: 'flow',
          instance: 'f',
          properties: [
            ['name', 'Raid'],
            ['author', [['name', 'Gazette']]],
            ['external_references', [['a', [['url', 'https://gazette.example']]]]],
          ],
        },
        {
          id: 'action',
          instance: 'a',
          anchors: { 0: 'b' },
          properties: [
            ['name', 'Dig'],
            ['ttp', [['technique', 'T9001']]],
          ],
        },
        { id: 'malware', instance: 'm', anchors: { 0: 'n' }, properties: [['name', 'BADGERDROP']] },
        { id: 'horizontal_anchor', instance: 'b', latches: ['c'] },
        { id: 'horizontal_anchor', instance: 'n', latches: ['d'] },
        { id: 'dynamic_line', instance: 'l', source: 'c', target: 'd' },
      ],
    }),
    JSON.stringify({
      version: '2.0.0',
      objects: [
        { id: 'f', template: 'flow', properties: [['name', 'Raid']], children: ['a', 'l'] },
        {
          id: 'a',
          template: 'action',
          children: ['b'],
          properties: [
            ['name', 'Dig'],
            ['technique_id', '9001'],
          ],
        },
        { id: 'b', template: '@__builtin__anchor', children: ['c', 'd'] },
        { id: 'c', template: '@__builtin__line_source' },
        { id: 'd', template: '@__builtin__line_target' },
        { id: 'l', template: '@__builtin__line_vertical_elbow', children: ['c', 'd'] },
      ],
    }),
  ],
  playbooks: withJson([playbookYaml('org.yaml')]),
  configurations: withJson([
    'sources: [enterprise, {name: x, location: a.json, every: week}]\nmirrors: [.]\nrules: {packs: [standard], weights: {a: 0.5}}\nscore: {confirmed: 90}\nhttp: {timeoutSeconds: 5}\nlimits: {maximumBytes: 10 MiB}\n',
  ]),
};

/** A rule with something of everything that rules have. */
function readFuzzRule(): string {
  return `title: Everything
logsource: { product: windows, category: process_creation }
detection:
  sel_1:
    Image|endswith: ['dig.exe', 'd?g*']
    CommandLine|contains|all|windash: [' -deep', 'dig']
    EventID: [1, 4688]
  sel_2:
    - CommandLine|re|i: '(?:dig|del)\\s+[/-](d|e){1,20}p$'
    - CommandLine|base64offset|contains: 'dig'
    - actor.id|cidr: 10.0.0.0/8
    - Image|fieldref: CommandLine
    - EventID|gte: 2
  words: [dig, 7]
  '|all': [dig]
  filter: { User: null, Image|exists: true }
  condition: (1 of sel_* or words) and not filter
`;
}
