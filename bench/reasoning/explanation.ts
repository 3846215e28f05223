/**
 * How long one explanation takes: the whole graph, the shortest proof and the number of proofs of derived facts, in
 * microseconds. Every fact of ATT&CK itself, a sample of the larger worlds. Run it with
 * `npx tsx bench/reasoning/explanation.ts [world …]`.
 */
import {
  countProofs,
  evaluate,
  explanationGraph,
  shortestProof,
  type FactRef,
  type Model,
} from '../../src/reasoning/index.ts';
import { rulePack } from '../../test/support/rule-pack.ts';
import { world, type WorldName } from './worlds.ts';

const STEPS: Readonly<Record<WorldName, number>> = { '1x': 1, '10x': 100, '10x-deep': 300, '100x': 1000 };
const QUESTIONS = { explanationGraph, shortestProof, countProofs } as const;

const asked = process.argv.slice(2);
for (const name of (['1x', '10x-deep'] as const).filter(
  (each) => asked.length === 0 || asked.includes(each),
)) {
  for (const pack of ['reference', 'standard']) benchPack(name, pack);
}

function benchPack(name: WorldName, pack: string): void {
  const model = evaluate(rulePack(pack), world(name));
  const facts = derivedFacts(model, STEPS[name]);
  for (const fact of facts.slice(0, 2000)) explanationGraph(model, fact);
  for (const [question, answer] of Object.entries(QUESTIONS)) {
    const times = facts.map((fact) => {
      const start = performance.now();
      answer(model, fact);
      return (performance.now() - start) * 1000;
    });
    const sorted = times.toSorted((left, right) => left - right);
    const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
    const cells = [
      `${name} ${pack}`,
      question,
      `${String(facts.length)} facts`,
      `p50 ${at(0.5)} µs`,
      `p99 ${at(0.99)} µs`,
      `max ${at(1)} µs`,
    ];
    console.log(cells.map((cell) => cell.padEnd(20)).join(''));
  }
  const sizes = facts.map((fact) => explanationGraph(model, fact).derivations.length);
  console.log(
    `${`${name} ${pack}`.padEnd(20)}largest graph: ${String(sizes.reduce((most, size) => Math.max(most, size), 0))} derivations`,
  );
}

function derivedFacts(model: Model, step: number): readonly FactRef[] {
  const facts: FactRef[] = [];
  for (const { name } of model.relations) {
    const { size, reportedSize } = model.relation(name);
    for (let row = reportedSize; row < size; row += step) facts.push({ relation: name, row });
  }
  return facts;
}
