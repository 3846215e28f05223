import type { Testimony, ToldFact } from '../analysis/index.ts';
import { keptFor, type Evidence } from '../facts/index.ts';
import type { KnowledgeView } from '../knowledge/index.ts';
import { shortestProof } from '../reasoning/index.ts';
import type { FactRef, Model, Proof } from '../reasoning/index.ts';
import { evidenceAt } from './read-evidence.ts';

/** Evidence read so far of each view, which never changes: one question after another opens the same objects. */
const readOf = keptFor((_view: KnowledgeView) => new Map<number, Evidence>());

/** What profiles are made from: a view of the stored knowledge, and the same with the rules worked out. */
export function testimonyOf({
  view,
  model,
}: {
  readonly view: KnowledgeView;
  readonly model: Model;
}): Testimony {
  const read = readOf(view);
  return {
    catalogue: view.catalogue,
    facts: model,
    told: view.facts,
    object: (stored) => view.object(stored),
    evidence(stored) {
      const evidence = read.get(stored) ?? evidenceAt(view, stored);
      read.set(stored, evidence);
      return evidence;
    },
    leaves: (relation, terms) => leavesOf(model, { relation, row: model.find(relation, terms) }),
  };
}

/** A derivation from told facts alone is a shortest proof: most are found without looking at all the others. */
function leavesOf(model: Model, fact: FactRef): readonly ToldFact[] {
  if (fact.row < 0) return [];
  const atOnce = model
    .derivations(fact)
    .find(({ premises }) => premises.every(({ relation, row }) => row < model.relation(relation).toldSize));
  return atOnce?.premises ?? leavesUnder(shortestProof(model, fact));
}

function leavesUnder(proof: Proof): readonly ToldFact[] {
  if (proof.kind === 'told') return [{ relation: proof.fact.relation, row: proof.fact.row }];
  return proof.premises.flatMap(leavesUnder);
}
