import { Mention } from './mention.ts';
import { as, list, shape, type Of } from './schema.ts';

/** A mitigation or detection strategy, and the techniques for which it matters. */
export const Defence = shape(
  'Defence',
  'A mitigation or detection strategy, and the techniques for which it matters to what is asked about.',
  {
    defence: as(Mention, 'the mitigation or detection strategy'),
    techniques: list(Mention, 'techniques that it answers, by label'),
  },
);
export type Defence = Of<typeof Defence>;
