import { expect, test } from 'vitest';
import { compareGroups } from '../../../src/analysis/compare/compare-groups.ts';
import { groupOverlap } from '../../../src/analysis/compare/group-overlap.ts';
import { tacticsOf } from '../../../src/analysis/profile/tactic-order.ts';
import { HERON, NEWT, OTTER, SHORE } from '../../support/world/cast.ts';
import { worldFacts } from '../../support/world/desk.ts';

const sourced = worldFacts([SHORE]);
const groups = [HERON, OTTER, NEWT].map(sourced.term);
const mark = { direct: 'x', derived: 'd', none: '.' } as const;

/** A comparison as lines: `T9012 Commands  . . | 2 of 2` with a column for each group. */
function lines(derived: boolean): readonly string[] {
  return compareGroups(sourced, tacticsOf(sourced), groups, { derived }).tactics.flatMap(
    ({ tactic, techniques }) => [
      tactic.name,
      ...techniques.flatMap((block) => [
        `  ${block.technique.label} ${block.uses.map((use) => mark[use]).join('')} ${block.exactGroups}/${block.groups}`,
        ...block.subtechniques.map(
          ({ technique, uses, groups: count }) =>
            `    ${technique.label} ${uses.map((use) => mark[use]).join('')} ${count}`,
        ),
      ]),
    ],
  );
}

test('groups meet at a parent even where they use different sub-techniques of it', () => {
  expect(lines(false)).toEqual([
    'Getting In',
    '  T9011 xx. 2/2',
    'Doing',
    '  T9012 ... 1/2',
    '    T9012.001 x.. 1',
    '    T9012.002 .x. 1',
  ]);
});

test('derived uses come in when asked for, and stay marked', () => {
  expect(lines(true)).toEqual([
    'Getting In',
    '  T9011 xx. 2/2',
    'Doing',
    '  T9012 ... 2/2',
    '    T9012.001 x.. 1',
    '    T9012.002 dx. 2',
    'Taking',
    '  T9013 d.. 1/1',
  ]);
});

test('what is unique, and what is shared by how many', () => {
  const { unique, sharedBy, pairs, rolledUpPairs } = compareGroups(sourced, tacticsOf(sourced), groups);
  expect(unique.map(({ techniques }) => techniques.map(({ label }) => label))).toEqual([
    ['T9012.001'],
    ['T9012.002'],
    [],
  ]);
  expect(
    sharedBy.map(({ groups: count, techniques }) => [count, techniques.map(({ label }) => label)]),
  ).toEqual([
    [2, ['T9011']],
    [1, ['T9012.001', 'T9012.002']],
  ]);
  expect(pairs.map(({ shared, jaccard, overlap }) => [shared, jaccard, overlap])).toEqual([
    [1, 1 / 3, 1 / 2],
    [0, 0, 0],
    [0, 0, 0],
  ]);
  // Three techniques in all, of which each uses two: one shared is certain.
  expect(pairs[0]).toMatchObject({ expected: 4 / 3, p: 1 });
  expect(rolledUpPairs[0]).toMatchObject({ shared: 2, jaccard: 1 });
});

test('the overlap of all groups leaves out those of which nothing is known', () => {
  const overlap = groupOverlap(sourced, { min: 0.3, least: 1 });
  expect(overlap.groups.map(({ group, techniques }) => [group.name, techniques])).toEqual([
    ['Hungry Heron', 2],
    ['Noisy Otter', 2],
  ]);
  expect(overlap.withoutTechniques.map(({ name }) => name)).toEqual(['Idle Newt']);
  expect(overlap.population).toBe(3);
  expect(overlap.shared).toEqual([
    [2, 1],
    [1, 2],
  ]);
  expect(overlap.pairs).toHaveLength(1);
  expect(overlap.clusters).toEqual([[0, 1]]);
  expect(groupOverlap(sourced, { min: 0.4 }).pairs).toEqual([]);
  expect(groupOverlap(sourced, { derived: true, measure: 'overlap', least: 1 }).pairs[0]).toMatchObject({
    overlap: 1,
  });
});

test('of all groups, those with few techniques are in no pair; of named ones, every pair is listed', () => {
  expect(groupOverlap(sourced, { min: 0 }).pairs).toEqual([]);
  const named = groupOverlap(sourced, {}, groups);
  expect(named).toMatchObject({ min: 0, least: 1, clusteredAt: 0.4 });
  expect(named.pairs.map(({ left, right }) => [left.name, right.name])).toEqual([
    ['Hungry Heron', 'Noisy Otter'],
  ]);
});

test('what is rare is so among all groups loaded, whichever are compared', () => {
  const rarityOf = (users?: readonly number[]) =>
    groupOverlap(sourced, { min: 0, least: 1 }, users).pairs[0]?.rarity;
  const all = groupOverlap(sourced, { min: 0, least: 1, derived: true });
  const two = groupOverlap(sourced, { min: 0, least: 1, derived: true }, groups.slice(0, 2));
  expect(two.pairs[0]?.rarity).toBe(all.pairs[0]?.rarity);
  expect(rarityOf(groups.slice(0, 2))).toBe(rarityOf());
  const [pair] = compareGroups(sourced, tacticsOf(sourced), groups.slice(0, 2)).pairs;
  expect(pair?.rarity).toBe(rarityOf());
});
