import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countProofs,
  decodeModel,
  encodeModel,
  evaluate,
  explanationGraph,
  membersOf,
  parseProgram,
  proofs,
  shortestProof,
  whyNot,
  type FactRef,
  type Model,
  type Proof,
} from '../../src/reasoning/index.ts';
import { hasType } from '../../src/facts/index.ts';
import { TYPE_ALIASES } from '../../src/threat/index.ts';
import { evaluateNaively, sayModel } from '../support/naive.ts';
import { factsOf, randomWorld, textOf, type RandomWorld } from '../support/random-programs.ts';
import { runs } from '../support/runs.ts';

const VOCABULARY = { relations: [], typeAliases: TYPE_ALIASES };

/** Evaluates a world; undefined where the program has an error, e.g. contradictory types. */
function modelOf(world: RandomWorld): Model | undefined {
  const { program } = parseProgram([{ file: 'random.dl', text: textOf(world) }], VOCABULARY);
  return program && evaluate(program, factsOf(world));
}

/** Its derivations in words, sorted. */
function saidBy(model: Model): readonly string[] {
  return [...sayModel(model).derivations].toSorted();
}

function derivedFacts(model: Model): readonly { readonly relation: string; readonly row: number }[] {
  return model.relations.flatMap(({ name }) =>
    Array.from({ length: model.relation(name).size }, (_, row) => ({ relation: name, row })),
  );
}

test('semi-naive evaluation finds exactly the rule instances that naive evaluation finds, each once', () => {
  let evaluated = 0;
  let derivations = 0;
  fc.assert(
    fc.property(randomWorld(true), (world) => {
      const { program } = parseProgram([{ file: 'random.dl', text: textOf(world) }], VOCABULARY);
      fc.pre(program !== undefined);
      const facts = factsOf(world);
      const naive = evaluateNaively(program, facts, world.layers);
      const ours = sayModel(evaluate(program, facts));
      expect([...ours.derivations].toSorted()).toEqual([...naive.derivations].toSorted());
      expect([...ours.derived].toSorted()).toEqual([...naive.derived].toSorted());
      evaluated++;
      derivations += ours.derivations.size;
    }),
    runs(60),
  );
  // Guards against a generator that makes nothing worth comparing.
  expect(derivations / evaluated).toBeGreaterThan(5);
});

test('neither the order of rules nor the order of facts matters', () => {
  fc.assert(
    fc.property(randomWorld(true), fc.infiniteStream(fc.nat(1000)), (world, ranks) => {
      const model = modelOf(world);
      fc.pre(model !== undefined);
      const shuffle = <T>(items: readonly T[]): readonly T[] =>
        items
          .map((item) => ({ item, rank: ranks.next().value ?? 0 }))
          .toSorted((left, right) => left.rank - right.rank)
          .map(({ item }) => item);
      const other = modelOf({ ...world, rules: shuffle(world.rules), rows: shuffle(world.rows) });
      const [one, two] = [model, other ?? model].map(saidBy);
      expect(two).toEqual(one);
    }),
  );
});

test('in whatever order relations are asked for, they hold the same rows and derivations', () => {
  fc.assert(
    fc.property(randomWorld(true), fc.infiniteStream(fc.nat(1000)), (world, ranks) => {
      const [asked, other] = [modelOf(world), modelOf(world)];
      fc.pre(asked !== undefined && other !== undefined);
      const inAnyOrder = asked.relations
        .map(({ name }) => ({ name, rank: ranks.next().value ?? 0 }))
        .toSorted((left, right) => left.rank - right.rank);
      for (const { name } of inAnyOrder) asked.relation(name);
      expect(encodeModel(asked)).toEqual(encodeModel(other));
    }),
  );
});

test('without negation, more facts never take a conclusion away', () => {
  fc.assert(
    fc.property(randomWorld(false), fc.nat(14), (world, kept) => {
      const more = modelOf(world);
      fc.pre(more !== undefined);
      const fewer = modelOf({ ...world, rows: world.rows.slice(0, kept) }) ?? more;
      const known = sayModel(more).derived;
      expect([...sayModel(fewer).derived].filter((fact) => !known.has(fact))).toEqual([]);
    }),
  );
});

