import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiJson } from '../../src/acquisition/ascii-json.ts';

test.for([
  ['{"a":1}', '{"a":1}'],
  ['"é"', String.raw`"\u00e9"`],
  ['"“quoted”"', String.raw`"\u201cquoted\u201d"`],
  ['["🦅","x"]', String.raw`["\ud83e\udd85","x"]`],
  ['', ''],
])('%s becomes %s', ([text = '', ascii]) => {
  expect(asciiJson(Buffer.from(text))).toBe(ascii);
});

test('means the same as the text, wherever its bytes begin in memory', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), fc.integer({ min: 0, max: 7 }), (value, offset) => {
      const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(JSON.stringify(value))]).subarray(
        offset,
      );
      const ascii = asciiJson(bytes);
      expect(/^[\0-\x7f]*$/u.test(ascii)).toBe(true);
      expect(JSON.parse(ascii)).toEqual(JSON.parse(bytes.toString()));
    }),
    { seed: 1, numRuns: 500 },
  );
});
