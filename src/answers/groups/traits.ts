import { reasons } from '../reasons.ts';
import { count, forEach, list, oneOf, shape, text, truth, type Of } from '../schema.ts';
import { Ground } from '../explanation/evidence.ts';

/** What a source can report of an adversary beside what it uses: whom it attacks, why, and from where. */
export const TRAIT_KINDS = ['sector', 'country', 'region', 'organisation', 'motive', 'origin'] as const;
export type TraitKind = (typeof TRAIT_KINDS)[number];

export const Trait = shape(
  'Trait',
  'One value of a kind of trait, e.g. the sector telecommunications, and who claims it.',
  {
    kind: oneOf(TRAIT_KINDS, 'what it is about: whom the group attacks, why, or from where'),
    value: text('name in the vocabulary, or ISO 3166-1 alpha-2 code'),
    label: text('the value in words: `Luxembourg`'),
    isSuspected: truth('whether nobody holds it for certain: every claim hedges, `suspected`'),
    claims: reasons(list(Ground, 'who claims it, the most trusted first')),
  },
);
export type Trait = Of<typeof Trait>;

/** For how many groups nothing of each kind is known. */
export const UnknownCounts = forEach(
  TRAIT_KINDS,
  count('groups'),
  'for how many groups nothing of each kind is known',
);
