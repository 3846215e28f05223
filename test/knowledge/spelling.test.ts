import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelSpelling, spellingOf } from '../../src/knowledge/spelling.ts';

test.for([
  ['Wily Weasel', ['wily-weasel', 'WILY WEASEL', 'Wily.Weasel', 'wilyweasel', ' Wily  Weasel ']],
  ['WW-12', ['WW12', 'ww 12', 'Ww_12', 'WW–12']],
  ['Müstela', ['Mustela', 'MÜSTELA', 'mu\u0308stela']],
] as const)('%s is written %j, too', ([name, others]) => {
  expect(new Set([name, ...others].map(spellingOf)).size).toBe(1);
});

test.for([
  ['T9001.003', ['t9001.003', 'T9001.03', 'T9001.3', 'T-9001.003', 'T9001/003', 't9001 3']],
  ['G0016', ['g16', 'G-016', 'G 16']],
  ['AML.T0051.001', ['aml.t51.1', 'AML-T0051/001']],
] as const)('the label %s is written %j, too', ([label, others]) => {
  expect(new Set([label, ...others].map(labelSpelling)).size).toBe(1);
});

test.for([
  ['T9001.003', 'T9001.030'],
  ['T9001.003', 'T9001'],
  ['G0001', 'S0001'],
  ['WW-12', 'WW-120'],
])('%s is not %s', ([one = '', other = '']) => {
  expect(labelSpelling(one)).not.toBe(labelSpelling(other));
  expect(spellingOf(one)).not.toBe(spellingOf(other));
});

test.for(['', '-', 'C#', '2024', '12.5'])('“%s” is no label, and no name by its letters', (text) => {
  expect(labelSpelling(text)).toBe('');
  if (!/\d\d/u.test(text)) expect(spellingOf(text)).toBe('');
});

test('what stands between the letters never counts', () => {
  const words = fc.array(fc.stringMatching(/^[a-z0-9]{1,6}$/u), { minLength: 2, maxLength: 4 });
  const gap = fc.constantFrom('', ' ', '-', '.', '_', ' - ', '/');
  fc.assert(
    fc.property(words, gap, gap, (parts, one, other) => {
      expect(spellingOf(parts.join(one))).toBe(spellingOf(parts.join(other).toUpperCase()));
    }),
  );
});
