import { expect, test } from 'vitest';
import { writtenActions } from '../../web/build/actions-plugin.ts';
import { hasWords, sayAction, sayChanges, type Entry } from '../../web/src/words/home/journal.ts';

/* How the page of the journal puts into words what the journal has. */

const ENTRY: Entry = {
  entry: 12,
  at: '2026-11-29T04:57:25.399Z',
  who: 'Ann',
  role: 'analyst',
  through: 'server',
  action: 'coverage import',
  given: { places: ['siem export.csv'], name: 'siem', dryRun: false },
  uploads: [{ name: 'siem export.csv', bytes: 10, sha256: 'ab' }],
  changes: [],
  how: 'done',
  codes: [],
  isHidden: false,
  isUndoable: true,
  isExpired: false,
};

test('what was done is the command that does the same', async () => {
  const written = await writtenActions();
  expect(sayAction(ENTRY, written['coverage-import'])).toBe("coverage import 'siem export.csv' --name siem");
  expect(sayAction({ action: 'undo', given: { entry: '12' } }, written.undo)).toBe('undo 12');
  // Of an action that this build does not know, and of one whose content is hidden, its name.
  expect(sayAction({ action: 'rebuild', given: { x: 1 } }, undefined)).toBe('rebuild');
  expect(sayAction({ action: 'load' }, written.load)).toBe('load');
});

test('what it changed is counted, each kind once', () => {
  const change = (kind: Entry['changes'][number]['kind'], how: 'added' | 'changed' | 'removed') => ({
    kind,
    how,
    what: 'x',
  });
  expect(sayChanges([])).toBe('');
  expect(
    sayChanges([
      change('load', 'added'),
      change('file', 'removed'),
      change('load', 'added'),
      change('batch', 'removed'),
      change('decisions', 'changed'),
    ]),
  ).toBe('2 loads added, 1 file removed, 1 batch of sightings removed, 1 report changed');
});

test.for([
  ['ann', true],
  ['SIEM coverage', true],
  ['export.csv ann', true],
  ['ann load', false],
  ['', true],
] as const)('“%s” is found: %s', ([wanted, isFound]) => {
  expect(hasWords(ENTRY, wanted)).toBe(isFound);
});
