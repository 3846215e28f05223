import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectTechniques } from '../../../src/analysis/index.ts';
import type { ExpectedTechnique } from '../../../src/answers/index.ts';
import type { RankedGroup, EvidenceScope } from '../../../src/analysis/index.ts';
import { HERON, LOW_TIDE, NEWT, OTTER, SHORE } from '../../support/world/cast.ts';
import { worldFacts } from '../../support/world/desk.ts';
import { runs } from '../../support/runs.ts';

const sourced = worldFacts([SHORE]);

/** Ranked groups with these scores. */
function ranked(...scores: readonly (readonly [id: string, score: number])[]): readonly RankedGroup[] {
  return scores.map(([id, score], index) => ({
    group: sourced.term(id),
    rank: index + 1,
    isDormant: false,
    score,
    factors: [],
  }));
}

const HERON_AND_OTTER = ranked([HERON, 3], [OTTER, 1]);

function expected(
  groups: readonly RankedGroup[] = HERON_AND_OTTER,
  platforms: readonly string[] = [],
  scope: EvidenceScope = {},
) {
  return expectTechniques({ sourced, scope }, groups, { platforms, asOf: '2025-01-01' });
}

const label = ({ technique }: ExpectedTechnique): string => technique.label;

/** `G0911 direct 0.75 × 1 × 0.4 = 0.3` for each part. */
function sayParts({ parts }: ExpectedTechnique): readonly string[] {
  return parts.map(
    ({ group, share, use, credibility, recencyWeight, contribution }) =>
      `${group.label} ${use} ${share} × ${credibility} × ${recencyWeight} = ${Number(contribution.toFixed(6))}`,
  );
}

describe('on the shore, Heron counts three times as much as Otter', () => {
  test('every technique is a sum of share × credibility × recency', () => {
    const { techniques, total } = expected();
    expect(
      techniques.map((each) => [label(each), Number(each.expectation.toFixed(6)), sayParts(each)]),
    ).toEqual([
      ['T9012.001', 0.75, ['G0911 direct 0.75 × 1 × 1 = 0.75']],
      // Otter shouted lately; Heron is held to have shouted in a campaign of 2021, which is neither recent nor old.
      ['T9012.002', 0.67, ['G0911 derived 0.75 × 0.8 × 0.7 = 0.42', 'G0912 direct 0.25 × 1 × 1 = 0.25']],
      // Heron opened a door long ago, nobody says when Otter did.
      ['T9011', 0.475, ['G0911 direct 0.75 × 1 × 0.4 = 0.3', 'G0912 direct 0.25 × 1 × 0.7 = 0.175']],
      // Through the ferry, by which Heron was seen to travel in 2022: a year counts as its last day.
      ['T9013', 0.45, ['G0911 derived 0.75 × 0.6 × 1 = 0.45']],
    ]);
    expect(total).toBeCloseTo(2.345);
  });

  test('rarity counts all live groups, reported and derived uses alike', () => {
    const byLabel = new Map(expected().techniques.map((each) => [label(each), each]));
    expect(byLabel.get('T9011')).toMatchObject({ users: 2, rarity: Math.log(4 / 3) });
    expect(byLabel.get('T9013')).toMatchObject({ users: 1, rarity: Math.log(2) });
    expect(byLabel.get('T9013')?.characteristic).toBeCloseTo(0.45 * Math.log(2));
  });

  test('tactics are in the order of the matrix, with the groups that add most', () => {
    expect(
      expected().tactics.map(({ tactic, expectation, techniques, strongest, explainedByFew }) => [
        tactic.name,
        Number(expectation.toFixed(6)),
        techniques,
        strongest.map(({ label: id }) => id),
        explainedByFew,
      ]),
    ).toEqual([
      ['Getting In', 0.475, 1, ['G0911', 'G0912'], 1],
      ['Doing', 1.42, 2, ['G0911', 'G0912'], 1],
      ['Taking', 0.45, 1, ['G0911'], 1],
    ]);
  });
});

