import { expect, test } from 'vitest';
import { documentToMigrate, readDocument, readLayers } from '../../../src/intake/index.ts';
import { migrationDocument } from '../../../src/report/index.ts';
import { documentMarkdown } from '../../../src/render/index.ts';
import { cellOf, layerOf } from '../../../src/threat/index.ts';
import { writeLayer } from '../../../src/export/index.ts';
import { migrateDocuments, releaseTarget } from '../../../src/workbench/releases/migrate.ts';
import { migrateDocument } from '../../support/migrate-document.ts';
import { about, cluster, value } from '../../support/world/build.ts';
import { nineteenth } from '../../support/nineteen.ts';
import { pondReleases } from '../../support/releases.ts';

const to18 = releaseTarget(nineteenth(), '18.1');
const to19 = releaseTarget(nineteenth(), '19.1');

test.for([
  // id, to 18.1, to 19.1
  ['T1566', 'unchanged T1566', 'unchanged T1566'],
  ['T1193', 'resolved T1566.001', 'resolved T1566.001'],
  ['T1043', 'dropped', 'dropped'],
  ['T1064', 'assumed T1027', 'assumed T1027'],
  ['T9999', 'unknown', 'unknown'],
  ['T1562.001', 'unchanged T1562.001', 'resolved T1685'],
  ['T1562.003', 'unchanged T1562.003', 'assumed T1690'],
  ['T1562.004', 'unchanged T1562.004', 'ambiguous T1686 of T1686 T1686.001 T1686.003'],
  ['T1690', 'resolved T1562.003', 'unchanged T1690'],
  ['T1685', 'assumed T1562 of T1562 T1562.001 T1562.006', 'unchanged T1685'],
  ['T1686.003', 'resolved T1562.004', 'unchanged T1686.003'],
  ['T1687', 'dropped', 'unchanged T1687'],
] as const)('%s is %s in 18.1 and %s in 19.1', ([id, in18, in19]) => {
  const said = [to18, to19].map((target) => {
    const { standing, to, candidates } = target.resolve(id);
    return [standing, to, candidates.length === 0 ? undefined : `of ${candidates.join(' ')}`]
      .filter(Boolean)
      .join(' ');
  });
  expect(said).toEqual([in18, in19]);
});

test('between releases that are loaded, back and forth', () => {
  const base = pondReleases();
  const [forward, back] = [releaseTarget(base, '2.0'), releaseTarget(base, '1.0')];
  expect(forward.resolve('T9103')).toMatchObject({ standing: 'resolved', to: 'T9102' });
  expect(forward.resolve('T9104')).toMatchObject({ standing: 'dropped' });
  expect(back.resolve('T9103')).toMatchObject({ standing: 'unchanged' });
  expect(back.resolve('T9109')).toMatchObject({ standing: 'dropped' });
  expect(() => releaseTarget(base, '3.0')).toThrow(/K201/u);
  // A version of something else is no release of ATT&CK that everything stays the same in.
  const { source } = base.ingest(
    readDocument(cluster('hens', [value(1, 'Berta')]), about('galaxy')),
    '2025-01-02T03:04:05.000Z',
  );
  expect(() => releaseTarget(base, source.release ?? '')).toThrow(/loaded: 1\.0, 2\.0\./u);
  expect(() => base.view({ release: source.release ?? '' })).toThrow(/K201.*loaded: 1\.0, 2\.0\./su);
});

const RULE = `title: Invented rule   # a comment
tags:
    - attack.defense-evasion
    - attack.initial-access
    - attack.t1027
    - 'attack.t1055'   # kept
    - attack.t1193
    - attack.t1566.001
    - attack.g9001
    - attack.t1043
detection:
    sel: {a: "T1193"}
`;

test('a Sigma rule: only tags change, and only those that must', () => {
  const { text, kind, entries } = migrateDocument('rule.yml', RULE, to19);
  expect(kind).toBe('sigma');
  // The rule has T1566.001 already, so the line that would say it again goes.
  expect(text).toBe(
    RULE.replace('attack.defense-evasion', 'attack.stealth').replace('    - attack.t1193\n', ''),
  );
  expect(entries.map(({ from, standing, line }) => [line, from, standing])).toEqual([
    [3, 'defense-evasion', 'resolved'],
    [7, 'T1193', 'resolved'],
    [10, 'T1043', 'dropped'],
  ]);
});

test.for([
  ['two parts', ['defense_evasion', 't1027', 't1484'], ['stealth', 'defense_impairment', 't1027', 't1484']],
  ['neither', ['defense-evasion', 't1548'], ['defense-evasion', 't1548']],
  ['no technique to look up', ['defense-evasion'], ['defense-evasion']],
  ['there already', ['stealth', 'defense-evasion', 't1027'], ['stealth', 't1027']],
  ['nothing to do', ['persistence', 't1566'], ['persistence', 't1566']],
] as const)('Defense Evasion becomes what the techniques of the rule serve: %s', ([, tags, expected]) => {
  const ruleOf = (list: readonly string[]): string =>
    `title: x\ntags:\n${list.map((tag) => `- attack.${tag}\n`).join('')}detection: {}\n`;
  expect(migrateDocument('rule.yml', ruleOf(tags), to19).text).toBe(ruleOf(expected));
});

test('back to 18.1, both parts are Defense Evasion, once', () => {
  const rule =
    'title: x\ntags:\n- attack.stealth\n- attack.defense-impairment\n- attack.t1685\ndetection: {}\n';
  expect(migrateDocument('rule.yml', rule, to18).text).toBe(
    'title: x\ntags:\n- attack.defense-evasion\n- attack.t1562\ndetection: {}\n',
  );
});

