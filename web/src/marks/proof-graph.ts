import type { Explanation } from '../api/answers.ts';

type Proof = Explanation['proofs'][number];
type Derived = Extract<Proof, { readonly kind: 'derived' }>;

/** A box of a drawn proof, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface DrawnFact extends Box {
  readonly kind: 'asked' | 'reported' | 'derived';
  readonly lines: readonly string[];
  readonly documents?: number;
}

export interface DrawnRule extends Box {
  readonly words: string;
}

/** A drawn proof: the asked fact on top, rules as pills below it, then their premises, the sources as the ground line. */
export interface DrawnProofs {
  readonly width: number;
  readonly height: number;
  readonly facts: readonly DrawnFact[];
  readonly rules: readonly DrawnRule[];
  /** Paths of edges. */
  readonly edges: readonly string[];
  readonly ground?: number;
}

const WIDTH = 424;
const FACT = { height: 76, gap: 6 };
const GROUND = 244;
const CHARACTER = 5.6;

/**
 * Lays out at most two derived proofs side by side, one level of premises each: what is deeper is in the steps below the picture.
 *
 * @param most derived proofs that are drawn
 */
export function drawnProofs(
  explanation: Pick<Explanation, 'fact' | 'proofs' | 'status'>,
  most = 2,
): DrawnProofs {
  const derived = explanation.proofs
    .filter((proof): proof is Derived => proof.kind === 'derived')
    .slice(0, most);
  const width = WIDTH;
  const premises = derived.map((proof) => proof.premises.slice(0, 4));
  const count = Math.max(
    1,
    premises.reduce((sum, each) => sum + each.length, 0),
  );
  const each = (width - FACT.gap * (count - 1)) / count;
  const asked: DrawnFact = {
    kind: 'asked',
    x: width / 2 - 130,
    y: 4,
    width: 260,
    height: 48,
    lines: wrapped(explanation.fact.sentence, 250, 2),
  };
  const facts: DrawnFact[] = [asked];
  const rules: DrawnRule[] = [];
  const edges: string[] = [];
  let x = 0;
  for (const [index, proof] of derived.entries()) {
    const own = premises[index] ?? [];
    const span = own.length * each + (own.length - 1) * FACT.gap;
    const words = `${proof.rule.name} · ${Math.round(proof.rule.weight * 100)} %`;
    const pill = Math.min(Math.max(span, 60), words.length * CHARACTER + 22);
    const middle = x + span / 2;
    rules.push({ x: middle - pill / 2, y: 92, width: pill, height: 22, words: clipped(words, pill - 14) });
    edges.push(`M${width / 2} 52V72H${round(middle)}V92`);
    for (const [at, premise] of own.entries()) {
      const left = x + at * (each + FACT.gap);
      const cited = premise.kind === 'reported' ? documentsOf(premise) : undefined;
      facts.push({
        kind: premise.kind,
        x: left,
        y: 142,
        width: each,
        height: FACT.height,
        lines: wrapped(premise.fact.sentence, each - 18, cited === undefined ? 4 : 3),
        ...(cited === undefined ? {} : { documents: cited }),
      });
      edges.push(`M${round(middle)} 114V128H${round(left + each / 2)}V142`);
      if (premise.kind === 'reported')
        edges.push(`M${round(left + each / 2)} ${142 + FACT.height}V${GROUND}`);
    }
    x += span + FACT.gap;
  }
  const ground = derived.length === 0 ? undefined : GROUND;
  return {
    width,
    height: ground === undefined ? 58 : GROUND + 8,
    facts,
    rules,
    edges,
    ...(ground === undefined ? {} : { ground }),
  };
}

/** Documents that are cited for a reported fact, each once. */
export function documentsOf(proof: Extract<Proof, { readonly kind: 'reported' }>): number {
  return new Set(proof.evidence.flatMap(({ citations }) => citations.map(({ name }) => name))).size;
}

/** A sentence in lines of a width in pixels; what does not fit is cut off with an ellipsis. */
export function wrapped(sentence: string, width: number, most: number): readonly string[] {
  const lines: string[] = [''];
  for (const word of sentence.split(' ')) {
    const line = lines.at(-1) ?? '';
    const next = line === '' ? word : `${line} ${word}`;
    if (next.length * CHARACTER <= width || line === '') lines[lines.length - 1] = next;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] = `${kept[most - 1] ?? ''}…`;
  return kept.map((line) => clipped(line, width));
}

function clipped(text: string, width: number): string {
  const most = Math.max(3, Math.floor(width / CHARACTER));
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
