import { expect, test } from 'vitest';
import {
  countProofs,
  evaluate,
  sayChecks,
  sayFact,
  sayRule,
  shortestProof,
} from '../../src/reasoning/index.ts';
import { attackFacts, attackFile } from '../support/attack-facts.ts';
import { derivationsByRule, rulePack, termOf } from '../support/rule-pack.ts';

const file = attackFile('18.1');
if (file === undefined)
  console.warn('ATT&CK Enterprise 18.1 is not beside the project: its closure is not tested.');

test.skipIf(file === undefined)('the reference pack derives from Enterprise 18.1 what SATRAP derives', () => {
  const facts = attackFacts(file ?? '');
  const model = evaluate(rulePack('reference'), facts);
  expect(model.issues).toEqual([]);
  expect(['uses', 'mitigates', 'attributed-to'].map((name) => model.relation(name).size)).toEqual([
    17_270, 1445, 25,
  ]);
  expect(model.relation('indirectly-uses').size).toBe(10_160);
  expect(model.relation('related-to-mitigation').size).toBe(5023);
  expect(derivationsByRule(model)).toEqual({
    'transitive-use': 14_228,
    'use-by-attribution': 1163,
    'mitigation-by-use': 27_235,
  });
});

test.skipIf(file === undefined)('why Orangeworm uses the Windows Command Shell', () => {
  const facts = attackFacts(file ?? '');
  const model = evaluate(rulePack('standard'), facts);
  const relation = 'indirectly-uses';
  const row = model.find(relation, [termOf(facts, 'G0071'), termOf(facts, 'T1059.003')]);
  const proof = shortestProof(model, { relation, row });
  const nameOf = (term: number): string => facts.universe.name(term);
  if (proof.kind !== 'derived') throw new Error('the fact is not told');
  const rule = model.rules.find(({ name }) => name === proof.rule);
  if (rule === undefined) throw new Error('the rule is in the model');
  expect(sayFact(model, proof.fact, nameOf)).toBe('Orangeworm indirectly uses Windows Command Shell');
  expect(sayRule(rule, proof.binding, nameOf)).toBe('Orangeworm uses cmd, which uses Windows Command Shell');
  expect(sayChecks(rule, proof.binding, nameOf)[0]).toBe('no fact uses(Orangeworm, Windows Command Shell)');
  expect(proof.premises.map((premise) => [premise.kind, sayFact(model, premise.fact, nameOf)])).toEqual([
    ['told', 'Orangeworm uses cmd'],
    ['told', 'cmd uses Windows Command Shell'],
  ]);
  expect(countProofs(model, { relation, row })).toEqual({ count: 1n, isExact: true });
});
