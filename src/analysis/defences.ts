import { typesOf } from '../threat/index.ts';
import type { KindName } from '../threat/index.ts';
import type { Known } from './known-facts.ts';
import { DERIVED, eachPair, objectsOf, subjectsOf } from './known-facts.ts';
import { compareMentions, mention } from './mention.ts';
import type { Mention } from './mention.ts';

/** A mitigation or detection strategy, and the techniques for which it matters to the subject. */
export interface Defence {
  readonly defence: Mention;
  readonly techniques: readonly Mention[];
}

/** The told relation from a defence to a technique, and the derived one from a defence to a group. */
const DEFENCES = {
  mitigation: { told: 'mitigates', relevant: DERIVED.mitigation },
  'detection-strategy': { told: 'detects', relevant: DERIVED.detection },
} as const satisfies Partial<Record<KindName, { told: string; relevant: string }>>;

export type DefenceKind = keyof typeof DEFENCES;

/** Defences against one technique, in order of their labels. */
export function defencesAgainst(known: Known, kind: DefenceKind, technique: number): readonly Defence[] {
  const types: readonly string[] = typesOf(kind);
  return subjectsOf(known, DEFENCES[kind].told, technique)
    .map((term) => mention(known.catalogue, term))
    .filter(({ type }) => types.includes(type))
    .toSorted(compareMentions)
    .map((defence) => ({ defence, techniques: [mention(known.catalogue, technique)] }));
}

/**
 * Defences that rules hold relevant to a group, with the techniques (used directly or derived) through which they
 * are; those that answer the most techniques first.
 */
export function defencesFor(known: Known, kind: DefenceKind, group: number): readonly Defence[] {
  const { told, relevant } = DEFENCES[kind];
  const used = new Set([...objectsOf(known, 'uses', group), ...objectsOf(known, DERIVED.use, group)]);
  const through = new Map(subjectsOf(known, relevant, group).map((defence) => [defence, new Set<number>()]));
  eachPair(known, told, (defence, technique) => {
    if (used.has(technique)) through.get(defence)?.add(technique);
  });
  return [...through]
    .map(([defence, techniques]) => ({
      defence: mention(known.catalogue, defence),
      techniques: [...techniques].map((term) => mention(known.catalogue, term)).toSorted(compareMentions),
    }))
    .toSorted(
      (left, right) =>
        right.techniques.length - left.techniques.length || compareMentions(left.defence, right.defence),
    );
}
