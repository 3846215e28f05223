import { ASSERTION_STATUSES } from '../../threat/index.ts';
import { Mention } from '../explanation/mention.ts';
import { as, list, number, oneOf, optional, shape, text, type Of } from '../schema.ts';

/** A fact that a report states, and that is or would be loaded. */
export const StatedFact = shape('StatedFact', 'A fact that a report states.', {
  relation: text('name of the relation: `uses`, `targets` …'),
  subject: as(Mention, 'whose it is'),
  object: as(Mention, 'what it is about'),
  status: oneOf(ASSERTION_STATUSES, 'how sure it is'),
  sentences: list(text('a sentence of the report'), 'where it states so, the clearest first'),
  probability: optional(
    number('0 … 1, how likely the report states it; absent where that was never measured'),
  ),
  decidedAt: optional(text('when a reviewer decided on it: a timestamp; absent where nobody did')),
  knownFrom: list(text('name of a source'), 'other sources that report the same already; none: it is new'),
});
export type StatedFact = Of<typeof StatedFact>;
