import type {
  AppliedRule,
  ExplainedFact,
  Explanation,
  ExplanationGraph,
  ProofNode,
  QuotedEvidence,
} from '../answers/index.ts';
import type { Catalogue } from '../knowledge/index.ts';
import {
  countProofs,
  explanationGraph,
  proofs,
  sayChecks,
  sayFact,
  sayRule,
  type FactRef,
  type Model,
  type Proof,
} from '../reasoning/index.ts';
import { mention, sayTerm } from './mention.ts';

/** What explanations are made from. */
export interface ExplanationSource {
  readonly catalogue: Catalogue;
  readonly model: Model;
  /** What sources give for a reported fact. */
  readonly evidenceOf: (fact: FactRef) => readonly QuotedEvidence[];
}

/** Which proofs to give. */
export interface ProofSearch {
  /** Most proofs to give; default 1. */
  readonly limit?: number | undefined;
  /** Terms that must all take part in a proof. */
  readonly via?: readonly number[] | undefined;
}

/** Proofs looked at when they are filtered, before giving up on the rest. */
const MOST_LOOKED_AT = 20_000;

/** Why a fact of the model holds. */
export function explainFact(
  source: ExplanationSource,
  fact: FactRef,
  question: string,
  search: ProofSearch = {},
): Explanation {
  const { model } = source;
  const { found, count, isExact } = selectProofs(model, fact, search);
  return {
    question,
    fact: describeFact(source, fact),
    status: statusOf(model, fact),
    proofCount: count.toString(),
    countIsExact: isExact,
    proofs: found.map((proof) => describeProof(source, proof)),
    graph: describeGraph(source, fact),
  };
}

function statusOf(model: Model, fact: FactRef): Explanation['status'] {
  const isReported = fact.row < model.relation(fact.relation).reportedSize;
  if (!isReported) return 'derived';
  return model.derivations(fact).length > 0 ? 'reported and derived' : 'reported';
}

interface Selected {
  readonly found: readonly Proof[];
  readonly count: bigint;
  readonly isExact: boolean;
}

function selectProofs(model: Model, fact: FactRef, { limit = 1, via = [] }: ProofSearch): Selected {
  if (via.length > 0) return selectVia(model, fact, limit, via);
  const { count, isExact } = countProofs(model, fact);
  return { found: take(proofs(model, fact), limit), count, isExact };
}

function selectVia(model: Model, fact: FactRef, limit: number, via: readonly number[]): Selected {
  const found: Proof[] = [];
  let count = 0n;
  let looked = 0;
  for (const proof of proofs(model, fact)) {
    if (looked++ >= MOST_LOOKED_AT) return { found, count, isExact: false };
    const terms = termsOf(proof);
    if (!via.every((term) => terms.has(term))) continue;
    count++;
    if (found.length < limit) found.push(proof);
  }
  return { found, count, isExact: true };
}

function take<Item>(items: Iterable<Item>, limit: number): readonly Item[] {
  const taken: Item[] = [];
  if (limit > 0)
    for (const item of items) {
      taken.push(item);
      if (taken.length >= limit) break;
    }
  return taken;
}

/** Every term that occurs in a proof. */
function termsOf(proof: Proof): ReadonlySet<number> {
  return new Set([...partsOf(proof)].flatMap((part) => part.fact.terms));
}

/** A proof and all proofs in it, each once. */
function partsOf(proof: Proof): ReadonlySet<Proof> {
  const parts = new Set([proof]);
  for (const part of parts)
    if (part.kind === 'derived') for (const premise of part.premises) parts.add(premise);
  return parts;
}

/** Rule applications above each other that a proof shows. Deeper trees cannot be read; the graph has all of them. */
const DEEPEST_SHOWN = 100;

function describeProof(source: ExplanationSource, proof: Proof, depth = 1): ProofNode {
  const fact = describeFact(source, proof.fact);
  if (proof.kind === 'reported') return { kind: 'reported', fact, evidence: source.evidenceOf(proof.fact) };
  const rule = describeRule(source, proof.rule, proof.binding);
  const below = depth < DEEPEST_SHOWN ? 0 : depthOf(proof) - 1;
  if (below > 0) return { kind: 'derived', fact, rule, premises: [], deeper: below };
  const premises = proof.premises.map((premise) => describeProof(source, premise, depth + 1));
  return { kind: 'derived', fact, rule, premises };
}

/** Rule applications above each other in a proof. Without recursion: chains may be longer than the call stack. */
function depthOf(proof: Proof): number {
  let level: ReadonlySet<Proof> = new Set([proof]);
  for (let depth = 0; ; depth++) {
    const derived = [...level].filter((part) => part.kind === 'derived');
    if (derived.length === 0) return depth;
    level = new Set(derived.flatMap(({ premises }) => premises));
  }
}

/** A fact of the model in words. */
export function describeFact({ catalogue, model }: ExplanationSource, fact: FactRef): ExplainedFact {
  const terms = model.terms(fact);
  return {
    key: keyOf(fact),
    relation: fact.relation,
    terms: terms.map((term) => mention(catalogue, term)),
    sentence: sayFact(model, { relation: fact.relation, terms }, (term) => catalogue.name(term)),
  };
}

function describeRule(
  { catalogue, model }: ExplanationSource,
  name: string,
  binding: readonly number[],
): AppliedRule {
  const rule = model.rules.find((each) => each.name === name);
  if (rule === undefined) return { name, sentence: '', weight: 1, checks: [] };
  const nameOf = (term: number): string => catalogue.name(term);
  return {
    name,
    sentence: sayRule(rule, binding, nameOf),
    weight: rule.weight,
    checks: sayChecks(rule, binding, (term) => sayTerm(catalogue, term)),
  };
}

function describeGraph(source: ExplanationSource, fact: FactRef): ExplanationGraph {
  const graph = explanationGraph(source.model, fact);
  const keys = graph.facts.map(keyOf);
  return {
    facts: graph.facts.map((each) => ({
      ...describeFact(source, each),
      evidence: each.isReported ? source.evidenceOf(each) : [],
    })),
    reported: graph.facts.filter(({ isReported }) => isReported).length,
    derivations: graph.derivations.map(({ conclusion, premises, rule, binding }) => ({
      conclusion: keys[conclusion] ?? '',
      rule: describeRule(source, rule, binding),
      premises: premises.map((premise) => keys[premise] ?? ''),
    })),
  };
}

function keyOf({ relation, row }: FactRef): string {
  return `${relation}#${row}`;
}
