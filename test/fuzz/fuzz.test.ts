import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { fuzz, inputOf } from './fuzz.ts';
import { READERS } from './readers.ts';
import { SEEDS } from './seeds.ts';

/** A few for each reader; `npm run verify:long` reads 100,000. */
const COUNT = 15;

test.for(READERS.map((reader) => [reader.name, reader] as const))(
  '%s: what is sound is read without a fault',
  async ([, reader]) => {
    const folder = await temporaryFolder();
    for (const text of SEEDS[reader.seeds] ?? []) await reader.read(text, folder);
  },
);

test('whatever comes, it is read or refused with a code, and what was known before still answers', async () => {
  const faults = await fuzz(COUNT * READERS.length, 1);
  expect(
    faults.map(({ reader, seed, error }) => `${reader}, seed ${String(seed)}: ${String(error)}`),
  ).toEqual([]);
});

test('a seed makes the same text every time, and not the one that it was made from', () => {
  for (const reader of READERS) {
    const texts = Array.from({ length: 50 }, (_, seed) => inputOf(reader, seed));
    expect(texts).toEqual(Array.from({ length: 50 }, (_, seed) => inputOf(reader, seed)));
    expect(new Set(texts).size).toBeGreaterThan(25);
  }
});
