import { expect, test } from 'vitest';
import { detectionsDocument, mitigationsDocument } from '../../../src/report/index.ts';
import { detectionsTables, mitigationsTables } from '../../../src/report/techniques/defence-tables.ts';
import { documentText, tableCsv } from '../../../src/render/index.ts';
import { mitigationsOf } from '../../../src/workbench/techniques/mitigations.ts';
import type { CoverageInView } from '../../../src/workbench/coverage/counted-coverage.ts';
import { detectionsOf, type DetectionsSearch } from '../../../src/workbench/techniques/detections.ts';
import { deskOver, knowledgeOf } from '../../support/desk.ts';
import { delivered, idOf, labelled, object, relationship, technique } from '../../support/world/build.ts';

const LOCK = idOf('course-of-action', 2);
const LISTEN = idOf('x-mitre-detection-strategy', 3);
const DOOR = idOf('attack-pattern', 1);

/** A door that a lock is against, in words, and for which somebody listens in two logs. */
const desk = deskOver(
  knowledgeOf(
    delivered(
      'door',
      technique(1, 'T9001', 'Open Door', []),
      labelled('course-of-action', 2, 'M9001', 'Lock'),
      labelled('x-mitre-detection-strategy', 3, 'DET9001', 'Listen', {
        x_mitre_analytic_refs: [idOf('x-mitre-analytic', 4)],
      }),
      labelled('x-mitre-analytic', 4, 'AN9001', 'Listen at night', {
        description: 'Steps that come nearer.',
        x_mitre_platforms: ['Windows'],
        x_mitre_log_source_references: [
          { x_mitre_data_component_ref: idOf('x-mitre-data-component', 5), name: 'porch', channel: 'steps' },
          { x_mitre_data_component_ref: idOf('x-mitre-data-component', 5), name: 'yard', channel: 'gravel' },
        ],
      }),
      object('x-mitre-data-component', 5, { name: 'Noise' }),
      labelled('intrusion-set', 6, 'G9001', 'Heron'),
      relationship(7, LOCK, 'mitigates', DOOR, {
        description: 'Lock it, or close it.(Citation: Locksmith)',
      }),
      relationship(8, LISTEN, 'detects', DOOR, { description: 'Who listens knows of it.' }),
      relationship(9, idOf('intrusion-set', 6), 'uses', DOOR),
    ),
  ),
);

test('a mitigation of a technique has the sentence how, on the page and in its table', () => {
  const { answer } = mitigationsOf(desk, 'T9001');
  expect(answer.mitigations[0]?.support?.sentence).toBe('Lock it, or close it.');
  expect(documentText(mitigationsDocument(answer))).toContain('M9001       Lock  Lock it, or close it.');
  expect(mitigationsTables(answer).map(tableCsv)).toEqual([
    'mitigation,name,techniques,how\r\nM9001,Lock,T9001,"Lock it, or close it."\r\n',
    'technique,name,named,sentence\r\n',
  ]);
});

test('to a group a mitigation is relevant through techniques, and no one sentence says how', () => {
  const { mitigations } = mitigationsOf(desk, 'G9001').answer;
  expect(mitigations.map(({ defence, support }) => [defence.name, support])).toEqual([['Lock', undefined]]);
});

test('a strategy has what is said of it, and a row for each log source of each analytic', () => {
  const { answer } = detectionsOf(desk, 'T9001');
  expect(documentText(detectionsDocument(answer))).toContain('Who listens knows of it.');
  expect(detectionsTables(answer).map(({ rows }) => rows.map((row) => row.slice(4)))).toEqual([
    [
      ['AN9001', 'Windows', 'Steps that come nearer.', 'porch', 'steps', 'Noise'],
      ['AN9001', 'Windows', 'Steps that come nearer.', 'yard', 'gravel', 'Noise'],
    ],
  ]);
});

test('what its own source says is not prevented is no mitigation: it stands apart, of a technique and of a group', () => {
  for (const name of ['T9002', 'G9002']) {
    const { mitigations, watch } = mitigationsOf(fogDesk, name).answer;
    expect(mitigations.map(({ defence, techniques }) => [defence.name, techniques.length])).toEqual([
      ['Lamp', 1],
    ]);
    expect(watch.map((each) => [each.technique.label, each.mitigation.name])).toEqual([['T9002', 'Before']]);
  }
  const { answer } = mitigationsOf(fogDesk, 'T9002');
  expect(documentText(mitigationsDocument(answer))).toMatch(
    /1 technique that cannot be prevented[\s\S]*Fog \(T9002\)\./u,
  );
  expect(mitigationsTables(answer)[1]?.rows.map((row) => row.slice(1, 3))).toEqual([['Fog', 'M9003']]);
});

