import { tacticRefsOf } from '../../stix/index.ts';
import type { Tactics } from '../compare/compare-groups.ts';
import { termsOf, toldRowsOf } from './testimony.ts';
import type { Testimony } from './testimony.ts';

/**
 * Tactics in the order of their matrices, the matrices by id; then any that no matrix lists, by
 * label. Facts do not keep this order: it is read from the matrices themselves.
 */
export function tacticsInOrder(testimony: Pick<Testimony, 'catalogue' | 'object'>): readonly number[] {
  const { catalogue } = testimony;
  const listed = catalogue
    .ofType(['x-mitre-matrix'])
    .flatMap((matrix) => catalogue.entry(matrix).stored ?? [])
    .flatMap((stored) => tacticRefsOf(testimony.object(stored).raw))
    .flatMap((id) => catalogue.termOf(id) ?? []);
  return [...new Set([...listed, ...catalogue.ofType(['x-mitre-tactic'])])];
}

/** Tactics that a technique serves. */
export function tacticsServed(testimony: Testimony, technique: number): readonly number[] {
  return toldRowsOf(testimony, 'in-tactic', technique).map(
    (row) => termsOf(testimony, { relation: 'in-tactic', row })[1] ?? -1,
  );
}

/** Tactics in order, and which of them a technique serves. */
export function tacticsOf(testimony: Testimony): Tactics {
  return {
    inOrder: tacticsInOrder(testimony),
    served: (technique) => tacticsServed(testimony, technique),
  };
}