test('DeTT&CT groups: weights and comments stay; a technique that is there already is left to decide', () => {
  const text = `%YAML 1.2
---
file_type: group-administration
groups:
  - group_name: Invented
    technique_id:
      T1193: 3   # three
      T1562.003: 1
  - group_name: Other
    technique_id: [T1193, T1027]
  - group_name: Third
    technique_id: {T1193: 2, T1566.001: 4}
`;
  const migrated = migrateDocument('groups.yaml', text, to19);
  expect(migrated.kind).toBe('dettect');
  expect(migrated.text).toBe(
    text.replace('T1193: 3', 'T1566.001: 3').replace('T1562.003', 'T1690').replace('[T1193', '[T1566.001'),
  );
  expect(migrated.entries.at(-1)).toMatchObject({
    from: 'T1193',
    to: [],
    standing: 'ambiguous',
    candidates: ['T1566.001'],
  });
});

test('DeTT&CT techniques: the id changes, scores and comments stay', () => {
  const text =
    'file_type: technique-administration\ntechniques:\n- technique_id: T1562.003 # here\n  detection:\n  - comment: see T1562.003\n';
  expect(migrateDocument('t.yaml', text, to19).text).toBe(
    text.replace('technique_id: T1562.003', 'technique_id: T1690'),
  );
});

test('any other text: every id, wherever it stands', () => {
  const text = 'id,note\r\nT1193,"as T1562.001, or T1193.5?"\r\nXT1193,t1193\r\n';
  const migrated = migrateDocument('ids.csv', text, to19);
  // T1193.5 is no id.
  expect(migrated.text).toBe(text.replace('T1193,"as T1562.001', 'T1566.001,"as T1685'));
});

test('a broken YAML file is left alone, with the place', () => {
  const text = 'tags:\n  - attack.t1193\n bad: [';
  const { text: same, issues } = migrateDocument('rule.yml', text, to19);
  expect(same).toBe(text);
  expect(issues).toMatchObject([{ code: 'I160', place: { file: 'rule.yml', line: 3 } }]);
});

const LAYER = layerOf({
  name: 'Invented',
  domain: 'enterprise-attack',
  release: '6',
  cells: [
    cellOf({
      technique: 'T1193',
      score: 2,
      comment: 'old',
      color: '#ff0000',
      links: [{ label: 'a', url: 'https://a.example/' }],
    }),
    cellOf({
      technique: 'T1566.001',
      score: 5,
      comment: 'new',
      annotations: [{ name: 'seen', value: 'often' }],
    }),
    cellOf({ technique: 'T1043', score: 7, comment: 'nowhere' }),
    cellOf({ technique: 'T1055', tactic: 'defense-evasion', score: 1 }),
    cellOf({ technique: 'T1055', tactic: 'privilege-escalation', score: 3 }),
    cellOf({ technique: 'T1548', tactic: 'defense-evasion', comment: 'moved' }),
  ],
});

test('a layer: cells that meet are joined, what cannot be carried is kept in the metadata', async () => {
  const migrated = migrateDocument('layer.json', writeLayer(LAYER), to19);
  await expect(migrated.text).toMatchFileSnapshot('golden/invented.layer.json');
  const { layers, issues } = readLayers(JSON.parse(migrated.text));
  expect(issues).toEqual([]);
  expect(layers[0]?.release).toBe('19');
  const { answer } = migrateDocuments(
    nineteenth(),
    [documentToMigrate('layer.json', writeLayer(LAYER))],
    '19.1',
  );
  expect(answer.counts).toEqual({
    ambiguous: 0,
    dropped: 1,
    unknown: 0,
    left: 0,
    assumed: 1,
    resolved: 2,
    unchanged: 4,
  });
  await expect(documentMarkdown(migrationDocument(answer))).toMatchFileSnapshot('golden/invented.md');
});

test.for([
  ['broken JSON', '{"name": "T1193"', 'I161'],
  [
    'a layer of no known domain',
    '{"name": "x", "domain": "moon", "techniques": [{"techniqueID": "T1193"}]}',
    'I151',
  ],
  [
    'a list of which one layer cannot be read',
    '[{"name": "x", "domain": "ics-attack", "versions": {"layer": "4.5"}, "techniques": []}, {"domain": "moon"}]',
    'I151',
  ],
  [
    'a layer with a mark that names nothing',
    '{"name": "x", "domain": "ics-attack", "versions": {"layer": "4.5"}, "techniques": [{"comment": "which?"}]}',
    'I154',
  ],
] as const)('%s is left as it is', ([, text, code]) => {
  const migrated = migrateDocument('x.json', text, to19);
  expect(migrated).toMatchObject({ text, isChanged: false, issues: [{ code }] });
});

test('JSON that is no layer is a text like any other', () => {
  expect(migrateDocument('x.json', '["T1193", {"id": "T1562.003"}]', to19).text).toBe(
    '["T1566.001", {"id": "T1690"}]',
  );
});

test('line ends, byte order marks, quotes and several rules in a file stay', () => {
  const text =
    '\u{FEFF}title: one\r\ntags:\r\n  - "attack.t1193"\r\n  - attack.defense-evasion\r\n  - attack.t1027\r\ndetection: {}\r\n---\r\ntitle: two\r\ntags: [attack.T1193]\r\ncorrelation: {}\r\n';
  expect(migrateDocument('rules.yaml', text, to19).text).toBe(
    text
      .replace('attack.t1193', 'attack.t1566.001')
      .replace('attack.defense-evasion', 'attack.stealth')
      .replace('attack.T1193', 'attack.t1566.001'),
  );
});
