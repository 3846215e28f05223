import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromUtf8, toUtf8 } from '../../src/text/index.ts';

test('any text comes back from its bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fromUtf8(toUtf8(text))).toBe(text);
    }),
  );
});

test('bytes are those of UTF-8', () => {
  expect([...toUtf8('Müstela €')]).toEqual([...Buffer.from('Müstela €', 'utf8')]);
});
