import { append } from '../../text/index.ts';
import { derivationRange, type Cone } from './cone.ts';

/** Number of the circle that each fact of a cone belongs to; facts in no circle have one of their own. */
export interface Circles {
  readonly circleOf: Int32Array;
  /** Whether facts of a circle rest on each other, or a single one on itself. */
  readonly isCyclic: (circle: number) => boolean;
}

/**
 * Groups facts that rest on each other (Tarjan's strongly connected components, without recursion: chains of
 * derivations may be longer than the call stack).
 */
export function circlesOf(cone: Cone): Circles {
  const size = cone.facts.length;
  const order = new Int32Array(size).fill(-1);
  const lowest = new Int32Array(size);
  const circleOf = new Int32Array(size).fill(-1);
  const members: number[] = [];
  const open: number[] = [];
  let next = 0;
  const path: { readonly fact: number; readonly below: readonly number[]; at: number }[] = [];
  const enter = (fact: number): void => {
    order[fact] = lowest[fact] = next++;
    open.push(fact);
    path.push({ fact, below: premisesOf(cone, fact), at: 0 });
  };
  const close = (fact: number): void => {
    const circle = members.push(0) - 1;
    for (let member = open.pop(); member !== undefined; member = member === fact ? undefined : open.pop()) {
      circleOf[member] = circle;
      members[circle] = (members[circle] ?? 0) + 1;
    }
  };
  if (size > 0) enter(0);
  for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
    const { fact } = frame;
    const premise = frame.below[frame.at++];
    if (premise === undefined) {
      path.pop();
      if (lowest[fact] === order[fact]) close(fact);
      const parent = path.at(-1)?.fact;
      if (parent !== undefined) lowest[parent] = Math.min(lowest[parent] ?? 0, lowest[fact] ?? 0);
    } else if (order[premise] === -1) {
      enter(premise);
    } else if (circleOf[premise] === -1) {
      lowest[fact] = Math.min(lowest[fact] ?? 0, order[premise] ?? 0);
    }
  }
  const restsOnItself = new Set(
    cone.derivations.flatMap(({ conclusion, premises }) =>
      premises.includes(conclusion) ? [circleOf[conclusion]] : [],
    ),
  );
  return { circleOf, isCyclic: (circle) => (members[circle] ?? 0) > 1 || restsOnItself.has(circle) };
}

/** Whether a fact of a cone rests on itself, directly or through others. */
export function isInCycle(cone: Cone): (fact: number) => boolean {
  const { circleOf, isCyclic } = circlesOf(cone);
  return (fact) => isCyclic(circleOf[fact] ?? -1);
}

function premisesOf(cone: Cone, fact: number): readonly number[] {
  const { from, to } = derivationRange(cone, fact);
  const below: number[] = [];
  for (let derivation = from; derivation < to; derivation++)
    append(below, cone.derivations[derivation]?.premises ?? []);
  return below;
}
