import { describe, expect, test } from 'vitest';
import { groupOverlap, profileOf } from '../../src/analysis/index.ts';
import type { ProfileAnswer } from '../../src/answers/index.ts';
import { typesOf } from '../../src/threat/index.ts';
import { compareNamed } from '../../src/workbench/groups/compare.ts';
import { groupTimeline } from '../../src/workbench/groups/timeline.ts';
import { sourcedFactsOf } from '../../src/workbench/sourced-facts.ts';
import { sampleDesk } from '../support/desk.ts';
import { hasRealData } from '../support/real-data.ts';
import { realDesk } from '../support/real-home.ts';

describe.skipIf(!hasRealData)('Enterprise 18.1', async () => {
  const desk = hasRealData ? await realDesk({ pack: 'reference' }) : sampleDesk();
  const sourced = () => sourcedFactsOf(desk);
  const asOf = '2025-11-13';

  // Counted independently of this code, with other engines: see the figures in docs/reference/compare.md.
  test.for([
    { derived: false, pairs: 9, groups: 168 },
    { derived: true, pairs: 982, groups: 172 },
  ])('$pairs pairs of groups are alike by 0.4 or more (derived: $derived)', ({ derived, pairs, groups }) => {
    const overlap = groupOverlap(sourced(), { derived, least: 1 });
    expect(overlap.pairs).toHaveLength(pairs);
    expect(overlap.groups).toHaveLength(groups);
  });

  test('pairs go by how surprising it is to share so much', () => {
    const { pairs } = groupOverlap(sourced(), { min: 0.15 });
    const chances = pairs.map(({ log10p }) => log10p);
    expect(chances.length).toBeGreaterThan(100);
    expect(chances).toEqual(chances.toSorted((one, other) => one - other));
    expect(pairs[0]?.jaccard).toBeLessThan(Math.max(...pairs.map(({ jaccard }) => jaccard)));
  });

  test('nearly all reported uses cite something dated', () => {
    const facts = sourced();
    const totals = { relations: 0, day: 0, month: 0, year: 0 };
    for (const group of desk.view.catalogue.ofType(typesOf('group'))) {
      const { dating } = profileOf(facts, group, { asOf, derived: false });
      for (const key of ['relations', 'day', 'month', 'year'] as const) totals[key] += dating[key];
    }
    expect(totals.relations).toBe(4362);
    const dated = totals.day + totals.month + totals.year;
    expect(dated / totals.relations).toBeGreaterThan(0.98);
    expect((totals.day + totals.month) / totals.relations).toBeGreaterThan(0.95);
  });

  test('what APT28 did in its campaign of 2024 is derived, and new', () => {
    const profile: ProfileAnswer = profileOf(sourced(), desk.view.catalogue.find('G0007')[0] ?? -1, {
      asOf,
    });
    const volumes = profile.techniques.find(({ technique }) => technique.label === 'T1006');
    expect(volumes).toMatchObject({
      use: 'derived',
      status: 'mentioned',
      through: [{ label: 'C0051' }],
      last: { date: '2024-11-22', precision: 'day' },
      publishers: ['volexity.com'],
    });
    expect(profile.techniques.filter(({ use }) => use === 'direct')).toHaveLength(91);
    expect(profile.tactics.map(({ tactic }) => tactic.name).slice(0, 3)).toEqual([
      'Reconnaissance',
      'Resource Development',
      'Initial Access',
    ]);
    const { years } = groupTimeline(desk, 'APT28', { since: '2024-11-01', asOf }).answer;
    expect(years.flatMap(({ entries }) => entries.map(({ technique }) => technique.label))).toContain(
      'T1006',
    );
  });

  test('APT28 and FIN7 share 25 techniques, and more at the parents', () => {
    const { pairs, rolledUpPairs, tactics } = compareNamed(desk, ['APT28', 'FIN7']).answer;
    expect(pairs[0]).toMatchObject({ shared: 25, left: { name: 'APT28' }, right: { name: 'FIN7' } });
    expect(rolledUpPairs[0]?.shared).toBe(26);
    const blocks = tactics.flatMap(({ techniques }) => techniques);
    for (const { groups, exactGroups } of blocks) expect(groups).toBeGreaterThanOrEqual(exactGroups);
  });
});
