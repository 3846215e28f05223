import { MARKING_LEVELS } from '../../facts/index.ts';
import { defined, fileName, webAddress } from '../../text/index.ts';
import { REPORT_KINDS, reportLabel, reportSeries, type KeptReport } from '../../threat/index.ts';
import { choice, flag, question } from '../question.ts';
import { count, list, oneOf, optional, shape, text, truth, type Of } from '../schema.ts';

export const ListedReport = shape('ListedReport', 'A report that the home keeps.', {
  label: text('its name on a command line: `REP-1A2B3C4D`'),
  id: text('SHA-256 of its title, text and what it names in fields'),
  kind: oneOf(REPORT_KINDS, 'what kind of source it is'),
  title: text('its title'),
  publisher: optional(text('who published it')),
  date: optional(text('when it was published, as precisely as it states: `2020`, `2020-10` or `2020-10-28`')),
  language: optional(text('primary language subtag: `en`')),
  level: optional(oneOf(MARKING_LEVELS, 'how far it may go; absent where it bears no marking')),
  url: optional(text('its address on the web')),
  format: text('what it was read as, with its article'),
  file: text('name of the file that it came from, without its folders; or the address'),
  addedAt: text('when it was added: a timestamp'),
  characters: count('length of its text'),
  mentions: count('groups, software, techniques and campaigns that it names in fields of its format'),
  decided: count('suggestions of it that somebody has decided on'),
  isLoaded: truth('whether what was accepted of it is loaded'),
});
/** A report that a home keeps, without its words. */
export type ListedReport = Of<typeof ListedReport>;

/** The reports that the home keeps. */
export const ReportListQuestion = question({
  kind: choice('--kind <kind>', REPORT_KINDS, 'only reports of this kind', { fallback: 'all' }),
  undecided: flag('--undecided', 'only those of which nothing is decided yet'),
});

export const ReportListAnswer = shape('ReportListAnswer', 'The reports that the home keeps.', {
  reports: list(ListedReport, 'the newest first: by when they were published, else added'),
});
export type ReportListAnswer = Of<typeof ReportListAnswer>;

/** A report as lists have it. @param loaded series of the sources that are loaded */
export function listedReport(report: KeptReport, loaded: ReadonlySet<string | undefined>): ListedReport {
  const { id, kind, title, format, addedAt, location } = report;
  const { publisher, date, language, level, url } = report;
  return {
    label: reportLabel(id),
    id,
    kind,
    title,
    ...defined({ publisher, date, language, level, url }),
    format,
    file: webAddress(location) ?? fileName(location),
    addedAt,
    characters: report.text.length,
    mentions: report.mentions.length,
    decided: new Set(report.decisions.map(({ suggestion }) => suggestion)).size,
    isLoaded: loaded.has(reportSeries(id)),
  };
}
