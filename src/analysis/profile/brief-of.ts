import {
  TRAIT_KINDS,
  type BriefTrait,
  type DistinctiveTechnique,
  type FoldedName,
  type NameClaim,
  type ProfileAnswer,
  type ProfileBrief,
  type ProfiledTechnique,
} from '../../answers/index.ts';
import { compareText, groupedBy, plainSpelling } from '../../text/index.ts';
import { distinctClaimants } from '../identity/name-claims.ts';
import { compareMentions } from '../mention.ts';
import { raritiesIn, type Rarities } from '../threats/rarity.ts';
import { sayTrait } from '../threats/say-trait.ts';
import { activityOf } from '../victims/activity-of.ts';
import { claimedValues, type GroupVictims } from '../victims/victimology.ts';
import type { SourcedFacts } from './sourced-facts.ts';

/** Techniques that set a group apart. */
const DISTINCTIVE = 10;

/** A profile in short, with what is reported of victims, motive and origin. */
export function briefOf(
  sourced: SourcedFacts,
  { group, aliases, techniques }: Pick<ProfileAnswer, 'group' | 'aliases' | 'techniques'>,
  victims: GroupVictims,
): ProfileBrief {
  const rarities = raritiesIn(sourced);
  return {
    names: foldedNames(aliases, group.name),
    traits: briefTraits(victims),
    activity: activityOf(victims),
    groupsInView: rarities.groupsInView,
    distinctive: distinctiveOf(sourced, techniques, rarities),
  };
}

/** Names that differ in case, spaces and marks are one; the group's own is none of its others. */
function foldedNames(aliases: readonly NameClaim[], own: string): readonly FoldedName[] {
  const spelled = groupedBy(aliases, ({ name }) => plainSpelling(name).replaceAll(' ', ''));
  spelled.delete(plainSpelling(own).replaceAll(' ', ''));
  return [...spelled.values()]
    .map((same) => ({
      name: same.toSorted(byClaimants)[0]?.name ?? '',
      claimants: distinctClaimants(same.flatMap(({ claimants }) => claimants)).length,
    }))
    .toSorted((one, other) => other.claimants - one.claimants || compareText(one.name, other.name));
}

function byClaimants(one: NameClaim, other: NameClaim): number {
  return other.claimants.length - one.claimants.length || compareText(one.name, other.name);
}

function briefTraits(victims: GroupVictims): readonly BriefTrait[] {
  return TRAIT_KINDS.flatMap((kind) =>
    claimedValues(victims, kind).map(({ value, claims }) => ({
      kind,
      label: sayTrait(kind, value),
      isSuspected: claims.every(({ confidence }) => confidence === 'suspected'),
      claims: claims.length,
    })),
  );
}

function distinctiveOf(
  { catalogue }: SourcedFacts,
  techniques: readonly ProfiledTechnique[],
  rarities: Rarities,
): readonly DistinctiveTechnique[] {
  return techniques
    .map(({ technique, score, use }) => {
      const { users, rarity } = rarities.of(catalogue.termOf(technique.id) ?? -1);
      return { technique, score, use, groups: users, weight: Number((score * rarity).toFixed(2)) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight || compareMentions(one.technique, other.technique))
    .slice(0, DISTINCTIVE);
}
