import type { ProfileAnswer } from '../../src/answers/index.ts';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { groupOverlap, profileOf } from '../../src/analysis/index.ts';
import { readBundle } from '../../src/intake/index.ts';
import { MemoryKnowledgeBase } from '../../src/knowledge/index.ts';
import { evaluate } from '../../src/reasoning/index.ts';
import { typesOf } from '../../src/threat/index.ts';
import { compareNamed, groupTimeline, testimonyOf } from '../../src/workbench/index.ts';
import { attackFile } from '../support/attack-facts.ts';
import { rulePack } from '../support/rule-pack.ts';

const file = attackFile('18.1');
if (file === undefined)
  console.warn('Not tested on Enterprise 18.1: no folder of releases beside the checkout.');

function deskOf(path: string) {
  const base = new MemoryKnowledgeBase();
  const about = { location: path, sha256: '1'.repeat(64), bytes: 1 };
  base.ingest(
    readBundle(JSON.parse(gunzipSync(readFileSync(path)).toString()), about),
    '2026-01-01T00:00:00.000Z',
  );
  const view = base.view();
  return { view, model: evaluate(rulePack('reference'), view.facts) };
}

describe.skipIf(file === undefined)('Enterprise 18.1', () => {
  let made: ReturnType<typeof deskOf> | undefined;
  const desk = () => (made ??= deskOf(file ?? ''));
  const testimony = () => testimonyOf(desk());
  const asOf = '2025-11-13';

  // Counted independently of this code, with other engines: see the figures in docs/reference/compare.md.
  test.for([
    { derived: false, pairs: 9, groups: 168 },
    { derived: true, pairs: 982, groups: 172 },
  ])('$pairs pairs of groups are alike by 0.4 or more (derived: $derived)', ({ derived, pairs, groups }) => {
    const overlap = groupOverlap(testimony(), { derived });
    expect(overlap.pairs).toHaveLength(pairs);
    expect(overlap.groups).toHaveLength(groups);
  });

  test('nearly all told uses cite something dated', () => {
    const told = testimony();
    const totals = { relations: 0, day: 0, month: 0, year: 0 };
    for (const group of desk().view.catalogue.ofType(typesOf('group'))) {
      const { dating } = profileOf(told, group, { asOf, derived: false });
      for (const key of ['relations', 'day', 'month', 'year'] as const) totals[key] += dating[key];
    }
    expect(totals.relations).toBe(4362);
    const dated = totals.day + totals.month + totals.year;
    expect(dated / totals.relations).toBeGreaterThan(0.98);
    expect((totals.day + totals.month) / totals.relations).toBeGreaterThan(0.95);
  });

  test('what APT28 did in its campaign of 2024 is derived, and new', () => {
    const profile: ProfileAnswer = profileOf(testimony(), desk().view.catalogue.find('G0007')[0] ?? -1, {
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
    const { years } = groupTimeline(desk(), 'APT28', { since: '2024-11-01', asOf });
    expect(years.flatMap(({ entries }) => entries.map(({ technique }) => technique.label))).toContain(
      'T1006',
    );
  });

  test('APT28 and FIN7 share 25 techniques, and more at the parents', () => {
    const { pairs, rolledUpPairs, tactics } = compareNamed(desk(), ['APT28', 'FIN7']).answer;
    expect(pairs[0]).toMatchObject({ shared: 25, left: { name: 'APT28' }, right: { name: 'FIN7' } });
    expect(rolledUpPairs[0]?.shared).toBe(26);
    const blocks = tactics.flatMap(({ techniques }) => techniques);
    for (const { groups, exactGroups } of blocks) expect(groups).toBeGreaterThanOrEqual(exactGroups);
  });
});
