import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvents } from '../../../src/intake/index.ts';

const read = (...lines: readonly string[]) => readEvents(lines.join('\n'), 'events.jsonl');

test('an event is read in the words of the vocabularies', () => {
  const { events, issues } = read(
    '{"id": "a", "countries": ["Luxembourg", "BE", "Western Europe"], "sectors": ["Telecoms"], "bundle": "18.1", "date": "2023-11-14T00:00:00Z", "hide": ["tidal-groups"]}',
    '',
    '{"id": 7, "countries": [], "sectors": []}',
  );
  expect(issues).toEqual([]);
  expect(events).toEqual([
    {
      id: 'a',
      countries: ['LU', 'BE'],
      regions: ['western-europe'],
      sectors: ['telecommunications'],
      release: '18.1',
      date: '2023-11-14',
      hide: ['tidal-groups'],
    },
    { id: '7', countries: [], regions: [], sectors: [], hide: [] },
  ]);
});

test.for([
  ['18.1', '18.1'],
  ['v17.1', '17.1'],
  ['enterprise-attack-14.1.json.gz', '14.1'],
  ['enterprise-attack', undefined],
])('the bundle %s is release %s', ([bundle, release]) => {
  expect(read(JSON.stringify({ id: 'a', bundle })).events[0]?.release).toBe(release);
});

test.for([
  { line: 'no json', code: 'I190', events: 1 },
  { line: '[1]', code: 'I190', events: 1 },
  { line: '{"countries": ["LU"]}', code: 'I190', events: 1 },
  { line: '{"id": "b", "countries": ["Atlantis"]}', code: 'I191', events: 2 },
  { line: '{"id": "b", "sectors": ["telecommunikations"]}', code: 'I191', events: 2 },
  { line: '{"id": "b", "date": "soon"}', code: 'I191', events: 2 },
])('$line is reported as $code with its line, and the others are read', ({ line, code, events }) => {
  const reading = read('{"id": "a"}', line);
  expect(reading.events).toHaveLength(events);
  expect(reading.issues).toEqual([
    expect.objectContaining({
      code,
      place: expect.objectContaining({ file: 'events.jsonl', line: 2 }) as unknown,
    }),
  ]);
});

test('whatever the text, every line is an event, an issue or empty', () => {
  const holds = (text: string): void => {
    const { events, issues } = readEvents(text, 'x');
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '').length;
    expect(events.length + issues.filter(({ code }) => code === 'I190').length).toBe(lines);
  };
  fc.assert(fc.property(fc.string(), holds));
  fc.assert(fc.property(fc.json(), holds));
});
