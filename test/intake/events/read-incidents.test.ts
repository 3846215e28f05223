import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHiddenSet, readIncidents } from '../../../src/intake/index.ts';

const read = (...lines: readonly string[]) => readIncidents(lines.join('\n'), 'incidents.jsonl');

test('an incident is read with all that it hides', () => {
  const { incidents, issues } = read(
    '{"id": "a", "bundle": "enterprise-attack-14.1.json.gz", "techniques": ["T1059.001"], "software": ["S0002"], "date": "2023-11-14T08:00:00Z", "hidden": ["relationship--1"], "hidden_citations": ["Barn Labs 7"], "hidden_set": "set-1"}',
    '',
    '{"id": 7, "bundle": "v17.1", "techniques": ["T1003"], "software": null, "hidden": null}',
    '{"id": "m", "bundle": "mobile-attack-18.1", "techniques": ["T1404"]}',
  );
  expect(issues).toEqual([]);
  expect(incidents).toEqual([
    {
      id: 'a',
      release: '14.1',
      series: 'enterprise-attack',
      techniques: ['T1059.001'],
      software: ['S0002'],
      date: '2023-11-14',
      hidden: ['relationship--1'],
      hiddenCitations: ['Barn Labs 7'],
      hiddenSet: 'set-1',
    },
    expect.objectContaining({ id: '7', release: '17.1', software: [], hidden: [], hiddenCitations: [] }),
    expect.objectContaining({ id: 'm', release: '18.1', series: 'mobile-attack' }),
  ]);
});

test.for([
  { line: 'no json', code: 'I480', incidents: 1 },
  { line: '{"techniques": ["T1059"]}', code: 'I480', incidents: 1 },
  { line: '{"id": "b", "techniques": "T1059"}', code: 'I480', incidents: 1 },
  { line: '{"id": "b", "techniques": ["T1059", 7]}', code: 'I480', incidents: 1 },
  // Without what it hides, its answer would rest on what it must not.
  { line: '{"id": "b", "techniques": ["T1059"], "hidden": "relationship--1"}', code: 'I480', incidents: 1 },
  { line: '{"id": "b", "techniques": ["T1059"], "hidden_set": ["a"]}', code: 'I480', incidents: 1 },
  // Nor is another release what was asked for.
  {
    line: '{"id": "b", "techniques": ["T1059"], "bundle": "enterprise-attack-19-rebuilt"}',
    code: 'I480',
    incidents: 1,
  },
  { line: '{"id": "b", "techniques": ["T1059"], "bundle": 18.1}', code: 'I480', incidents: 1 },
  { line: '{"id": "b", "techniques": []}', code: 'I481', incidents: 2 },
  { line: '{"id": "b", "techniques": ["T1059"], "date": "soon"}', code: 'I481', incidents: 2 },
])('$line is reported as $code with its line, and the others are read', ({ line, code, incidents }) => {
  const reading = read('{"id": "a", "techniques": ["T1059"]}', line);
  expect(reading.incidents).toHaveLength(incidents);
  expect(reading.issues).toEqual([
    expect.objectContaining({
      code,
      place: expect.objectContaining({ file: 'incidents.jsonl', line: 2 }) as unknown,
    }),
  ]);
});

test('a set names relationships, and documents after `citation:`', () => {
  expect(
    readHiddenSet('relationship--1\r\ncitation:Barn Labs 7\n\ncitation:The Gazette: a report\n'),
  ).toEqual({
    hidden: ['relationship--1'],
    hiddenCitations: ['Barn Labs 7', 'The Gazette: a report'],
  });
});

test('whatever the text, every line is an incident, an issue or empty', () => {
  const holds = (text: string): void => {
    const { incidents, issues } = readIncidents(text, 'x');
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '').length;
    expect(incidents.length + issues.filter(({ code }) => code === 'I480').length).toBe(lines);
  };
  fc.assert(fc.property(fc.string(), holds));
  fc.assert(fc.property(fc.json(), holds));
});