test('proofs end in reported facts, repeat no fact on the way down, differ, and are as many as counted', () => {
  let enumerated = 0;
  fc.assert(
    fc.property(randomWorld(true), (world) => {
      const model = modelOf(world);
      fc.pre(model !== undefined);
      for (const fact of derivedFacts(model).slice(0, 30)) {
        const { count, isExact } = countProofs(model, fact, 2000);
        if (!isExact || count > 200n) continue;
        enumerated++;
        const all = [...proofs(model, fact)];
        for (const proof of all) checkProof(model, proof, new Set());
        expect(new Set(all.map((proof) => JSON.stringify(proof))).size).toBe(Number(count));
        const sizes = all.map(sizeOf);
        expect(sizes[0]).toBe(Math.min(...sizes));
        expect(sizeOf(shortestProof(model, fact))).toBe(sizes[0]);
      }
    }),
    runs(30),
  );
  // Guards against a budget that leaves nothing to check.
  expect(enumerated).toBeGreaterThan(300);
});

test('an explanation graph holds exactly what its derivations lead to', () => {
  fc.assert(
    fc.property(randomWorld(true), (world) => {
      const model = modelOf(world);
      fc.pre(model !== undefined);
      for (const fact of derivedFacts(model).slice(0, 30)) {
        const graph = explanationGraph(model, fact);
        const used = new Set([0, ...graph.derivations.flatMap(({ premises }) => premises)]);
        expect([...used].toSorted((left, right) => left - right)).toEqual([...graph.facts.keys()]);
        for (const [index, { relation, row, isReported }] of graph.facts.entries()) {
          const own = graph.derivations.filter(({ conclusion }) => conclusion === index);
          expect(own.length).toBe(model.derivations({ relation, row }).length);
          expect(isReported || own.length > 0).toBe(true);
        }
      }
    }),
  );
});

test('a model survives being written as bytes and read again', () => {
  fc.assert(
    fc.property(randomWorld(true), (world) => {
      const model = modelOf(world);
      fc.pre(model !== undefined);
      const bytes = encodeModel(model);
      const again = decodeModel(bytes, model.facts, model.key);
      expect(again && saidBy(again)).toEqual(saidBy(model));
      expect(again?.rules).toStrictEqual(model.rules);
      expect(again && Buffer.compare(encodeModel(again), bytes)).toBe(0);
      expect(decodeModel(bytes, model.facts, 'another key')).toBeUndefined();
      expect(decodeModel(bytes.slice(0, -1), model.facts, model.key)).toBeUndefined();
      expect(decodeModel(new Uint8Array(3), model.facts, model.key)).toBeUndefined();
    }),
  );
});

test('"why not" finds an obstacle exactly where something does not hold', () => {
  fc.assert(
    fc.property(randomWorld(true), (world) => {
      const model = modelOf(world);
      fc.pre(model !== undefined);
      for (const one of [0, 1, 2]) {
        for (const other of [0, 3]) {
          const answer = whyNot(model, 'high-a', [one, other]);
          expect(answer.holds).toBe(model.find('high-a', [one, other]) >= 0);
          const kinds = answer.attempts.map(({ obstacle }) => obstacle.kind);
          expect(kinds.filter((kind) => kind === 'off' || kind === 'unknown')).toEqual([]);
        }
      }
    }),
  );
});

