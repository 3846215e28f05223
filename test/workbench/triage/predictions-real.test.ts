import { beforeAll, describe, expect, test } from 'vitest';
import type { KnowledgeBase } from '../../../src/knowledge/index.ts';
import { groundsOf } from '../../../src/analysis/index.ts';
import { predictorOver } from '../../../src/workbench/triage/predictions.ts';
import { profilesIn } from '../../../src/workbench/triage/profiles-in.ts';
import { hasRealData } from '../../support/real-data.ts';
import { realKnowledge } from '../../support/real-home.ts';

const NOTHING = { hidden: [], hiddenCitations: [] };

describe.skipIf(!hasRealData)('on ATT&CK 17.1 and 18.1', () => {
  let base: KnowledgeBase;
  beforeAll(async () => {
    base = await realKnowledge();
  });

  test.each([
    ['17.1', 166],
    ['18.1', 172],
  ])('%s has %i live groups, and no other source or release adds to them', (release, count) => {
    const view = base.view({ release, series: ['enterprise-attack'], seriesOnly: true });
    const { ranked } = predictorOver(base, false).predict(
      { id: 'a', release, techniques: ['T1059.001'], software: [], ...NOTHING },
      NOTHING,
    );
    const groups = view.catalogue.ofType(['intrusion-set']).map((term) => view.catalogue.label(term));
    expect(ranked).toHaveLength(count);
    expect(ranked.map(({ group }) => group).toSorted()).toEqual(groups.toSorted());
  });

  test('who is asked about by all that is reported of it stands in front; with that hidden, behind', () => {
    const view = base.view({ release: '18.1', series: ['enterprise-attack'], seriesOnly: true });
    const profiles = profilesIn(view);
    const { index, sizes, reports } = profiles;
    const label = (term: number): string => view.catalogue.label(term);
    const predictor = predictorOver(base, false);
    const asked = [...index.groups.entries()].filter(([place]) => (sizes[place] ?? 0) >= 10);
    const places = asked.map(([place, group]) => {
      const row = reports.subarray(place * index.techniques.length, (place + 1) * index.techniques.length);
      const techniques = index.techniques.filter((_, at) => (row[at] ?? 0) > 0).map(label);
      const uses = groundsOf(profiles, group).stored.map((stored) => view.object(stored).id);
      const placeOf = (hidden: readonly string[]): number =>
        predictor
          .predict({ id: 'a', release: '18.1', techniques, software: [], ...NOTHING, hidden }, NOTHING)
          .ranked.findIndex((each) => each.group === label(group));
      return { open: placeOf([]), hidden: placeOf(uses) };
    });
    const first = places.filter(({ open }) => open === 0).length;
    expect(asked.length).toBeGreaterThan(100);
    // Some profiles are a part of others.
    expect(first / asked.length).toBeGreaterThan(0.9);
    const empty = sizes.filter((size) => size === 0).length;
    expect(Math.min(...places.map(({ hidden }) => hidden))).toBeGreaterThanOrEqual(
      index.groups.length - empty - 2,
    );
  });
});
