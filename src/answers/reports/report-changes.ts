import { IssueShape } from '../issue.ts';
import { as, list, oneOf, shape, text, truth, type Of } from '../schema.ts';
import { ListedReport } from './report-list.ts';

const AddedReport = shape('AddedReport', 'A report that was added.', {
  report: as(ListedReport, 'as it is kept'),
  outcome: oneOf(
    ['new', 'known', 'changed'],
    'whether it was kept before; `changed` where it was, and another marking or statement is kept of it now',
  ),
  earlier: list(
    text('its label'),
    'reports that came from the same place before and no longer do: earlier versions, the newest first',
  ),
});
/** A report that was added, and whether it was there before. */
export type AddedReport = Of<typeof AddedReport>;

export const ReportAddAnswer = shape('ReportAddAnswer', 'What came of adding reports.', {
  isTrial: truth('whether nothing was to be kept'),
  reports: list(AddedReport, 'in the order of the places, those of folders by their paths'),
  issues: list(IssueShape, 'what could not be read, or not in full'),
});
export type ReportAddAnswer = Of<typeof ReportAddAnswer>;

export const ReportForgetAnswer = shape('ReportForgetAnswer', 'Reports that were taken out.', {
  removed: list(ListedReport, 'what is no longer kept, in the order in which it was named'),
});
export type ReportForgetAnswer = Of<typeof ReportForgetAnswer>;
