import { explained } from '../reasons.ts';
import { as, list, shape, type Of } from '../schema.ts';
import { SUPPORT } from './evidence.ts';
import { Mention } from './mention.ts';

/** What stands in a relation to a thing asked about, in which words, and citing what. */
export const Statement = explained(
  shape('Statement', 'What stands in a relation to the thing asked about, in which words, and citing what.', {
    thing: as(Mention, 'who uses it, what is used, what helps'),
    through: list(
      Mention,
      'where only rules derive it: what stands between the two, e.g. software, a campaign; the strongest way first',
    ),
    ...SUPPORT,
  }),
  'thing',
  'used',
  'thing',
);
export type Statement = Of<typeof Statement>;
