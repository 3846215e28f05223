import { expect, test } from 'vitest';
import { rankFor } from '../../src/workbench/threats/threats.ts';
import { whatIf } from '../../src/workbench/threats/what-if.ts';
import { organisation } from '../support/organisation.ts';
import { VICTIMS } from '../support/world/cast.ts';
import { worldDesk } from '../support/world/desk.ts';

const { answer } = whatIf(
  worldDesk([VICTIMS]),
  organisation({ countries: ['LU'], sectors: ['telecommunications'] }),
  {
    asOf: '2025-11-01',
    top: 2,
  },
);
const without = (name: string) => answer.variations.find((variation) => variation.name === name);

test('every source that reports victims, and every factor, is left out once', () => {
  expect(answer.variations.map(({ leavesOut, name }) => `${leavesOut} ${name}`).toSorted()).toEqual([
    'factor country',
    'factor focus',
    'factor freshness',
    'factor peers',
    'factor recency',
    'factor region',
    'factor sector',
    'factor sighting',
    'factor volume',
    'source enterprise-attack@1.0',
    'source misp-galaxy:groups@7',
    'source misp-galaxy:threat-actor@7',
  ]);
});

test('without the source that reports its campaign, a group leaves the first places', () => {
  const move = without('enterprise-attack@1.0')?.moved.find(({ group }) => group.name === 'Far Falcon');
  expect(move?.from).toBe(2);
  expect(move?.to).toBeGreaterThan(2);
  expect(without('enterprise-attack@1.0')?.stay).toBe(1);
});

test('without a factor the order is that in which it weighs nothing: the region counts whole without the country', () => {
  const desk = worldDesk([VICTIMS]);
  const asked = organisation({ countries: ['LU'] });
  const search = { asOf: '2025-11-01', top: 5 };
  const before = new Map(rankFor(desk, asked, search).ranked.groups.map(({ group, rank }) => [group, rank]));
  for (const { leavesOut, name, moved } of whatIf(desk, asked, search).answer.variations) {
    if (leavesOut !== 'factor') continue;
    const after = rankFor(desk, asked, { ...search, weights: { [name]: 0 } }).ranked.groups;
    const expected = after.filter(({ group, rank }) => before.get(group) !== rank);
    expect(new Set(moved.map(({ to }) => to))).toEqual(new Set(expected.map(({ rank }) => rank)));
  }
});

test('what one claimant alone claims is listed, with its age; what two claim is not', () => {
  expect(answer.thin).toEqual([
    expect.objectContaining({
      group: expect.objectContaining({ name: 'Wary Wolf' }) as unknown,
      label: 'France',
      by: 'Council on Foreign Relations, in MISP galaxy Fictional 7',
      age: 'undated',
    }),
    expect.objectContaining({
      group: expect.objectContaining({ name: 'Far Falcon' }) as unknown,
      label: 'telecommunications',
      by: 'Enterprise ATT&CK 1.0',
    }),
  ]);
});
