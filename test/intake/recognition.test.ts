import { expect, test } from 'vitest';
import { byteFormat, readBundle, readCaseFile, textFormat } from '../../src/intake/index.ts';
import { documentFormat } from '../../src/intake/recognition/document-format.ts';
import { about, bundle, idOf, object, relationship } from '../support/world/build.ts';
import { DIGGING, FARM, WEASEL } from '../support/world/cast.ts';

test.for([
  ['a MISP event', { Event: { info: 'Raid on a henhouse', Attribute: [] } }],
  ['a MISP event', [{ Event: { info: 'Raid on a henhouse' } }]],
  ['a MISP event', { response: [{ Event: { info: 'Raid on a henhouse' } }] }],
  ['a MISP event', { response: { Attribute: [{ type: 'ip-dst', value: '192.0.2.7' }] } }],
  ['a MISP event', { Attribute: [{ type: 'ip-dst', value: '192.0.2.7' }] }],
  ['a galaxy as a MISP server exports it', { Galaxy: { uuid: 'x', GalaxyCluster: [] } }],
  ['a template of a MISP object', { uuid: 'x', name: 'hen', requiredOneOf: [], attributes: {} }],
  ['a MISP event', { uuid: 'x', info: 'Raid on a henhouse', Attribute: [] }],
  [
    'a MISP warninglist',
    { name: 'Hens', type: 'string', version: 1, description: 'Known hens', list: ['Berta'] },
  ],
  ['a MISP taxonomy', { namespace: 'farm', predicates: [] }],
  [
    'the definition of a MISP galaxy',
    { namespace: 'farm', icon: 'hen', uuid: 'x', type: 'hens', name: 'Hens' },
  ],
  ['an ATT&CK Navigator layer', { name: 'Ours', domain: 'enterprise-attack', techniques: [] }],
  ['an ATT&CK Navigator layer', { techniques: [{ techniqueID: 'T9001', score: 1 }] }],
  ['an ATT&CK Navigator layer', [{ name: 'Ours', domain: 'farm', techniques: [] }]],
  ['a DeTT&CT technique administration file', { file_type: 'technique-administration', techniques: [] }],
  ['a DeTT&CT administration file of groups', { file_type: 'group-administration', groups: [] }],
  ['a Sigma rule', { title: 'Digging', logsource: { product: 'farm' }, detection: { condition: 'x' } }],
  ['a file of the Attack Flow Builder', { schema: 'attack_flow_v2', theme: 'dark', objects: [], layout: {} }],
  [
    'a file of the Attack Flow Builder',
    { version: '2.0.1', id: 'x', schema: { page_template: 'flow', templates: [] }, objects: [] },
  ],
  ['STIX 1 (JSON)', { id: 'x', version: '1.2', stix_header: { title: 'Hens' }, indicators: [] }],
  ['detection rules of Elastic', { rule_id: 'x', threat: [{ framework: 'MITRE ATT&CK' }] }],
  ['detection rules of Elastic', { rules: [{ threat: [{ framework: 'MITRE ATT&CK' }] }] }],
  ['a list of ATT&CK ids', ['T9001', 'T9001.001']],
  ['an answer of a TAXII server', { title: 'Not found', http_status: '404' }],
  ['an answer of a TAXII server', { more: false, versions: ['2024-01-31T12:00:00.000Z'] }],
  [
    'an answer of a TAXII server',
    { objects: [{ id: WEASEL, date_added: 'x', version: 'x', media_type: 'application/stix+json' }] },
  ],
  [
    'a CACAO playbook',
    { type: 'playbook', spec_version: 'cacao-2.0', id: idOf('playbook', 1), workflow: {} },
  ],
  ['a playbook of Foeprint', { playbook: 1, steps: [] }],
  ['the description of an organisation', { name: 'Hen Farm', sectors: ['agriculture'] }],
  ['a dump of Foeprint', [{ foeprint: 'dump', format: 1 }, { source: {} }]],
  ['a file of Atomic Red Team', { attack_technique: 'T9001', atomic_tests: [] }],
  [
    'what a TAXII server says of its collections',
    { collections: [{ id: 'x', title: 'Hens', can_read: true }] },
  ],
  ['a feed (JSON Feed)', { version: 'https://jsonfeed.org/version/1.1', title: 'Hens', items: [] }],
  ['a CSAF advisory', { document: { csaf_version: '2.0' } }],
] as const)('a document is named: %s', ([label, parsed]) => {
  expect(documentFormat(parsed)?.label).toContain(label);
  expect(() => readBundle(parsed, about('x'))).toThrow(label);
});

test.for([
  ['STIX 1 (XML)', '<?xml version="1.0"?>\n<stix:STIX_Package id="x">'],
  ['an OpenIOC file', '<ioc xmlns="http://schemas.mandiant.com/2010/ioc">'],
  ['a feed', '<?xml version="1.0"?>\n<!-- hens -->\n<rss version="2.0"><channel/></rss>'],
  ['a feed', '<feed xmlns="http://www.w3.org/2005/Atom"/>'],
  ['MAEC or CybOX', '<cybox:Observables cybox_major_version="2">'],
  ['a DeTT&CT administration file', 'version: 1.0\nfile_type: group-administration\n'],
  ['a Sigma rule', 'title: Digging\nlogsource:\n  product: farm\ndetection:\n  x: y\n---\ntitle: Other\n'],
  ['a case file in YAML', 'case: Henhouse\nassertions:\n  - subject: x\n'],
  ['a file of YARA rules', 'import "pe"\nrule Badger : farm {\n  condition:\n    true\n}\n'],
  ['a file of YARA rules', 'rule Badger { strings: $a = "b" condition: $a }'],
  ['a file in TOML', '[metadata]\nmaturity = "production"\n\n[[rule.threat]]\nframework = "x"\n'],
  ['a text in Markdown', '# Raid\n\nThe badger dug (T9001).\n'],
  ['a file of Snort or Suricata rules', 'alert tcp any any -> any 80 (msg:"hen"; sid:1;)'],
  ['a list of ATT&CK ids', 'T9001\nT9001.001\nG0901\n'],
  ['a table (CSV)', 'indicator,type,date\n192.0.2.7,ip,2024-01-31\n'],
  ['a table (CSV)', 'name;score\nDigging;3\n'],
] as const)('a text is named: %s', ([label, text]) => {
  expect(textFormat(text)?.label).toContain(label);
});

