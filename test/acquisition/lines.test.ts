import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from '../../src/acquisition/index.ts';
import { toUtf8 } from '../../src/text/index.ts';
import { runs } from '../support/runs.ts';

async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length)
    yield await Promise.resolve(bytes.subarray(at, at + length));
}

async function readIn(text: string, length: number): Promise<readonly (string | undefined)[]> {
  const found: (string | undefined)[] = [];
  for await (const lines of linesOf(inPieces(toUtf8(text), length)))
    found.push(...lines.map((line) => line.text));
  return found;
}

test('lines are the same however the bytes come', async () => {
  const line = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\r\n]/gu, ''));
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 6 }),
      fc.integer({ min: 1, max: 9 }),
      async (lines, length) => {
        expect(await readIn(lines.map((each) => `${each}\r\n`).join(''), length)).toEqual(lines);
      },
    ),
    runs(100),
  );
});

test('the last line needs no end; they are numbered from 1', async () => {
  expect(await readIn('one\ntwo', 2)).toEqual(['one', 'two']);
  const numbers: number[] = [];
  for await (const lines of linesOf(inPieces(toUtf8('a\n\nb'), 1)))
    numbers.push(...lines.map(({ number }) => number));
  expect(numbers).toEqual([1, 2, 3]);
});

test('a line of more than 16 MiB is passed over, and those around it are not', async () => {
  expect(await readIn(`first\n${'x'.repeat(17 * 1024 * 1024)}\nlast\n`, 1 << 20)).toEqual([
    'first',
    undefined,
    'last',
  ]);
});
