import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { techniquesStated } from '../../../src/reading/reports/techniques-of.ts';
import type { SentenceSignals } from '../../../src/reading/reports/technique-signals.ts';

/** A sentence of which a model is so sure, and that is as like procedures. */
function sentence(
  shares: Readonly<Record<string, number>>,
  more: Partial<Pick<SentenceSignals, 'ids' | 'names'>> = {},
): SentenceSignals {
  const sure = Object.entries(shares).map(([technique, share]) => ({ technique, share }));
  return {
    model: {
      shares: sure.toSorted((one, other) => other.share - one.share),
      none: 1 - sure.reduce((sum, { share }) => sum + share, 0),
      near: new Map(sure.map(({ technique, share }) => [technique, share])),
      likeness: sure.length === 0 ? 0 : 40,
      known: 12,
    },
    ids: [],
    names: [],
    ...more,
  };
}

const HUNDRED = (): number => 100;
const stated = (...sentences: readonly SentenceSignals[]) => techniquesStated(sentences, HUNDRED, HUNDRED);

test('what the model is sure of is stated, with the sentence that says it', () => {
  expect(stated(sentence({}), sentence({ T9001: 0.95 }))).toMatchObject([
    { technique: 'T9001', tier: 'review', sentences: [1] },
  ]);
});

test('an id and a name make it surer, and again and again makes it sure', () => {
  const [once] = stated(sentence({ T9001: 0.9 }));
  const [named] = stated(sentence({ T9001: 0.9 }, { ids: ['T9001'], names: ['T9001'] }));
  const [again = once] = stated(
    ...Array.from({ length: 4 }, () => sentence({ T9001: 0.95 }, { ids: ['T9001'], names: ['T9001'] })),
  );
  expect(named?.probability).toBeGreaterThan(once?.probability ?? 1);
  expect(again?.probability).toBeGreaterThan(named?.probability ?? 1);
  expect(again?.tier).toBe('accept');
});

test('what a report gives by its id is stated, whatever else speaks for it', () => {
  expect(stated(sentence({}, { ids: ['T9001', 'T9003.001'] }))).toMatchObject([
    { technique: 'T9001', tier: 'review', sentences: [0] },
    { technique: 'T9003.001', tier: 'review', sentences: [0] },
  ]);
});

test('where no sub-technique is sure enough, but all of them together are, it is the technique above them', () => {
  expect(stated(sentence({ 'T9003.001': 0.32, 'T9003.002': 0.31, 'T9003.003': 0.31 }))).toMatchObject([
    { technique: 'T9003', sentences: [0] },
  ]);
  expect(stated(sentence({ 'T9003.001': 0.95 })).map(({ technique }) => technique)).toEqual(['T9003.001']);
});

test('a technique is accepted where all of its parts together are sure, and none of them is', () => {
  const parts = Array.from({ length: 4 }, () => sentence({ 'T9003.001': 0.5, 'T9003.002': 0.49 }));
  expect(stated(...parts).map(({ technique, tier }) => [technique, tier])).toEqual([
    ['T9003', 'accept'],
    ['T9003.001', 'review'],
    ['T9003.002', 'review'],
  ]);
});

test('a sentence that states it in other words makes what is given by its id surer, and a long list less sure', () => {
  const given = sentence({ T9001: 0.9 }, { ids: ['T9001'] });
  const others = Array.from({ length: 20 }, (_, place) => sentence({}, { ids: [`T91${place + 10}`] }));
  const sure = (...sentences: readonly SentenceSignals[]): number =>
    stated(...sentences).find(({ technique }) => technique === 'T9001')?.probability ?? 0;
  expect(sure(given, sentence({ T9001: 0.4 }))).toBeGreaterThan(sure(given));
  expect(sure(given, ...others)).toBeLessThan(sure(given));
});

test('nothing is stated by nothing', () => {
  expect(stated(sentence({}), sentence({ T9001: 0.05 }))).toEqual([]);
  expect(stated()).toEqual([]);
});

test('what more sentences state is never less likely', () => {
  const share = fc.double({ min: 0.3, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 5 }), share, (shares, one) => {
      const sentences = shares.map((each) => sentence({ T9001: each }));
      const before = stated(...sentences)[0]?.probability ?? 0;
      const after = stated(...sentences, sentence({ T9001: Math.min(one, ...shares) }))[0]?.probability ?? 0;
      expect(after).toBeGreaterThanOrEqual(before - 1e-9);
    }),
    { seed: 7, numRuns: 200 },
  );
});
