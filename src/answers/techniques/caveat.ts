import { as, number, shape, text, type Of } from '../schema.ts';
import { Mention } from '../explanation/mention.ts';

export const Caveat = shape(
  'Caveat',
  'What a source says of how far something mitigates a technique, by a stated rule.',
  {
    rule: text('name of the rule, e.g. `not-preventable`, `not-all`'),
    sentence: text('the sentence that it was read in'),
    counts: number(
      '0 … 1, how much it counts for the technique: 0 where that cannot be prevented by the source’s own words',
    ),
  },
);
export type Caveat = Of<typeof Caveat>;

const WATCHED = {
  technique: as(Mention, 'the technique'),
  mitigation: as(Mention, 'what the source names against it all the same'),
  sentence: text('the sentence that says so'),
};

/** A technique that a mitigation does not prevent, by the words of the source that names it against the technique. */
export const Watched = shape(
  'Watched',
  'A technique that something named against it does not prevent, by the words of its own source: to be watched.',
  WATCHED,
);
export type Watched = Of<typeof Watched>;

/** A technique that cannot be prevented by the words of the source that names something against it. */
export const NotPreventable = shape(
  'NotPreventable',
  'A technique that cannot be prevented, by the words of its own source: to be watched.',
  {
    ...WATCHED,
    left: number('0 … 1, what is to be expected of it and left when what is done already is taken off'),
  },
);
export type NotPreventable = Of<typeof NotPreventable>;
