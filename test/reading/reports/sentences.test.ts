import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportSentences } from '../../../src/reading/reports/sentences.ts';

test.for([
  ['full stops', 'It came. It saw.', ['It came.', 'It saw.']],
  ['lines', 'Summary\nIt came.', ['Summary', 'It came.']],
  [
    'no abbreviation',
    'Dr. Otter of Den Inc. came, e.g. by ferry. It left.',
    ['Dr. Otter of Den Inc. came, e.g. by ferry.', 'It left.'],
  ],
  [
    'no version, address or id',
    'T1059.003 ran 10.0.0.1 from v2.3. Then it left.',
    ['T1059.003 ran 10.0.0.1 from v2.3.', 'Then it left.'],
  ],
  ['nothing of nothing', '\n \n 1\n', []],
] as const)('sentences end at %s', ([, text, sentences]) => {
  expect(reportSentences(text).map((sentence) => sentence.text)).toEqual(sentences);
});

test('every sentence stands where it is said to stand, one behind the other', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      let before = 0;
      for (const sentence of reportSentences(text)) {
        expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
        expect(sentence.start).toBeGreaterThanOrEqual(before);
        before = sentence.end;
      }
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('a line of nothing but abbreviations is one sentence', () => {
  expect(reportSentences('Mr. '.repeat(100_000)).length).toBe(1);
});

test('sentences of a long line are those of its parts', () => {
  const sentences = Array.from({ length: 3000 }, (_, place) => `It came by night no. ${place} and dug.`);
  expect(reportSentences(sentences.join(' ')).map(({ text }) => text)).toEqual(sentences);
});