test.for([
  { platforms: [], here: ['T9012.001', 'T9012.002', 'T9011', 'T9013'], elsewhere: [] },
  { platforms: ['Windows'], here: ['T9012.001', 'T9011'], elsewhere: ['T9012.002', 'T9013'] },
  { platforms: ['SaaS', 'ESXi'], here: ['T9012.002', 'T9013'], elsewhere: ['T9012.001', 'T9011'] },
  { platforms: ['Android'], here: [], elsewhere: ['T9012.001', 'T9012.002', 'T9011', 'T9013'] },
])('on $platforms: $here', ({ platforms, here, elsewhere }) => {
  const found = expected(HERON_AND_OTTER, platforms);
  expect(found.techniques.map(label)).toEqual(here);
  expect(found.elsewhere.map(label)).toEqual(elsewhere);
  expect(found.total).toBeCloseTo(found.techniques.reduce((sum, { expectation }) => sum + expectation, 0));
});

test('what is hidden is not used: reported uses, and what is derived through it', () => {
  const noCampaigns: EvidenceScope = { admits: ({ subject }) => subject !== sourced.term(LOW_TIDE) };
  const shout = expected(HERON_AND_OTTER, [], noCampaigns).techniques.find(
    (each) => label(each) === 'T9012.002',
  );
  expect(shout?.parts.map(({ group }) => group.id)).toEqual([OTTER]);
  const noLighthouse: EvidenceScope = {
    admits: ({ documents = [] }) => !documents.includes('Lighthouse 141'),
  };
  const door = expected(HERON_AND_OTTER, [], noLighthouse).techniques.find((each) => label(each) === 'T9011');
  expect(door?.parts.map(({ group }) => group.id)).toEqual([OTTER]);
});

test('what was published later is not used; what has no date is', () => {
  const { techniques } = expected(HERON_AND_OTTER, [], { until: '2021-12-31' });
  expect(techniques.map((each) => [label(each), each.parts.length])).toEqual([
    ['T9011', 2],
    ['T9012.002', 1],
  ]);
});

test('a group of which nothing is known takes its share and adds nothing', () => {
  const { groups, techniques } = expected(ranked([NEWT, 3], [OTTER, 1]));
  expect(groups.map(({ share }) => share)).toEqual([0.75, 0.25]);
  expect(techniques.map((each) => Number(each.expectation.toFixed(6)))).toEqual([0.25, 0.175]);
});

test('groups without any score count alike; without groups nothing is expected', () => {
  expect(expected(ranked([HERON, 0], [OTTER, 0])).groups.map(({ share }) => share)).toEqual([0.5, 0.5]);
  expect(expected([])).toMatchObject({ groups: [], techniques: [], tactics: [], total: 0 });
});

const SCORE = fc.double({ min: 0, max: 10, noNaN: true });

test('whatever the scores: parts sum up to the expectation, which is at most 1, and only their proportions matter', () => {
  fc.assert(
    fc.property(SCORE, SCORE, SCORE, (heron, otter, newt) => {
      const scores = [heron, otter, newt] as const;
      const groups = ranked([HERON, scores[0]], [OTTER, scores[1]], [NEWT, scores[2]]);
      const found = expected(groups);
      expect(found.groups.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
      for (const { parts, expectation, explainedByFew } of found.techniques) {
        expect(parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(expectation);
        expect(expectation).toBeGreaterThanOrEqual(0);
        expect(expectation).toBeLessThanOrEqual(1 + 1e-9);
        // No technique of the shore is used by more than three groups.
        expect(explainedByFew).toBeCloseTo(expectation > 0 ? 1 : 0);
      }
      const doubled = expected(groups.map((group) => ({ ...group, score: group.score * 2 })));
      expect(doubled.techniques.map(label)).toEqual(found.techniques.map(label));
      expect(doubled.total).toBeCloseTo(found.total);
    }),
    runs(20),
  );
});
