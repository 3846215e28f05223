import type { Gaps } from '../../../src/analysis/threats/gaps.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapsOf, prioritise } from '../../../src/analysis/index.ts';
import { mention, type ExpectedTechniques } from '../../../src/analysis/index.ts';
import type { ExpectedTechnique } from '../../../src/answers/index.ts';
import type { PriorityKind } from '../../../src/threat/index.ts';
import { knownTo } from '../../../src/desk/desk.ts';
import { idOf, labelled, relationship } from '../../support/world/build.ts';
import { DOOR, KNOCK, SHORE, SHOUT, WHISPER } from '../../support/world/cast.ts';
import { worldDesk } from '../../support/world/desk.ts';
import { runs } from '../../support/runs.ts';

const GUARD = idOf('course-of-action', 60);
const DRILL = idOf('course-of-action', 61);

// Lock (M9011) mitigates doors; the guard doors, whispers and shouts; the drill shouts and knocks.
const desk = worldDesk(
  [SHORE],
  labelled('course-of-action', 60, 'M9012', 'Guard'),
  labelled('course-of-action', 61, 'M9013', 'Drill'),
  relationship(62, GUARD, 'mitigates', DOOR),
  relationship(63, GUARD, 'mitigates', WHISPER),
  relationship(64, GUARD, 'mitigates', SHOUT),
  relationship(65, DRILL, 'mitigates', SHOUT),
  relationship(66, DRILL, 'mitigates', KNOCK),
);
const known = knownTo(desk);
const { catalogue } = desk.view;
const termOf = (id: string): number => catalogue.termOf(id) ?? -1;

function expecting(
  ...expectations: readonly (readonly [id: string, expectation: number])[]
): ExpectedTechniques {
  const techniques = expectations.map(([id, expectation]): ExpectedTechnique => ({
    technique: mention(catalogue, termOf(id)),
    expectation,
    parts: [],
    usedBy: 1,
    users: 1,
    rarity: 1,
    characteristic: expectation,
    explainedByFew: 1,
    tactics: [],
    platforms: [],
  }));
  const total = expectations.reduce((sum, [, expectation]) => sum + expectation, 0);
  return { groups: [], techniques, elsewhere: [], total, tactics: [], groupsInView: 3 };
}

const NOTHING_DONE = { coverage: new Map(), mitigations: [] };
const FOUR = expecting([DOOR, 0.4], [WHISPER, 0.3], [SHOUT, 0.2], [KNOCK, 0.1]);

function ranking(gaps: Gaps, kind: PriorityKind = 'mitigations') {
  return prioritise(known, gaps, { kind, by: 'effect', limit: Infinity, analytics: () => [] });
}

function inOrder(gaps: Gaps) {
  return ranking(gaps).defences.map(({ defence, effect, order, adds }) => [
    defence.name,
    Number(effect.toFixed(3)),
    order,
    Number(adds.toFixed(3)),
  ]);
}

test('defences stand by how much they answer; beside it the step at which each adds most', () => {
  expect(inOrder(gapsOf(known, FOUR, NOTHING_DONE))).toEqual([
    ['Guard', 0.9, 1, 0.9],
    // Doors are guarded already: a lock adds nothing.
    ['Lock', 0.4, undefined, 0],
    ['Drill', 0.3, 2, 0.1],
  ]);
});

test('what nothing of the kind answers is listed apart', () => {
  const { answered, unanswered, defences } = ranking(gapsOf(known, FOUR, NOTHING_DONE), 'detections');
  expect(defences.map(({ defence }) => defence.label)).toEqual(['DET9011', 'DET9012']);
  expect(answered).toBeCloseTo(0.7);
  expect(unanswered.map(({ technique, left }) => [technique.label, left])).toEqual([
    ['T9012.002', 0.2],
    ['T9014', 0.1],
  ]);
});

test('coverage leaves 1 − level, a mitigation in place half; both are named, and what is in place is not proposed again', () => {
  const covered = { level: 0.5, kind: 'layer', file: 'ours.json', from: 'T9012.001' } as const;
  const gaps = gapsOf(known, FOUR, {
    coverage: new Map([[termOf(WHISPER), covered]]),
    mitigations: [termOf(DRILL)],
  });
  expect(gaps.total).toBeCloseTo(1);
  expect(gaps.left).toBeCloseTo(0.7);
  expect(
    [...gaps.gaps.values()].map(({ left, coverage, mitigations }) => [
      left,
      coverage?.file,
      mitigations.map(({ id }) => id),
    ]),
  ).toEqual([
    [0.4, undefined, []],
    [0.15, 'ours.json', []],
    [0.1, undefined, [DRILL]],
    [0.05, undefined, [DRILL]],
  ]);
  expect(inOrder(gaps)).toEqual([
    ['Guard', 0.929, 1, 0.929],
    ['Lock', 0.571, undefined, 0],
  ]);
});

test('where all is done, nothing is left to put in order', () => {
  const coverage = new Map(
    [DOOR, WHISPER, SHOUT, KNOCK].map((id) => [
      termOf(id),
      { level: 1, kind: 'detection', file: 'ours.yaml', from: '' } as const,
    ]),
  );
  const gaps = gapsOf(known, FOUR, { coverage, mitigations: [] });
  expect(gaps.left).toBe(0);
  expect(ranking(gaps)).toMatchObject({
    defences: [],
    answered: 0,
    unanswered: [],
  });
});

