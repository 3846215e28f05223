import type { FactBase, ReportedRelation, Universe } from '../../src/facts/index.ts';
import { mulberry32 } from '../mulberry32.ts';

/** What to make of a real fact base. */
export interface Enlargement {
  /** How many times as many groups, campaigns and software; techniques and mitigations stay as they are. */
  readonly copies: number;
  /** Adds uses among software, so that chains of use get longer. */
  readonly isDeep: boolean;
}

const COPIED = new Set(['intrusion-set', 'campaign', 'malware', 'tool']);
const SOFTWARE = new Set(['malware', 'tool']);

/**
 * A larger world with the shape of ATT&CK: copy 0 keeps its real edges; other copies keep the types of both ends of
 * each edge, hence all out-degrees. Techniques used are drawn anew by how often things of the same type use
 * them, software used is the same software of some copy, and a campaign's copy is attributed to its group's copy.
 * Same input, same facts.
 */
export function enlarge(facts: FactBase, { copies, isDeep }: Enlargement): FactBase {
  const random = mulberry32(12_345);
  const layout = layOut(facts.universe, copies);
  const edges = new Map<string, [number[], number[]]>();
  for (const { name, columns, size } of facts.relations.values()) {
    if (columns.length !== 2) continue;
    const [from = NONE, to = NONE] = columns;
    edges.set(
      name,
      copyEdges(name, from.subarray(0, size), to.subarray(0, size), facts.universe, layout, random),
    );
  }
  if (isDeep) deepen(edges.get('uses'), facts.universe, layout, random);
  const relations = [...edges].map(([name, columns]) => reportedRelation(name, columns, layout.size));
  return { universe: layout.universe, relations: new Map(relations.map((each) => [each.name, each])) };
}

const NONE = new Int32Array(0);

interface Layout {
  readonly size: number;
  readonly copies: number;
  readonly universe: Universe;
  /** Number of a copy of a thing; things that are not copied have only copy 0. */
  place(term: number, copy: number): number;
  isCopied(term: number): boolean;
}

/** Things of one type stay next to each other, copy after copy. */
function layOut(universe: Universe, copies: number): Layout {
  const isCopied = (term: number): boolean => COPIED.has(universe.types[universe.typeOf[term] ?? 0] ?? '');
  const first = new Int32Array(universe.size);
  const rank = new Int32Array(universe.size);
  const counts = new Int32Array(universe.types.length);
  for (let term = 0; term < universe.size; term++) {
    const type = universe.typeOf[term] ?? 0;
    rank[term] = counts[type] ?? 0;
    counts[type] = (counts[type] ?? 0) + 1;
  }
  const starts: number[] = [];
  let size = 0;
  for (const [type, name] of universe.types.entries()) {
    starts.push(size);
    size += (counts[type] ?? 0) * (COPIED.has(name) ? copies : 1);
  }
  const typeOf = new Uint16Array(size);
  for (const [type, start] of starts.entries()) typeOf.fill(type, start, starts[type + 1] ?? size);
  for (let term = 0; term < universe.size; term++) first[term] = starts[universe.typeOf[term] ?? 0] ?? 0;
  const id = (term: number): string => `thing-${String(term)}`;
  return {
    size,
    copies,
    universe: { size, types: universe.types, typeOf, id, name: id, label: () => '', find: () => [] },
    place: (term, copy) =>
      (first[term] ?? 0) +
      (isCopied(term) ? copy * (counts[universe.typeOf[term] ?? 0] ?? 0) : 0) +
      (rank[term] ?? 0),
    isCopied,
  };
}

function copyEdges(
  relation: string,
  from: Int32Array,
  to: Int32Array,
  universe: Universe,
  layout: Layout,
  random: () => number,
): [number[], number[]] {
  const sources: number[] = [];
  const targets: number[] = [];
  const popular = new Map<number, number[]>();
  for (const [row, source] of from.entries()) {
    if (layout.isCopied(to[row] ?? 0)) continue;
    const type = universe.typeOf[source] ?? 0;
    const choices = popular.get(type) ?? [];
    popular.set(type, choices);
    choices.push(to[row] ?? 0);
  }
  for (let copy = 0; copy < layout.copies; copy++) {
    let drawn = new Set<number>();
    let drawnFor = -1;
    for (const [row, source] of from.entries()) {
      const target = to[row] ?? 0;
      if (copy > 0 && !layout.isCopied(source)) continue;
      if (source !== drawnFor) drawn = new Set();
      drawnFor = source;
      sources.push(layout.place(source, copy));
      targets.push(redraw(relation, source, target, copy, universe, layout, popular, drawn, random));
    }
  }
  return [sources, targets];
}

function redraw(
  relation: string,
  source: number,
  target: number,
  copy: number,
  universe: Universe,
  layout: Layout,
  popular: ReadonlyMap<number, readonly number[]>,
  drawn: Set<number>,
  random: () => number,
): number {
  if (copy === 0) return layout.place(target, 0);
  if (layout.isCopied(target)) {
    return layout.place(target, relation === 'uses' ? Math.floor(random() * layout.copies) : copy);
  }
  const choices = popular.get(universe.typeOf[source] ?? 0) ?? [target];
  for (;;) {
    const choice = choices[Math.floor(random() * choices.length)] ?? target;
    if (drawn.has(choice)) continue;
    drawn.add(choice);
    return layout.place(choice, 0);
  }
}

/** Each software uses up to two others that come later, so that there are no circles. */
function deepen(
  uses: [number[], number[]] | undefined,
  universe: Universe,
  layout: Layout,
  random: () => number,
): void {
  if (uses === undefined) return;
  const software: number[] = [];
  for (let term = 0; term < layout.size; term++) {
    if (SOFTWARE.has(universe.types[layout.universe.typeOf[term] ?? 0] ?? '')) software.push(term);
  }
  for (const [at, source] of software.entries()) {
    for (let more = 0; more < 2; more++) {
      if (random() >= 0.3 || at + 1 >= software.length) continue;
      uses[0].push(source);
      uses[1].push(software[at + 1 + Math.floor(random() * (software.length - at - 1))] ?? source);
    }
  }
}

function reportedRelation(
  name: string,
  [from, to]: readonly [number[], number[]],
  size: number,
): ReportedRelation {
  const keys = Float64Array.from(from, (source, row) => source * size + (to[row] ?? 0)).toSorted();
  const distinct = keys.filter((key, at) => key !== keys[at - 1]);
  const rows = distinct.length;
  return {
    name,
    columns: [
      Int32Array.from(distinct, (key) => Math.floor(key / size)),
      Int32Array.from(distinct, (key) => key % size),
    ],
    size: rows,
    firstStatement: new Int32Array(rows + 1),
    origins: new Int32Array(0),
  };
}
