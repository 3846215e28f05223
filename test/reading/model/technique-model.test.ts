import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { modelBytes, modelFromBytes } from '../../../src/reading/model/model-bytes.ts';
import {
  learnTechniques,
  techniqueModel,
  type ModelSample,
} from '../../../src/reading/model/technique-model.ts';

/** What three techniques are said to be, over and over, and what says nothing. */
const SAMPLES: readonly ModelSample[] = [
  ...samples('T9001', [
    'opens the door with a copied key',
    'copied keys open doors at night',
    'a key was copied',
  ]),
  ...samples('T9002', ['swims below the ferry', 'swims by night below boats', 'has swum to the ferry']),
  ...samples('T9003.001', ['whistles so that others come', 'others come when it whistles']),
  ...samples('', ['the group has been active since spring', 'a group active in spring and summer'], 0.5),
];

function samples(technique: string, texts: readonly string[], weight = 1): readonly ModelSample[] {
  return texts.map((text, place) => ({ text, technique, weight, from: `${technique || 'none'} ${place}` }));
}

const learnt = learnTechniques(SAMPLES);
const model = techniqueModel(learnt);

test.for<readonly [string, string]>([
  ['At night the doors were opened with keys that had been copied.', 'T9001'],
  ['It swims below a boat.', 'T9002'],
  ['They whistle, and others come.', 'T9003.001'],
])('%s states %s', ([text, technique]) => {
  const { shares, near, likeness } = model.read(text);
  expect(shares[0]?.technique).toBe(technique);
  expect(near.keys().next().value).toBe(technique);
  expect(likeness).toBeGreaterThan(0);
});

test('what says nothing is likeliest to state none', () => {
  const { none, shares } = model.read('The group was active in summer.');
  expect(none).toBeGreaterThan(shares[0]?.share ?? 0);
});

test('of unknown words nothing is known', () => {
  const { known, likeness, near } = model.read('Zyx qvw.');
  expect({ known, likeness, near: [...near] }).toEqual({ known: 0, likeness: 0, near: [] });
});

test('why is said by the words that say most, and the likest procedures of this technique', () => {
  expect(model.because('Copied keys opened it.', 'T9001')).toEqual({
    words: ['copied', 'keys', 'copied keys', 'opened'],
    examples: ['T9001 0', 'T9001 1', 'T9001 2'],
  });
});

test('the same samples give the same bytes', () => {
  expect(modelBytes(learnTechniques(SAMPLES))).toEqual(modelBytes(learnt));
});

test.for<[string, (bytes: Uint8Array) => Uint8Array]>([
  ['as they are', (bytes) => bytes],
  ['in memory that others share', (bytes) => Buffer.concat([Buffer.from('abc'), bytes]).subarray(3)],
])('what is read back from bytes %s reads as before', ([, held]) => {
  const back = modelFromBytes(held(modelBytes(learnt)));
  expect(back?.techniques).toEqual(learnt.techniques);
  expect(back?.examples.map(({ label, from }) => [label, from])).toEqual(
    learnt.examples.map(({ label, from }) => [label, from]),
  );
  if (back === undefined) return;
  const again = techniqueModel(back);
  for (const { text } of SAMPLES) {
    const [before, after] = [model.read(text), again.read(text)];
    expect(after.shares.map(({ technique }) => technique)).toEqual(
      before.shares.map(({ technique }) => technique),
    );
    for (const [place, { share }] of after.shares.entries())
      expect(share).toBeCloseTo(before.shares[place]?.share ?? 0, 1);
  }
});

test('bytes that are none of a model, or not all of them, are no model', () => {
  const bytes = modelBytes(learnt);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => {
      expect(modelFromBytes(bytes.slice(0, length))).toBeUndefined();
    }),
    { seed: 7, numRuns: 50 },
  );
  expect(modelFromBytes(new TextEncoder().encode('{}'))).toBeUndefined();
});

test('shares and how likely nothing is stated come to one, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { shares, none } = model.read(text);
      expect(shares.reduce((sum, { share }) => sum + share, none)).toBeCloseTo(1, 1);
    }),
    { seed: 7, numRuns: 100 },
  );
});

test('learning says how far it is', () => {
  const seen: number[] = [];
  learnTechniques(SAMPLES, (done, of) => seen.push(done / of));
  expect(seen.at(-1)).toBe(1);
  expect(seen.toSorted((one, other) => one - other)).toEqual(seen);
});
