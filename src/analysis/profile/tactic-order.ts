import { tacticRefsOf } from '../../stix/index.ts';
import type { Tactics } from '../compare/compare-groups.ts';
import { termsOf, reportedRowsOf, type SourcedFacts } from './sourced-facts.ts';

/**
 * Tactics in the order of their matrices, the matrices by id; then any that no matrix lists, by
 * label. Facts do not keep this order: it is read from the matrices themselves.
 */
export function tacticsInOrder(sourced: Pick<SourcedFacts, 'catalogue' | 'object'>): readonly number[] {
  const { catalogue } = sourced;
  const listed = catalogue
    .ofType(['x-mitre-matrix'])
    .flatMap((matrix) => catalogue.entry(matrix).stored ?? [])
    .flatMap((stored) => tacticRefsOf(sourced.object(stored).raw))
    .flatMap((id) => catalogue.termOf(id) ?? []);
  return [...new Set([...listed, ...catalogue.ofType(['x-mitre-tactic'])])];
}

/** Tactics that a technique serves. */
export function tacticsServed(sourced: SourcedFacts, technique: number): readonly number[] {
  return reportedRowsOf(sourced, 'in-tactic', technique).map(
    (row) => termsOf(sourced, { relation: 'in-tactic', row })[1] ?? -1,
  );
}

/** Tactics in order, and which of them a technique serves. */
export function tacticsOf(sourced: SourcedFacts): Tactics {
  return {
    inOrder: tacticsInOrder(sourced),
    served: (technique) => tacticsServed(sourced, technique),
  };
}
