import { argument, flag } from '../question.ts';
import { as, count, list, oneOf, shape, text, truth, type Of } from '../schema.ts';
import { StatedFact } from './stated-fact.ts';

/** Which kept reports are loaded, or exported, and how much of them. */
export const ONLY_ACCEPTED = flag(
  '--only-accepted',
  'only what a reviewer accepted; not what is sure enough to be taken as it is',
);

export const KEPT_REPORTS = argument(
  '<report...>',
  'reports that are kept: label, beginning of the id, or title, as `report list` has them',
);

/** Why something that a report is read to state is no fact. */
export const LEFT_OUT_BECAUSE = ['rejected', 'undecided', 'open', 'unknown'] as const;

export const LeftOut = shape(
  'LeftOutSuggestion',
  'Something that a report is read to state, and that is no fact.',
  {
    key: text('by which decisions name it'),
    statement: text('what it states, in words'),
    why: oneOf(
      LEFT_OUT_BECAUSE,
      '`rejected` by a reviewer; `undecided`: not sure enough, and nobody decided on it; `open`: it is not known whose it is; `unknown`: what a reviewer named is nothing in view',
    ),
  },
);
export type LeftOut = Of<typeof LeftOut>;

/** A kept report that was loaded, or would be: its facts, and what is left out. */
export const LoadedReport = shape('LoadedReport', 'A report that was loaded.', {
  label: text('its label: `REP-1A2B3C4D`'),
  title: text('its title'),
  outcome: oneOf(
    ['loaded', 'changed', 'unchanged', 'removed', 'nothing'],
    'what came of it; `changed`: other facts were loaded of it before; `removed`: none are left of those; `nothing`: there are none',
  ),
  facts: list(StatedFact, 'what it reports now'),
  new: count('facts that no other source reports'),
  leftOut: list(LeftOut, 'what it is read to state beside these'),
});
export type LoadedReport = Of<typeof LoadedReport>;

export const ReportLoadAnswer = shape('ReportLoadAnswer', 'What came of loading reports.', {
  isTrial: truth('whether nothing was to be loaded'),
  reports: list(as(LoadedReport, 'a report'), 'in the order in which they were named'),
});
export type ReportLoadAnswer = Of<typeof ReportLoadAnswer>;
