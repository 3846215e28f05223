import { expect, test } from 'vitest';
import { credibilityOf } from '../../../src/analysis/index.ts';
import { strongestProofs } from '../../../src/analysis/threats/strongest-proofs.ts';
import type { Model } from '../../../src/reasoning/index.ts';
import { realDesk, sampleDesk } from '../../support/desk.ts';
import { hasRealData } from '../../support/real-data.ts';

/** Facts of a relation that are only derived. */
function derived(model: Model, relation: string) {
  const { size, toldSize } = model.relation(relation);
  return Array.from({ length: size - toldSize }, (_, at) => ({ relation, row: toldSize + at }));
}

function agreesOn(model: Model, relation: string): void {
  const facts = derived(model, relation);
  expect(facts.length).toBeGreaterThan(0);
  const credibility = credibilityOf(model);
  const proofs = strongestProofs(model, facts, () => true);
  const found = facts.map(proofs);
  expect(found.map((each) => [...new Set(each.map((proof) => proof.credibility))])).toEqual(
    facts.map((fact) => [credibility(fact)]),
  );
  const leaves = found.flatMap((each) => each.flatMap((proof) => proof.leaves));
  expect(leaves.filter((leaf) => leaf.row >= model.relation(leaf.relation).toldSize)).toEqual([]);
}

test.for(['standard', 'reference'])(
  'credibility is that of the whole model, by the %s rules, which go in circles',
  (pack) => {
    agreesOn(sampleDesk({}, pack).model, 'indirectly-uses');
  },
);

test.skipIf(!hasRealData)('the same on ATT&CK 18.1', () => {
  agreesOn(realDesk('attack/enterprise-attack-18.1.json.gz').model, 'indirectly-uses');
});

test('what rests on nothing that is heard has no proof', () => {
  const { model } = sampleDesk();
  const facts = derived(model, 'indirectly-uses');
  const proofs = strongestProofs(model, facts, ({ relation }) => relation !== 'uses');
  expect(facts.flatMap(proofs)).toEqual([]);
});

test('a told fact is its own proof', () => {
  const { model } = sampleDesk();
  const fact = { relation: 'uses', row: 0 };
  expect(strongestProofs(model, [fact], () => true)(fact)).toEqual([{ credibility: 1, leaves: [fact] }]);
});
