import { ASSERTION_STATUSES, REPORT_VERDICTS } from '../../threat/index.ts';
import { count, list, oneOf, optional, shape, text, type Of } from '../schema.ts';

export const ReviewedSuggestion = shape('ReviewedSuggestion', 'A suggestion that was decided on.', {
  key: text('by which it is named'),
  verdict: oneOf(REPORT_VERDICTS, 'what was decided'),
  subject: optional(text('of a change, whose it is: ATT&CK id, else name')),
  object: optional(text('of a change, what holds instead: ATT&CK id, else name')),
  status: optional(oneOf(ASSERTION_STATUSES, 'how sure it is, where that was decided')),
});

export const ReportReviewAnswer = shape('ReportReviewAnswer', 'What was decided of a report.', {
  label: text('of the report'),
  title: text('its title'),
  decided: list(ReviewedSuggestion, 'what was decided now, in that order'),
  withdrawn: list(text('key of a suggestion'), 'decisions that were taken back'),
  open: count('suggestions that nobody has decided on'),
});
export type ReportReviewAnswer = Of<typeof ReportReviewAnswer>;
