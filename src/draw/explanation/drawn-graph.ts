import type { Explanation, GraphDerivation, GraphFact, ProofNode } from '../../answers/index.ts';
import { groupedBy } from '../../text/index.ts';

/** How much of an explanation is drawn. */
export interface DiagramOptions {
  /** About how many derivations to draw at most; the first proof is always drawn whole. Default 60, which can still be read. */
  readonly most?: number;
}

/** The part of an explanation's graph that a drawing shows. */
export interface DrawnGraph {
  /** Facts, the one asked about first. */
  readonly facts: readonly DrawnFact[];
  readonly derivations: readonly GraphDerivation[];
  /** Derivations of the whole graph. */
  readonly total: number;
}

export interface DrawnFact {
  readonly fact: GraphFact;
  /** Whether it is the fact asked about. */
  readonly isGoal: boolean;
  readonly isReported: boolean;
  /** Whether any rule derives it; a fact neither reported nor derived is not known. */
  readonly isDerived: boolean;
  /** Derivations of it that are not drawn. */
  readonly undrawn: number;
}

/**
 * Chooses what to draw: the first proof whole (up to 200 derivations), then further derivations, those nearest to the fact asked about first
 * and each with one way to every premise, until there are about `most`. Facts with derivations not drawn say how many.
 */
export function drawnGraph(explanation: Explanation, { most = 60 }: DiagramOptions): DrawnGraph {
  const { graph, fact: goal } = explanation;
  const facts = new Map(graph.facts.map((fact) => [fact.key, fact]));
  const chosen = chooseDerivations(explanation, most);
  const drawn = new Set(chosen);
  const keys = new Set([
    goal.key,
    ...chosen.flatMap(({ conclusion, premises }) => [conclusion, ...premises]),
  ]);
  const derived = new Set(graph.derivations.map(({ conclusion }) => conclusion));
  const undrawn = byConclusion(graph.derivations.filter((derivation) => !drawn.has(derivation)));
  return {
    facts: [...keys].map((key) => {
      const fact = facts.get(key) ?? { ...goal, evidence: [] };
      return {
        fact,
        isGoal: key === goal.key,
        isReported: fact.evidence.length > 0,
        isDerived: derived.has(key),
        undrawn: undrawn.get(key)?.length ?? 0,
      };
    }),
    derivations: chosen,
    total: graph.derivations.length,
  };
}

function chooseDerivations({ graph, fact, proofs }: Explanation, most: number): readonly GraphDerivation[] {
  const reported = new Set(graph.facts.filter(({ evidence }) => evidence.length > 0).map(({ key }) => key));
  const of = byConclusion(graph.derivations);
  const inOrder = fromGoal(of, fact.key);
  const chosen = new Set<GraphDerivation>();
  const supported = new Set(reported);
  // A list of what is still to be looked at instead of recursion: chains may be longer than the call stack.
  const choose = (first: GraphDerivation): void => {
    const open: { readonly premises: readonly string[]; at: number }[] = [];
    const enter = (derivation: GraphDerivation): void => {
      if (chosen.has(derivation) || chosen.size >= MOST_WHOLE) return;
      chosen.add(derivation);
      supported.add(derivation.conclusion);
      open.push({ premises: derivation.premises, at: 0 });
    };
    enter(first);
    for (let current = open.at(-1); current !== undefined; current = open.at(-1)) {
      const premise = current.premises[current.at++];
      if (premise === undefined) {
        open.pop();
        continue;
      }
      const [support] = supported.has(premise) ? [] : (of.get(premise) ?? []);
      if (support !== undefined) enter(support);
    }
  };
  const ofFirstProof = new Set(proofs.slice(0, 1).flatMap(derivationsOf).map(identity));
  inOrder.filter((derivation) => ofFirstProof.has(identity(derivation))).forEach(choose);
  for (const derivation of inOrder) if (chosen.size < most) choose(derivation);
  return inOrder.filter((derivation) => chosen.has(derivation));
}

/** More derivations than this are never drawn, not even to show a proof whole: laying them out takes minutes, and nobody can read it. */
const MOST_WHOLE = 200;

/** Derivations in order of their distance from the goal. */
function fromGoal(of: ReturnType<typeof byConclusion>, goal: string): readonly GraphDerivation[] {
  const reached = new Set([goal]);
  const found: GraphDerivation[] = [];
  for (const key of reached) {
    for (const derivation of of.get(key) ?? []) {
      found.push(derivation);
      for (const premise of derivation.premises) reached.add(premise);
    }
  }
  return found;
}

function derivationsOf(proof: ProofNode): readonly GraphDerivation[] {
  if (proof.kind === 'reported') return [];
  const { fact, rule, premises } = proof;
  const derivation = { conclusion: fact.key, rule, premises: premises.map((premise) => premise.fact.key) };
  return [derivation, ...premises.flatMap(derivationsOf)];
}

/** What makes two derivations the same: conclusion, rule and premises. */
function identity({ conclusion, rule, premises }: GraphDerivation): string {
  return JSON.stringify([conclusion, rule.name, premises]);
}

function byConclusion(
  derivations: readonly GraphDerivation[],
): ReadonlyMap<string, readonly GraphDerivation[]> {
  return groupedBy(derivations, ({ conclusion }) => conclusion);
}