const SHARE = fc.double({ min: 0, max: 1, noNaN: true });

test('whatever is expected: what the steps add sums up to what is answered, each adding no more than the one before', () => {
  fc.assert(
    fc.property(SHARE, SHARE, SHARE, SHARE, SHARE, (door, whisper, shout, knock, level) => {
      const gaps = gapsOf(
        known,
        expecting([DOOR, door], [WHISPER, whisper], [SHOUT, shout], [KNOCK, knock]),
        {
          coverage: new Map([[termOf(SHOUT), { level, kind: 'layer', file: '', from: '' }]]),
          mitigations: [],
        },
      );
      const { defences, answered, steps: given } = ranking(gaps);
      const steps = defences
        .filter(({ order }) => order !== undefined)
        .toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0));
      expect(steps.map(({ order }) => order)).toEqual(steps.map((_, index) => index + 1));
      expect(steps.reduce((sum, { adds }) => sum + adds, 0)).toBeCloseTo(answered);
      expect(given.map(({ defence }) => defence.id)).toEqual(steps.map(({ defence }) => defence.id));
      expect(steps.at(-1)?.together ?? 0).toBeCloseTo(answered);
      for (const [index, { adds, effect }] of steps.entries()) {
        expect(adds).toBeLessThanOrEqual(effect + 1e-9);
        expect(adds).toBeLessThanOrEqual((steps[index - 1]?.adds ?? 1) + 1e-9);
      }
    }),
    runs(30),
  );
});

const HALF = { rule: 'not-all', sentence: 'It may not stop all.', counts: 0.5 };
const NONE = { rule: 'not-preventable', sentence: 'It cannot be prevented.', counts: 0 };

/** What the sources of {@link known} say of how far: of these pairs so, of all others nothing. */
function caveatsGiven(
  ...rows: readonly (readonly [mitigation: string, technique: string, caveat: typeof HALF])[]
) {
  return (mitigation: number, technique: number) =>
    rows.find(([one, other]) => termOf(one) === mitigation && termOf(other) === technique)?.[2];
}

function qualified(caveatOf: ReturnType<typeof caveatsGiven>, gaps = gapsOf(known, FOUR, NOTHING_DONE)) {
  const wish = { by: 'effect', limit: Infinity, analytics: () => [], caveatOf } as const;
  return prioritise(known, gaps, { kind: 'mitigations', ...wish });
}

test('what counts half answers half; two halves of a technique are the same half, and what counts whole adds the other', () => {
  const { defences, answered } = qualified(caveatsGiven([GUARD, SHOUT, HALF], [DRILL, SHOUT, HALF]));
  expect(defences.map(({ defence, effect, adds }) => [defence.name, effect, adds].map(short))).toEqual([
    ['Guard', 0.8, 0.8],
    ['Lock', 0.4, 0],
    // Half of the shout is guarded: the drill adds the knock alone.
    ['Drill', 0.2, 0.1],
  ]);
  expect(answered).toBeCloseTo(0.9);
  const whole = qualified(caveatsGiven([GUARD, SHOUT, HALF]));
  expect(whole.defences.map(({ defence, adds }) => [defence.name, adds].map(short))).toEqual([
    ['Guard', 0.8],
    ['Lock', 0],
    ['Drill', 0.2],
  ]);
  expect(
    whole.defences[0]?.techniques.find(({ technique }) => technique.label === 'T9012.002'),
  ).toMatchObject({
    counts: 0.5,
    because: HALF,
  });
});

test('what cannot be prevented is answered by nothing, and listed apart with the sentence; unless something else mitigates it', () => {
  const { defences, unanswered, watch, answered } = qualified(
    caveatsGiven([DRILL, KNOCK, NONE], [DRILL, SHOUT, NONE]),
  );
  expect(defences.map(({ defence }) => defence.name)).toEqual(['Guard', 'Lock']);
  expect(answered).toBeCloseTo(0.9);
  expect(unanswered).toEqual([]);
  expect(
    watch.map(({ technique, mitigation, sentence, left }) => [
      technique.label,
      mitigation.name,
      sentence,
      left,
    ]),
  ).toEqual([['T9014', 'Drill', 'It cannot be prevented.', 0.1]]);
});

test('of what is in place so much less is taken off as it counts less, by the one that counts most', () => {
  const inPlace = { coverage: new Map(), mitigations: [termOf(GUARD), termOf(DRILL)] };
  const caveatOf = caveatsGiven(
    [GUARD, SHOUT, HALF],
    [DRILL, KNOCK, NONE],
    [DRILL, SHOUT, HALF],
    [GUARD, DOOR, HALF],
  );
  const { gaps } = gapsOf(known, FOUR, { ...inPlace, caveatOf });
  expect(
    [...gaps.values()].map(({ technique, left, caveat }) => [technique.label, short(left), caveat?.counts]),
  ).toEqual([
    ['T9011', 0.3, 0.5],
    ['T9012.001', 0.15, undefined],
    ['T9012.002', 0.15, 0.5],
    ['T9014', 0.1, undefined],
  ]);
});

function short(value: string | number): string | number {
  return typeof value === 'number' ? Number(value.toFixed(3)) : value;
}