/** Fog that nothing before it prevents, in words, and that a lamp helps against; seen on two systems and for two tactics. */
const fogDesk = deskOver(
  knowledgeOf(
    delivered(
      'fog',
      technique(1, 'T9002', 'Fog', ['hide'], { x_mitre_platforms: ['Windows', 'Linux'] }),
      technique(2, 'T9003', 'Reed', ['breach'], { x_mitre_platforms: ['Linux'] }),
      object('x-mitre-tactic', 20, { name: 'Hide', x_mitre_shortname: 'hide' }),
      object('x-mitre-tactic', 21, { name: 'Breach', x_mitre_shortname: 'breach' }),
      labelled('course-of-action', 3, 'M9002', 'Lamp'),
      labelled('course-of-action', 4, 'M9003', 'Before'),
      labelled('intrusion-set', 5, 'G9002', 'Bittern'),
      relationship(6, idOf('course-of-action', 3), 'mitigates', idOf('attack-pattern', 1), {
        description: 'Light it.',
      }),
      relationship(7, idOf('course-of-action', 4), 'mitigates', idOf('attack-pattern', 1), {
        description:
          'This technique cannot be easily mitigated with preventive controls since it is outside of them.',
      }),
      relationship(8, idOf('intrusion-set', 5), 'uses', idOf('attack-pattern', 1)),
      relationship(9, idOf('intrusion-set', 5), 'uses', idOf('attack-pattern', 2)),
      labelled('x-mitre-detection-strategy', 10, 'DET9002', 'Look', {
        x_mitre_analytic_refs: [idOf('x-mitre-analytic', 12), idOf('x-mitre-analytic', 13)],
      }),
      labelled('x-mitre-detection-strategy', 11, 'DET9003', 'Wade', {
        x_mitre_analytic_refs: [idOf('x-mitre-analytic', 14)],
      }),
      labelled('x-mitre-analytic', 12, 'AN9002', 'Look out', {
        description: 'Grey where none was. Then white.',
        x_mitre_platforms: ['Windows'],
      }),
      labelled('x-mitre-analytic', 13, 'AN9003', 'Look in', { x_mitre_platforms: ['Linux'] }),
      labelled('x-mitre-analytic', 14, 'AN9004', 'Feel', { x_mitre_platforms: ['Linux'] }),
      relationship(15, idOf('x-mitre-detection-strategy', 10), 'detects', idOf('attack-pattern', 1)),
      relationship(16, idOf('x-mitre-detection-strategy', 11), 'detects', idOf('attack-pattern', 2)),
    ),
  ),
);

test.for<readonly [string, DetectionsSearch, readonly (readonly [string, readonly string[]])[]]>([
  [
    'everything',
    {},
    [
      ['DET9002', ['AN9002', 'AN9003']],
      ['DET9003', ['AN9004']],
    ],
  ],
  ['a platform', { platforms: ['windows'] }, [['DET9002', ['AN9002']]]],
  ['a tactic by its short name', { tactics: ['breach'] }, [['DET9003', ['AN9004']]]],
  ['tactics', { tactics: ['Hide', 'breach'], platforms: ['Windows'] }, [['DET9002', ['AN9002']]]],
  ['what is not covered', { coverage: coveredAt(1) }, [['DET9003', ['AN9004']]]],
  [
    'what is covered in part',
    { coverage: coveredAt(0.6) },
    [
      ['DET9002', ['AN9002', 'AN9003']],
      ['DET9003', ['AN9004']],
    ],
  ],
])('detections of a group are narrowed to %s', ([, search, shown]) => {
  const { detections, covered } = detectionsOf(fogDesk, 'G9002', search).answer;
  expect(
    detections.map(({ defence, analytics }) => [
      defence.label,
      analytics.map(({ analytic }) => analytic.label),
    ]),
  ).toEqual(shown);
  expect(covered.length).toBe(search.coverage?.techniques.values().next().value?.level === 1 ? 1 : 0);
});

test('detections of a group say what each analytic looks for', () => {
  const { answer } = detectionsOf(fogDesk, 'G9002', { platforms: ['Windows'] });
  expect(documentText(detectionsDocument(answer))).toMatch(
    /DET9002 +T9002 +AN9002 +Windows +Grey where none was\.$/mu,
  );
});

test('a platform or a tactic that there is not is refused, and one that nothing is of is said', () => {
  expect(() => detectionsOf(fogDesk, 'G9002', { platforms: ['Windoze'] })).toThrow(/Did you mean Windows/u);
  expect(() => detectionsOf(fogDesk, 'G9002', { tactics: ['sing'] })).toThrow(/sing/u);
  const { answer, notes } = detectionsOf(fogDesk, 'G9002', { platforms: ['macOS'] });
  expect(answer.detections).toEqual([]);
  expect(notes).toEqual(['None of its techniques is of these tactics and works on these platforms.']);
});

function coveredAt(level: number): CoverageInView {
  const term = fogDesk.view.catalogue.termOf(idOf('attack-pattern', 1)) ?? -1;
  return {
    techniques: new Map([[term, { level, kind: 'detection', file: 'ours.yaml', from: 'T9002' }]]),
    carried: { ids: 1, unchanged: 1, moved: 0, lost: 0, carried: [] },
  };
}
