import { argument, question } from '../question.ts';
import { count, list, shape, text, type Of } from '../schema.ts';
import { REPORT_HEAD } from './given-report.ts';
import { ONLY_ACCEPTED } from './report-load.ts';
import { StatedFact } from './stated-fact.ts';

/** What a kept report states, for other tools. */
export const ReportExportQuestion = question({
  report: argument('<report>', 'a report that is kept: label, beginning of the id, or title'),
  onlyAccepted: ONLY_ACCEPTED,
});
export type ReportExportQuestion = Of<typeof ReportExportQuestion>;

export const ReportExportAnswer = shape('ReportExportAnswer', 'What a kept report states as facts.', {
  label: text('its label: `REP-1A2B3C4D`'),
  id: text('SHA-256 of its title, text and what it names in fields'),
  ...REPORT_HEAD,
  changedAt: text('when it was added, or last decided on: a timestamp'),
  facts: list(StatedFact, 'what `report load` makes facts of'),
  leftOut: count('what it is read to state beside these'),
});
export type ReportExportAnswer = Of<typeof ReportExportAnswer>;
