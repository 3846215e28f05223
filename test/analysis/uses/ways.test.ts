import { expect, test } from 'vitest';
import { credibilityOf } from '../../../src/analysis/index.ts';
import { waysTo } from '../../../src/analysis/uses/ways.ts';
import type { Model } from '../../../src/reasoning/index.ts';
import { sampleDesk } from '../../support/desk.ts';
import { realDesk } from '../../support/real-home.ts';
import { idOf, labelled, use } from '../../support/world/build.ts';
import { CARRY, HERON, SHORE } from '../../support/world/cast.ts';
import { worldDesk } from '../../support/world/desk.ts';
import { hasRealData } from '../../support/real-data.ts';

/** Facts of a relation that are only derived. */
function derived(model: Model, relation: string) {
  const { size, reportedSize } = model.relation(relation);
  return Array.from({ length: size - reportedSize }, (_, at) => ({ relation, row: reportedSize + at }));
}

function agreesOn(model: Model, relation: string): void {
  const facts = derived(model, relation);
  expect(facts.length).toBeGreaterThan(0);
  const credibility = credibilityOf(model);
  const ways = waysTo(model, facts, () => true);
  const found = facts.map(ways);
  expect(found.map(([best]) => best?.credibility)).toEqual(facts.map(credibility));
  for (const each of found)
    expect(each.map((way) => way.credibility)).toEqual(
      each.map((way) => way.credibility).toSorted((one, other) => other - one),
    );
  const leaves = found.flatMap((each) => each.flatMap((way) => way.leaves));
  expect(leaves.filter((leaf) => leaf.row >= model.relation(leaf.relation).reportedSize)).toEqual([]);
}

test.for(['standard', 'reference'])(
  'credibility is that of the whole model, by the %s rules, which go in circles',
  (pack) => {
    agreesOn(sampleDesk({}, pack).model, 'indirectly-uses');
  },
);

test.skipIf(!hasRealData)('the same on ATT&CK 18.1', async () => {
  agreesOn((await realDesk()).model, 'indirectly-uses');
});

test('nothing leads to what rests on nothing in scope', () => {
  const { model } = sampleDesk();
  const facts = derived(model, 'indirectly-uses');
  const ways = waysTo(model, facts, ({ relation }) => relation !== 'uses');
  expect(facts.flatMap(ways)).toEqual([]);
});

test('a reported fact is known by being reported', () => {
  const { model } = sampleDesk();
  const fact = { relation: 'uses', row: 0 };
  expect(waysTo(model, [fact], () => true)(fact)).toEqual([{ credibility: 1, leaves: [fact] }]);
});

test('every last step is a way, with all that leads to it', () => {
  const { model, view } = worldDesk(
    [SHORE],
    ...[
      { ferry: 61, uses: 62, carries: 63 },
      { ferry: 64, uses: 65, carries: 66 },
    ].flatMap(({ ferry, uses, carries }) => [
      labelled('tool', ferry, `S90${ferry}`, `Ferry ${ferry}`),
      use(uses, HERON, idOf('tool', ferry), 'Hungry Heron travels.'),
      use(carries, idOf('tool', ferry), CARRY, 'It carries fish.'),
    ]),
  );
  const terms = [HERON, CARRY].map((id) => view.catalogue.termOf(id) ?? -1);
  const fact = { relation: 'indirectly-uses', row: model.find('indirectly-uses', terms) };
  const ways = waysTo(model, [fact], () => true)(fact);
  expect(ways.map(({ credibility, leaves }) => [credibility, leaves.length])).toEqual([
    [0.6, 2],
    [0.6, 2],
    [0.6, 2],
  ]);
});
