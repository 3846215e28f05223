import { TRAIT_KINDS, UnknownCounts } from '../groups/traits.ts';
import { choice, question } from '../question.ts';
import { count, list, oneOf, shape, text, type Of } from '../schema.ts';

/** Which values groups can be found by, and how many each finds. */
export const TraitsQuestion = question({
  kind: choice('[kind]', TRAIT_KINDS, 'only values of this kind', { fallback: 'all kinds' }),
});
export type TraitsQuestion = Of<typeof TraitsQuestion>;

const CountedTrait = shape('CountedTrait', 'A value, and how many groups are documented with it.', {
  kind: oneOf(TRAIT_KINDS, 'what it is about: whom groups attack, why, or from where'),
  value: text('name in the vocabulary, ISO 3166-1 alpha-2 code, or the name of an organisation'),
  label: text('the value in words: `Luxembourg`'),
  groups: count(
    'live groups that are documented with it or with what lies within it: as many as `groups` finds by it',
  ),
});
export type CountedTrait = Of<typeof CountedTrait>;

export const TraitsAnswer = shape(
  'TraitsAnswer',
  'What groups are documented with, and how many with each.',
  {
    groups: count('live groups in view'),
    traits: list(CountedTrait, 'by kind, those of most groups first; only such as any group has'),
    unknown: UnknownCounts,
  },
);
export type TraitsAnswer = Of<typeof TraitsAnswer>;
