import { Graph, layout } from '@dagrejs/dagre';
import type { Explanation } from '../api/answers.ts';
import { documentsOf, wrapped, type Box, type DrawnFact, type DrawnRule } from './proof-graph.ts';

type Proof = Explanation['proofs'][number];
type Derived = Extract<Proof, { readonly kind: 'derived' }>;

/** A fact of the graph; each is drawn once, however many proofs go through it. */
export interface GraphFact extends DrawnFact {
  readonly key: string;
  readonly sentence: string;
}

/** A derivation: a rule that makes a fact from others. */
export interface GraphRule extends DrawnRule {
  readonly key: string;
}

/** What two things of the graph are joined by, and of which of them it is. */
export interface GraphEdge {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** All proofs of a fact as one graph, laid out: the asked fact on the left, what is reported on the right. */
export interface DerivationGraph {
  readonly width: number;
  readonly height: number;
  readonly facts: readonly GraphFact[];
  readonly rules: readonly GraphRule[];
  readonly edges: readonly GraphEdge[];
  /** Derivations of the proofs that are not drawn. */
  readonly left: number;
}

const FACT = { width: 250, line: 14, padding: 16, lines: 3 };
const RULE = { height: 22, character: 5.6, padding: 22 };
const EDGE = 4;

/**
 * Joins proofs to one graph and lays it out. The same proofs give the same picture.
 *
 * @param most derivations that are drawn; the proofs come in their order, the best first
 */
export function derivationGraph(
  { fact, proofs }: Pick<Explanation, 'fact' | 'proofs'>,
  most = 60,
): DerivationGraph {
  const { facts, derivations, left } = joinedProofs(proofs, most);
  if (!facts.has(fact.key)) return { width: 0, height: 0, facts: [], rules: [], edges: [], left };
  const graph = new Graph<LayoutTerms, Box, { readonly points?: readonly Point[] }>();
  graph.setGraph({ rankdir: 'LR', nodesep: 10, ranksep: 34, edgesep: 8 });
  const nodes = new Map<string, Box>([
    ...[...facts].map(([key, proof]) => [key, factBox(proof, key === fact.key)] as const),
    ...[...derivations].map(([key, { rule }]) => [key, ruleBox(rule)] as const),
  ]);
  for (const [key, { width, height }] of nodes) graph.setNode(key, { width, height, x: 0, y: 0 });
  const joined = [...derivations].flatMap(([key, { fact: made, premises }]) => [
    { from: made.key, to: key },
    ...premises.map((premise) => ({ from: key, to: premise.fact.key })),
  ]);
  for (const { from, to } of joined) graph.setEdge(from, to, {});
  layout(graph);
  const { width = 0, height = 0 }: Partial<LayoutTerms> = graph.graph();
  const placed = <Node extends Box>(key: string, node: Node): Node => {
    const { x, y } = graph.node(key);
    return { ...node, x: round(x - node.width / 2) + EDGE, y: round(y - node.height / 2) + EDGE };
  };
  return {
    width: Math.ceil(width) + 2 * EDGE,
    height: Math.ceil(height) + 2 * EDGE,
    facts: [...facts].map(([key, proof]) => placed(key, factBox(proof, key === fact.key))),
    rules: [...derivations].map(([key, { rule }]) => placed(key, { key, ...ruleBox(rule) })),
    edges: joined.map(({ from, to }) => ({
      from,
      to,
      path: pathThrough(graph.edge(from, to).points ?? []),
    })),
    left,
  };
}

/** What of a graph a fact or a derivation takes part in: all that it follows from, and all that follows from it. */
export function connected(edges: readonly GraphEdge[], key: string): ReadonlySet<string> {
  const found = new Set([key]);
  for (const [here, there] of [
    ['from', 'to'],
    ['to', 'from'],
  ] as const) {
    const reached = new Set([key]);
    for (const each of reached) {
      found.add(each);
      for (const edge of edges) if (edge[here] === each) reached.add(edge[there]);
    }
  }
  return found;
}

function pathThrough(points: readonly Point[]): string {
  return points
    .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x + EDGE)} ${round(y + EDGE)}`)
    .join('');
}

/** What the layout is asked for, and how large it became. */
interface LayoutTerms {
  readonly rankdir: 'LR';
  readonly nodesep: number;
  readonly ranksep: number;
  readonly edgesep: number;
  readonly width?: number;
  readonly height?: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Facts and derivations of proofs, each once; whole proofs only, as long as there is room. */
function joinedProofs(
  proofs: readonly Proof[],
  most: number,
): {
  readonly facts: ReadonlyMap<string, Proof>;
  readonly derivations: ReadonlyMap<string, Derived>;
  readonly left: number;
} {
  const facts = new Map<string, Proof>();
  const derivations = new Map<string, Derived>();
  const leftOut = new Set<string>();
  for (const proof of proofs) {
    const own = derivationsIn(proof);
    const added = own.filter((each) => !derivations.has(keyOf(each)));
    if (derivations.size > 0 && derivations.size + added.length > most) {
      for (const each of added) leftOut.add(keyOf(each));
      continue;
    }
    for (const each of own) derivations.set(keyOf(each), each);
    // A fact that is reported and derived is drawn as it is known best.
    for (const each of factsIn(proof))
      if (facts.get(each.fact.key)?.kind !== 'reported') facts.set(each.fact.key, each);
  }
  return { facts, derivations, left: leftOut.size };
}

function derivationsIn(proof: Proof): readonly Derived[] {
  return proof.kind === 'reported' ? [] : [proof, ...proof.premises.flatMap(derivationsIn)];
}

function factsIn(proof: Proof): readonly Proof[] {
  return proof.kind === 'reported' ? [proof] : [proof, ...proof.premises.flatMap(factsIn)];
}

/** One rule makes one fact from one set of premises. */
function keyOf({ fact, rule, premises }: Derived): string {
  return JSON.stringify([fact.key, rule.name, ...premises.map((premise) => premise.fact.key)]);
}

function factBox(proof: Proof, isAsked: boolean): GraphFact {
  const lines = wrapped(proof.fact.sentence, FACT.width - 20, FACT.lines);
  const documents = proof.kind === 'reported' ? documentsOf(proof) : 0;
  return {
    key: proof.fact.key,
    sentence: proof.fact.sentence,
    kind: isAsked ? 'asked' : proof.kind,
    x: 0,
    y: 0,
    width: FACT.width,
    height: (lines.length + (documents > 0 ? 1 : 0)) * FACT.line + FACT.padding,
    lines,
    ...(documents > 0 ? { documents } : {}),
  };
}

function ruleBox({ name, weight }: Derived['rule']): DrawnRule {
  const words = `${name} · ${Math.round(weight * 100)} %`;
  return {
    x: 0,
    y: 0,
    width: Math.round(words.length * RULE.character + RULE.padding),
    height: RULE.height,
    words,
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