test('"why not" has tried every way to match the premises before the one that none of them satisfies', () => {
  fc.assert(
    fc.property(randomWorld(true), (world) => {
      const model = modelOf(world);
      fc.pre(model !== undefined);
      for (const attempt of whyNot(model, 'high-a', [0, 3]).attempts) {
        const rule = model.rules.find(({ name }) => name === attempt.rule);
        if (rule === undefined || attempt.obstacle.kind !== 'missing') continue;
        const before = (attempt.ways[0]?.matched ?? []).map(({ premise }) => premise);
        const tried = new Set(
          attempt.ways.map(({ matched }) => matched.map((fact) => factKey(model, fact)).join(' & ')),
        );
        // Every way, by trying all facts for all premises; checks that come with them may leave out some.
        const all = waysOf(model, rule, before, [0, 3]);
        for (const way of tried) expect(all.map(({ facts }) => facts)).toContain(way);
        const failing = rule.premises[attempt.obstacle.premise];
        for (const { binding, facts } of all)
          if (tried.has(facts) && failing?.kind === 'holds')
            expect(factsMatching(model, failing.atom, binding)).toEqual([]);
        if (rule.premises.every(({ kind }) => kind === 'holds')) expect(tried.size).toBe(all.length);
      }
    }),
  );
});

/** A binding of variables, and the facts that made it. */
interface Tried {
  readonly binding: ReadonlyMap<number, number>;
  readonly facts: string;
}

/** All ways to match some premises of a rule whose conclusion is known, by brute force. */
function waysOf(
  model: Model,
  rule: Model['rules'][number],
  premises: readonly number[],
  terms: readonly number[],
): readonly Tried[] {
  const start = new Map<number, number>();
  for (const [at, term] of rule.head.terms.entries())
    if (term.kind === 'variable') start.set(term.variable, terms[at] ?? -1);
  let ways: readonly Tried[] = [{ binding: start, facts: '' }];
  for (const number of premises) {
    const premise = rule.premises[number];
    if (premise?.kind !== 'holds') continue;
    ways = ways
      .flatMap(({ binding, facts }) =>
        factsMatching(model, premise.atom, binding).map((match) => ({
          binding: match.binding,
          facts: facts === '' ? match.key : `${facts} & ${match.key}`,
        })),
      )
      .filter(({ binding }) => allowsTypes(model, rule, binding));
  }
  return ways;
}

/** Whether every variable that is bound is of the types that the rule gives it, be it in a premise to come. */
function allowsTypes(
  { facts: { universe } }: Model,
  { types }: Model['rules'][number],
  binding: ReadonlyMap<number, number>,
): boolean {
  return [...binding].every(([variable, term]) => {
    const allowed = types[variable];
    return allowed === undefined || hasType(universe, term, allowed);
  });
}

function factsMatching(
  model: Model,
  atom: Model['rules'][number]['head'],
  binding: ReadonlyMap<number, number>,
): readonly { readonly key: string; readonly binding: ReadonlyMap<number, number> }[] {
  return membersOf(model, atom.relation).flatMap((relation) =>
    Array.from({ length: model.relation(relation).size }, (_, row) => ({ relation, row })).flatMap((fact) => {
      const terms = model.terms(fact);
      const extended = new Map(binding);
      const fits = atom.terms.every((term, at) => {
        if (term.kind === 'constant') return model.facts.universe.find(term.text)[0] === terms[at];
        const known = extended.get(term.variable);
        extended.set(term.variable, terms[at] ?? -1);
        return known === undefined || known === terms[at];
      });
      return fits ? [{ key: factKey(model, fact), binding: extended }] : [];
    }),
  );
}

function factKey(model: Model, { relation, row }: FactRef): string {
  return `${relation}(${model.terms({ relation, row }).join(', ')})`;
}

function checkProof(model: Model, proof: Proof, above: ReadonlySet<string>): void {
  const { relation, row } = proof.fact;
  const key = `${relation} ${String(row)}`;
  expect(above.has(key)).toBe(false);
  if (proof.kind === 'reported') expect(row).toBeLessThan(model.relation(relation).reportedSize);
  else for (const premise of proof.premises) checkProof(model, premise, new Set([...above, key]));
}

function sizeOf(proof: Proof): number {
  return proof.kind === 'reported' ? 0 : proof.premises.reduce((size, premise) => size + sizeOf(premise), 1);
}
