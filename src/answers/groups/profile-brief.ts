import { Mention } from '../explanation/mention.ts';
import { explained } from '../reasons.ts';
import { as, count, list, number, oneOf, shape, text, truth, type Of } from '../schema.ts';
import { KnownActivity } from './seen.ts';
import { TRAIT_KINDS } from './traits.ts';
import { USE_KINDS } from '../techniques/use.ts';

const FoldedName = shape('FoldedName', 'Another name; spellings that differ in case and marks are one.', {
  name: text('the spelling that most give it'),
  claimants: count('who give it, in any spelling'),
});
export type FoldedName = Of<typeof FoldedName>;

const BriefTrait = shape('BriefTrait', 'A value of a trait, and how many claim it.', {
  kind: oneOf(TRAIT_KINDS, 'what it is about'),
  label: text('the value in words'),
  isSuspected: truth('whether nobody holds it for certain'),
  claims: count('claims of it'),
});
export type BriefTrait = Of<typeof BriefTrait>;

const DistinctiveTechnique = explained(
  shape(
    'DistinctiveTechnique',
    'A technique that sets a group apart from others: it scores high and few use it.',
    {
      technique: as(Mention, 'the technique'),
      score: number('0 … 100, as in the profile'),
      use: oneOf(USE_KINDS, 'whether a source reports it of the group, or only rules derive it'),
      groups: count('live groups that use it, reported or derived, with this one'),
      weight: number('score × ln((1 + groups in view) ÷ (1 + groups))'),
    },
  ),
  'technique',
  'group',
);
export type DistinctiveTechnique = Of<typeof DistinctiveTechnique>;

export const ProfileBrief = shape('ProfileBrief', 'A group in short: what fits on one screen or page.', {
  names: list(FoldedName, 'other names, that which most give it first'),
  traits: list(BriefTrait, 'whom it attacks, why and from where: by kind, then the most claimed first'),
  activity: as(KnownActivity, 'when it was seen, and the newest reports on it'),
  groupsInView: count('live groups in view'),
  distinctive: list(
    DistinctiveTechnique,
    'at most ten techniques that set it apart, the heaviest first; none that all groups use',
  ),
});
export type ProfileBrief = Of<typeof ProfileBrief>;