test.for([
  ['a PDF document', '%PDF-1.7'],
  ['a SQLite database', 'SQLite format 3\u0000'],
  ['a tar archive', `${'\u0000'.repeat(257)}ustar`],
  ['a Parquet file', 'PAR1'],
  ['a zip archive', 'PK\u0003\u0004'],
  ['packed with gzip twice', '\u001f\u008b'],
] as const)('bytes are named: %s', ([label, bytes]) => {
  expect(byteFormat(Buffer.from(bytes, 'latin1'))?.label).toBe(label);
});

test.for(['', 'hello', 'Dear hens,\nbeware.\n', '{"type": "bundle"', ' '.repeat(9000), 'rule of thumb, hen'])(
  'nothing is made of “%s”',
  (text) => {
    expect(textFormat(text)).toBeUndefined();
  },
);

test('what holds STIX is never taken for something else', () => {
  const farmer = object('identity', 1, { name: 'Hen Farm', sectors: ['agriculture'], x_playbook: 1 });
  for (const document of [
    farmer,
    [farmer],
    bundle(farmer),
    { more: false, objects: [farmer] },
    bundle(...FARM.attack),
  ])
    expect(readBundle(document, about('x')).objects.length).toBeGreaterThan(0);
});

test.for([
  ['groups.yaml', 'file_type: group-administration\ngroups: []\n', 'DeTT&CT'],
  ['rule.yml', 'title: Digging\nlogsource:\n  product: farm\ndetection:\n  condition: x\n', 'Sigma'],
  ['org.yaml', 'name: Hen Farm\nsectors: [agriculture]\n', 'organisation'],
  ['layer.yaml', 'name: Ours\ndomain: enterprise-attack\ntechniques: []\n', 'Navigator layer'],
  ['api.yaml', 'openapi: 3.0.0\ninfo:\n  title: x\n', 'not a mapping with a list'],
  ['iocs.csv', 'indicator,type\n192.0.2.7,ip\n', 'none of its columns'],
] as const)('a file that is named like a case file is called what it is: %s', ([file, text, label]) => {
  const { documents, issues } = readCaseFile(text, file, () => ({ similar: [] }) as never);
  expect(documents).toEqual([]);
  expect(issues.map(({ code }) => code)).toEqual(['I140']);
  expect(issues[0]?.message).toContain(label);
});

test.for([
  ['a list of bundles', [bundle(...FARM.attack.slice(0, 2)), bundle(...FARM.attack.slice(2))], 'I114'],
  ['the envelope of a TAXII server', { more: false, objects: FARM.attack }, 'I114'],
  ['its envelope without `more`', { objects: FARM.attack }, 'I114'],
  [
    'a list of envelopes',
    [
      { more: true, next: '2', objects: FARM.attack.slice(0, 3) },
      { more: false, objects: FARM.attack.slice(3) },
    ],
    'I122',
  ],
  ['one page of more', { more: true, next: '2', objects: FARM.attack }, 'I122'],
  ['an answer that wraps objects', { status: 'ok', data: FARM.attack }, 'I114'],
  ['an answer that wraps a bundle', { took: 3, result: bundle(...FARM.attack) }, 'I114'],
] as const)('%s is read like a bundle', ([, document, code]) => {
  const read = readBundle(document, about('x'));
  expect(read.objects.map(({ id }) => id)).toEqual(
    readBundle(bundle(...FARM.attack), about('x')).objects.map(({ id }) => id),
  );
  expect(read.issues.map((issue) => issue.code)).toContain(code);
});

test.for([
  ['an empty envelope', { more: false, objects: [] }],
  ['an envelope without objects', { more: false }],
] as const)('%s holds nothing', ([, document]) => {
  expect(() => readBundle(document, about('x'))).toThrow('I102');
});

test('relationships that share an id are statements of their own, and counted', () => {
  const shared = relationship(20, WEASEL, 'uses', DIGGING);
  const read = readBundle(
    bundle(
      ...FARM.attack.slice(0, 4),
      shared,
      relationship(20, WEASEL, 'uses', idOf('malware', 2)),
      relationship(20, WEASEL, 'targets', DIGGING),
      shared,
      { ...shared, description: 'Again, in other words.' },
    ),
    about('x'),
  );
  const facts = read.objects
    .filter(({ id }) => id === idOf('relationship', 20))
    .flatMap(({ statements }) => statements);
  expect(facts.map(({ relation, object: other }) => [relation, other])).toEqual([
    ['uses', DIGGING],
    ['uses', idOf('malware', 2)],
    ['targets', DIGGING],
  ]);
  expect(read.issues.map(({ code, message }) => [code, message])).toEqual([
    ['I112', 'The object occurs twice, differently.'],
    ['I120', expect.stringContaining('One id is shared by 3 relationships')],
  ]);
});
