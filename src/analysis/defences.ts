import { hasType } from '../facts/index.ts';
import type { Caveat, Defence } from '../answers/index.ts';
import { typesOf, type KindName } from '../threat/index.ts';
import { DERIVED, eachPair, objectsOf, subjectsOf, type Known } from '../desk/index.ts';
import { compareMentions, mention } from './mention.ts';

/**
 * The reported relation from a defence to a technique, and those between a defence and an adversary that the shipped rule packs
 * derive, with the place of the defence among their terms.
 */
const DEFENCES = {
  mitigation: {
    reported: 'mitigates',
    relevant: [
      { relation: DERIVED.mitigation, defenceAt: 0 },
      { relation: 'related-to-mitigation', defenceAt: 1 },
    ],
  },
  'detection-strategy': { reported: 'detects', relevant: [{ relation: DERIVED.detection, defenceAt: 0 }] },
} as const satisfies Partial<
  Record<
    KindName,
    { reported: string; relevant: readonly { readonly relation: string; readonly defenceAt: 0 | 1 }[] }
  >
>;

export type DefenceKind = keyof typeof DEFENCES;

/** What a source says of how far a mitigation answers a technique; nothing where it counts whole. */
export type CaveatOf = (mitigation: number, technique: number) => Caveat | undefined;

/** Names of the relations that say which defences of a kind are relevant to an adversary. */
export function relevanceRelations(kind: DefenceKind): readonly string[] {
  return DEFENCES[kind].relevant.map(({ relation }) => relation);
}

/** Name of the relation in which sources report defences of a kind against techniques. */
export function reportedRelation(kind: DefenceKind): string {
  return DEFENCES[kind].reported;
}

/** Defences against one technique, in order of their labels. */
export function defencesAgainst(known: Known, kind: DefenceKind, technique: number): readonly Defence[] {
  return subjectsOf(known, DEFENCES[kind].reported, technique)
    .filter((term) => hasType(known.catalogue, term, typesOf(kind)))
    .map((term) => mention(known.catalogue, term))
    .toSorted(compareMentions)
    .map((defence) => ({ defence, techniques: [mention(known.catalogue, technique)] }));
}

/**
 * Defences that rules hold relevant to an adversary, with the techniques (used directly or derived) through which they
 * are; those that answer the most techniques first. Rules are about groups and threat actors: to a campaign every
 * defence is relevant that is reported to be one against a technique that it uses.
 */
export function defencesFor(known: Known, kind: DefenceKind, adversary: number): readonly Defence[] {
  const { reported, relevant } = DEFENCES[kind];
  const used = new Set([...objectsOf(known, 'uses', adversary), ...objectsOf(known, DERIVED.use, adversary)]);
  const through = new Map<number, Set<number>>();
  for (const { relation, defenceAt } of relevant)
    for (const defence of (defenceAt === 0 ? subjectsOf : objectsOf)(known, relation, adversary))
      through.set(defence, new Set());
  const isDefence = (term: number): boolean => hasType(known.catalogue, term, typesOf(kind));
  const isCampaign = hasType(known.catalogue, adversary, typesOf('campaign'));
  eachPair(known, reported, (defence, technique) => {
    if (!used.has(technique)) return;
    if (isCampaign && isDefence(defence) && !through.has(defence)) through.set(defence, new Set());
    through.get(defence)?.add(technique);
  });
  return [...through]
    .filter(([defence]) => isDefence(defence))
    .map(([defence, techniques]) => ({
      defence: mention(known.catalogue, defence),
      techniques: [...techniques].map((term) => mention(known.catalogue, term)).toSorted(compareMentions),
    }))
    .toSorted(
      (left, right) =>
        right.techniques.length - left.techniques.length || compareMentions(left.defence, right.defence),
    );
}
