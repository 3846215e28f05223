import { expect, test } from 'vitest';
import { readLayerCoverage } from '../../../src/intake/coverage/read-layer-coverage.ts';
import { coverageOf, levelFor } from '../../../src/threat/index.ts';

const SERVED: Readonly<Record<string, readonly string[]>> = {
  T9001: ['filing'],
  T9002: ['filing', 'stapling'],
};

/** Levels of what is covered under the tactics that techniques serve. */
function covered(...techniques: readonly object[]): Readonly<Record<string, number>> {
  const layer = { name: 'x', domain: 'enterprise-attack', versions: { layer: '4.5' }, techniques };
  const { claims } = readLayerCoverage(layer, 'x.json');
  return Object.fromEntries(
    [...coverageOf(claims).techniques].flatMap(([technique, level]) => {
      const held = levelFor(level, SERVED[technique] ?? []);
      return held === undefined ? [] : [[technique, held.level]];
    }),
  );
}

test.for([
  ['a mark for all tactics', [{ techniqueID: 'T9001', score: 90 }], { T9001: 0.9 }],
  ['a mark for one', [{ techniqueID: 'T9001', tactic: 'filing', score: 90 }], { T9001: 0.9 }],
  [
    'a mark for all, taken away under the only tactic',
    [
      { techniqueID: 'T9001', score: 90 },
      { techniqueID: 'T9001', tactic: 'filing' },
    ],
    {},
  ],
  [
    'a mark for all, off under one of two tactics',
    [
      { techniqueID: 'T9002', score: 90 },
      { techniqueID: 'T9002', tactic: 'filing', score: 10, enabled: false },
    ],
    { T9002: 0.9 },
  ],
  [
    'a mark for all, other scores under every tactic',
    [
      { techniqueID: 'T9002', score: 90 },
      { techniqueID: 'T9002', tactic: 'filing', score: 10 },
      { techniqueID: 'T9002', tactic: 'stapling', score: 20 },
    ],
    { T9002: 0.2 },
  ],
  [
    'a technique whose tactics nobody knows',
    [
      { techniqueID: 'T9003', score: 50 },
      { techniqueID: 'T9003', tactic: 'filing' },
    ],
    { T9003: 0.5 },
  ],
] as const)('%s', ([, techniques, expected]) => {
  expect(covered(...techniques)).toEqual(expected);
});

test('fields that no version has say nothing of coverage', () => {
  const techniques = [{ techniqueID: 'T9001', score: 90 }];
  const named = { name: 'x', domain: 'enterprise-attack', versions: { layer: '4.5' } };
  const layer = { ...named, hideDisable: true, techniques };
  expect(readLayerCoverage(layer, 'x.json')).toMatchObject({ issues: [], claims: [{ technique: 'T9001' }] });
});
