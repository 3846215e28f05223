import { isRaw } from '../../stix/index.ts';
import { parsedJson } from '../../text/index.ts';
import { mispEvents } from '../alerts/misp-events.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { loadableFormat } from '../read-document.ts';
import { documentFormat } from '../recognition/document-format.ts';
import { stixEntries } from '../stix/stix-entries.ts';
import { isBuilderFlow, readBuilderFlow } from './builder-flow.ts';
import { GROUP_FILE, readDettectGroups } from './dettect-groups.ts';
import { readMispReports } from './misp-reports.ts';
import { readStixReports } from './stix-reports.ts';
import type { ReportsReading, StructuredReport } from './structured-report.ts';

/** What may be a report. */
interface Given {
  readonly text: string;
  readonly file: string;
  /** What it says where it is JSON. */
  readonly json: unknown;
}

interface ReportFormat {
  /** With its article. */
  readonly name: string;
  readonly is: (given: Given) => boolean;
  readonly read: (given: Given, issues: IssueList) => readonly StructuredReport[];
}

/** Formats of reports that name in fields what they speak of, the more certain ones first. Add a row for one more. */
const FORMATS: readonly ReportFormat[] = [
  {
    name: 'a DeTT&CT administration file of groups',
    is: ({ text, json }) =>
      isRaw(json) ? json['file_type'] === 'group-administration' : GROUP_FILE.test(text.slice(0, BEGINNING)),
    read: ({ text, file }, issues) => readDettectGroups(text, file, issues),
  },
  {
    name: 'a file of the Attack Flow Builder',
    is: ({ json }) => isRaw(json) && isBuilderFlow(json),
    read: ({ json }, issues) => (isRaw(json) ? readBuilderFlow(json, issues) : []),
  },
  {
    name: 'a MISP event',
    is: ({ json }) => mispEvents(json).length > 0,
    read: ({ json }, issues) => readMispReports(json, issues),
  },
  {
    name: 'STIX',
    is: ({ json }) => stixEntries(json) !== undefined,
    read: ({ json }, issues) => readStixReports((stixEntries(json)?.entries ?? []).filter(isRaw), issues),
  },
];

/** Characters that are looked at of what is no JSON. */
const BEGINNING = 8192;

/**
 * Reads reports that name in fields what they speak of: STIX, events of MISP, groups of DeTT&CT, flows of Attack Flow; known by
 * what is in the file, and not by its name. A file may have several. What cannot be used is left out and listed.
 *
 * @param file its name, for issues
 * @returns undefined for text in words; JSON that is no report is one without reports, and an issue says what it is
 */
export function readReports(text: string, file: string): ReportsReading | undefined {
  const json = parsedJson(text.replace(/^\ufeff/u, ''));
  const given = { text, file, json };
  const format = FORMATS.find(({ is }) => is(given));
  const isWords = typeof json !== 'object' || json === null;
  if (format === undefined && isWords && !NAMED_AS_JSON.test(file)) return undefined;
  const issues = new IssueList(file);
  const reports = format?.read(given, issues) ?? [];
  if (format === undefined) {
    const other = documentFormat(json) ?? loadableFormat(json);
    const what = isWords
      ? 'It is named as JSON, and is none.'
      : `It is ${other?.label ?? 'JSON of no kind that is known'}.`;
    issues.add(INTAKE_ISSUES.notAReport, what, {}, other?.hint);
  } else if (reports.length === 0 && issues.isEmpty)
    issues.add(INTAKE_ISSUES.noReports, `It is ${format.name}, and empty.`);
  return { format: format?.name ?? '', reports, issues: issues.toArray() };
}

const NAMED_AS_JSON = /\.(?:json|afb|stix2?)$/iu;
