import { expect, test } from 'vitest';
import {
  countProofs,
  evaluate,
  sayChecks,
  sayFact,
  sayRule,
  shortestProof,
  type Model,
} from '../../src/reasoning/index.ts';
import { attackFacts, attackFile } from '../support/attack-facts.ts';
import { duckDb, numbersOf } from '../support/duckdb.ts';
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
  if (proof.kind !== 'derived') throw new Error('the fact is not derived');
  const rule = model.rules.find(({ name }) => name === proof.rule);
  if (rule === undefined) throw new Error('the rule is in the model');
  expect(sayFact(model, proof.fact, nameOf)).toBe('Orangeworm indirectly uses Windows Command Shell');
  expect(sayRule(rule, proof.binding, nameOf)).toBe('Orangeworm uses cmd, which uses Windows Command Shell');
  expect(sayChecks(rule, proof.binding, nameOf)[0]).toBe('no fact uses(Orangeworm, Windows Command Shell)');
  expect(proof.premises.map((premise) => [premise.kind, sayFact(model, premise.fact, nameOf)])).toEqual([
    ['reported', 'Orangeworm uses cmd'],
    ['reported', 'cmd uses Windows Command Shell'],
  ]);
  expect(countProofs(model, { relation, row })).toEqual({ count: 1n, isExact: true });
});

/** The reference pack in SQL: each statement adds what one rule concludes from what is known so far. */
const SQL_RULES = [
  `INSERT INTO iu SELECT DISTINCT a.s, b.o FROM u a JOIN u b ON a.o = b.s
     WHERE NOT EXISTS (FROM uses t WHERE t.s = a.s AND t.o = b.o) AND NOT EXISTS (FROM iu k WHERE k.s = a.s AND k.o = b.o)`,
  `INSERT INTO iu SELECT DISTINCT a.o, b.o FROM "attributed-to" a JOIN u b ON a.s = b.s
     WHERE NOT EXISTS (FROM iu k WHERE k.s = a.o AND k.o = b.o)`,
];
const SQL_DERIVATIONS = [
  `SELECT count(*) FROM u a JOIN u b ON a.o = b.s WHERE NOT EXISTS (FROM uses t WHERE t.s = a.s AND t.o = b.o)`,
  `SELECT count(*) FROM "attributed-to" a JOIN u b ON a.s = b.s`,
];

test.skipIf(file === undefined)('another engine concludes the same facts from Enterprise 18.1', async () => {
  const facts = attackFacts(file ?? '');
  const model = evaluate(rulePack('reference'), facts);
  const connection = await duckDb(facts, ['uses', 'mitigates', 'attributed-to']);
  await connection.run('CREATE TABLE iu (s INTEGER, o INTEGER)');
  await connection.run('CREATE VIEW u AS FROM uses UNION ALL FROM iu');
  for (let before = -1; ;) {
    const [[size = 0] = []] = await numbersOf(connection, 'SELECT count(*) FROM iu');
    if (size === before) break;
    before = size;
    for (const rule of SQL_RULES) await connection.run(rule);
  }
  const groups = facts.universe.types.indexOf('intrusion-set');
  const related = await numbersOf(
    connection,
    'SELECT DISTINCT u.s, m.s FROM u JOIN mitigates m ON m.o = u.o',
  );
  const ofGroups = related.filter(([subject = -1]) => facts.universe.typeOf[subject] === groups);
  const counts = await Promise.all(SQL_DERIVATIONS.map((sql) => numbersOf(connection, sql)));

  expect(pairsOf(model, 'indirectly-uses')).toEqual(sorted(await numbersOf(connection, 'FROM iu')));
  expect(pairsOf(model, 'related-to-mitigation')).toEqual(sorted(ofGroups));
  const { 'transitive-use': ours, 'use-by-attribution': others } = derivationsByRule(model);
  expect([ours, others]).toEqual(counts.flat(2));
});

function pairsOf(model: Model, relation: string): readonly string[] {
  const { size } = model.relation(relation);
  return sorted(Array.from({ length: size }, (_, row) => model.terms({ relation, row })));
}

function sorted(rows: readonly (readonly number[])[]): readonly string[] {
  return rows.map((row) => row.join()).toSorted();
}
