import { Mention } from '../explanation/mention.ts';
import { Organisation } from './organisation.ts';
import { question } from '../question.ts';
import { FOR_WHOM, RANKING, top } from './ranking.ts';
import { as, count, list, oneOf, shape, text, type Of } from '../schema.ts';

/** How far the order of groups hangs on single sources, factors and reports. */
export const WhatIfQuestion = question({ ...FOR_WHOM, top: top('first places to compare'), ...RANKING });

const Move = shape('Move', 'A group at two ranks.', {
  group: as(Mention, 'the group'),
  from: count('its rank with everything, 1 for the first'),
  to: count('its rank without what is left out'),
});
export type Move = Of<typeof Move>;

export const Variation = shape('Variation', 'One thing left out, and what becomes of the first places.', {
  leavesOut: oneOf(['source', 'factor'], 'what kind of thing'),
  name: text('id of the source, or name of the factor'),
  label: text('what people call it'),
  stay: count('of the first places, how many keep their groups'),
  moved: list(
    Move,
    'groups of the first places that change their rank, in the order of their former ranks; those that enter or leave, too',
  ),
});
export type Variation = Of<typeof Variation>;

export const ThinMatch = shape('ThinMatch', 'A match that only one claimant or source reports.', {
  group: as(Mention, 'the group'),
  factor: text('the factor that it counts for'),
  label: text('what is claimed: `Luxembourg`'),
  by: text('who claims it'),
  published: text('when it was published; empty where it is not dated'),
  age: oneOf(['recent', 'old', 'undated'], 'old from five years on'),
});
export type ThinMatch = Of<typeof ThinMatch>;

export const WhatIfAnswer = shape(
  'WhatIfAnswer',
  'How far an order hangs on single sources, factors and reports.',
  {
    organisation: as(Organisation, 'whom groups are ranked for'),
    asOf: text('day from which ages are counted'),
    top: count('first places compared'),
    variations: list(
      Variation,
      'the order when one source, or one factor, is left out; those that change most first',
    ),
    thin: list(
      ThinMatch,
      'matches of the first groups that one claimant or source alone makes, old and undated ones first',
    ),
  },
);
export type WhatIfAnswer = Of<typeof WhatIfAnswer>;
