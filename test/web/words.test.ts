import { expect, test } from 'vitest';
import { inTheBrowser } from '../../web/src/words/triage/in-the-browser.ts';
import { sayDate, several } from '../../web/src/words/count.ts';
import { joined, sayScope } from '../../web/src/words/scope.ts';

test.for([
  ['Names help (--software).', 'Names help: type them into what was observed.'],
  ['Both help (--sector, --country).', 'Both help: choose them below what was observed.'],
  ['That helps (--other).', 'That helps (--other).'],
] as const)('options of the command line are places of the application: %s', ([note, said]) => {
  expect(inTheBrowser(note)).toBe(said);
});

test.for([
  ['2024', '2024'],
  ['2024-02', 'February 2024'],
  ['2024-02-05', '5 February 2024'],
  ['2024-02-05T10:00:00Z', '5 February 2024'],
] as const)('%s is %s', ([date, expected]) => {
  expect(sayDate(date)).toBe(expected);
});

test('numbers stand with their word', () => {
  expect([several(1, 'group'), several(0, 'group'), several(1204, 'group')]).toEqual([
    '1 group',
    '0 groups',
    '1,204 groups',
  ]);
  expect(several(2, 'piece of software', 'pieces of software')).toBe('2 pieces of software');
  expect([joined([]), joined(['a']), joined(['a', 'b']), joined(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});

test('the scope of answers counts what is in view', () => {
  const attack = { kind: 'attack', standing: 'in-view', release: '18.1' } as const;
  const galaxy = { kind: 'galaxy', standing: 'in-view' } as const;
  const other = { kind: 'attack', standing: 'other-release', release: '17.1' } as const;
  expect(sayScope([attack, galaxy, galaxy, other])).toBe('ATT&CK 18.1 and 2 galaxy clusters');
  expect(sayScope([{ kind: 'incident', standing: 'in-view' }, attack])).toBe(
    'ATT&CK 18.1 and 1 other source',
  );
  expect(sayScope([])).toBe('nothing: no source is loaded');
});
