import { expect, test } from 'vitest';
import { detectionsDocument, mitigationsDocument } from '../../../src/report/index.ts';
import { detectionsTables, mitigationsTables } from '../../../src/report/techniques/defence-tables.ts';
import { documentText, tableCsv } from '../../../src/render/index.ts';
import { detectionsOf, mitigationsOf } from '../../../src/workbench/techniques/defences.ts';
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
