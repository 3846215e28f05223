import { typesOf } from '../../threat/index.ts';
import type { Catalogue } from '../../knowledge/index.ts';
import { NO_TACTIC, type Mention } from '../../answers/index.ts';
import { mention } from '../mention.ts';
import { shortNameOf, tacticRefsOf } from '../../stix/index.ts';
import { termsOf, reportedRowsOf, type SourcedFacts } from './sourced-facts.ts';

/**
 * Tactics in the order of their matrices, the matrices by id; then any that no matrix lists, by
 * label. Facts do not keep this order: it is read from the matrices themselves.
 */
export function tacticsInOrder(sourced: Pick<SourcedFacts, 'catalogue' | 'object'>): readonly number[] {
  const { catalogue } = sourced;
  const listed = catalogue
    .ofType(typesOf('matrix'))
    .flatMap((matrix) => catalogue.entry(matrix).stored ?? [])
    .flatMap((stored) => tacticRefsOf(sourced.object(stored).raw))
    .flatMap((id) => catalogue.termOf(id) ?? []);
  return [...new Set([...listed, ...catalogue.ofType(typesOf('tactic'))])];
}

/** The short name of a tactic as its object gives it; empty where it gives none. */
export function tacticShortName(sourced: Pick<SourcedFacts, 'catalogue' | 'object'>, tactic: number): string {
  const { stored } = sourced.catalogue.entry(tactic);
  return stored === undefined ? '' : shortNameOf(sourced.object(stored).raw);
}

/** Tactics that a technique serves. */
export function tacticsServed(sourced: SourcedFacts, technique: number): readonly number[] {
  return reportedRowsOf(sourced, 'in-tactic', technique).map(
    (row) => termsOf(sourced, { relation: 'in-tactic', row })[1] ?? -1,
  );
}

/** What it takes to put techniques under tactics. */
export interface Tactics {
  /** In the order to show. */
  readonly inOrder: readonly number[];
  readonly served: (technique: number) => readonly number[];
}

export function tacticsOf(sourced: SourcedFacts): Tactics {
  return {
    inOrder: tacticsInOrder(sourced),
    served: (technique) => tacticsServed(sourced, technique),
  };
}

/** The techniques under each tactic that any of them serves; last those that serve none of these. */
export function underTactics(
  catalogue: Catalogue,
  { inOrder, served }: Tactics,
  techniques: readonly number[],
): readonly { readonly tactic: Mention; readonly here: readonly number[] }[] {
  const tactics = new Map(techniques.map((technique) => [technique, served(technique)]));
  const serving = (isMeant: (own: readonly number[]) => boolean): readonly number[] =>
    techniques.filter((technique) => isMeant(tactics.get(technique) ?? []));
  return [
    ...inOrder.map((tactic) => ({
      tactic: mention(catalogue, tactic),
      here: serving((own) => own.includes(tactic)),
    })),
    { tactic: NO_TACTIC, here: serving((own) => !own.some((tactic) => inOrder.includes(tactic))) },
  ].filter(({ here }) => here.length > 0);
}
