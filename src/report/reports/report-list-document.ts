import type {
  AddedReport,
  ListedReport,
  ReportAddAnswer,
  ReportForgetAnswer,
  ReportListAnswer,
} from '../../answers/index.ts';
import { sayLevel } from '../../facts/index.ts';
import {
  bullets,
  heading,
  paragraph,
  table,
  type Block,
  type Column,
  type Document,
} from '../../render/index.ts';
import { count, groupDigits } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';
import { sayIssue } from '../words.ts';

/** The reports that are kept. */
export function reportListDocument({ reports }: ReportListAnswer): Document {
  const title = 'Reports';
  if (reports.length === 0)
    return { title, blocks: [paragraph('There are none: foeprint report add FILE keeps one.')] };
  return { title, blocks: [tableOf(reports, [...ABOUT, ...STATE])] };
}

/** Reports that were taken out. */
export function reportForgetDocument({ removed }: ReportForgetAnswer): Document {
  return { title: 'Reports forgotten', blocks: [tableOf(removed, [...ABOUT, ...STATE])] };
}

/** Issues shown before the rest is only counted. */
const MOST_ISSUES = 20;

/** What came of adding reports. */
export function reportAddDocument({ isTrial, reports, issues }: ReportAddAnswer): Document {
  const [first] = reports;
  const more = issues.length - MOST_ISSUES;
  return {
    title: isTrial ? 'Reports read, none kept' : 'Reports added',
    blocks: [
      tableOf(reports, [...ADDED, ['Kept', ({ outcome }) => OUTCOMES[outcome]]]),
      ...earlierBlocks(reports),
      ...(issues.length === 0
        ? []
        : [heading(3, count(issues.length, 'remark')), bullets(issues.slice(0, MOST_ISSUES).map(sayIssue))]),
      ...(more > 0 ? [paragraph(`${groupDigits(more)} more with --json.`)] : []),
      ...(isTrial || first === undefined
        ? []
        : [paragraph(`What it is read to state: foeprint report show ${first.report.label}`)]),
    ],
  };
}

const OUTCOMES: Readonly<Record<AddedReport['outcome'], string>> = {
  new: 'new',
  known: 'known',
  changed: 'known, changed',
};

function earlierBlocks(reports: readonly AddedReport[]): readonly Block[] {
  const said = reports.flatMap(({ report, earlier: [newest, ...others] }) =>
    newest === undefined
      ? []
      : `${report.label} comes from where ${[newest, ...others].join(', ')} came from: an earlier version, kept beside it until foeprint report forget ${newest}.`,
  );
  return said.length === 0 ? [] : [bullets(said)];
}

type Columns<Row> = readonly (readonly [head: string | Column, cell: (row: Row) => string])[];

const ABOUT: Columns<ListedReport> = [
  ['Report', ({ label }) => label],
  ['Title', ({ title }) => title],
  ['Publisher', ({ publisher = '' }) => publisher],
  ['Date', ({ date = '' }) => date],
  ['Kind', ({ kind }) => kind],
  ['Marking', ({ level }) => (level === undefined ? '' : sayLevel(level))],
];
const CONTENT: Columns<ListedReport> = [
  ['Language', ({ language = '' }) => language],
  ['Read as', ({ format }) => format],
  [numberColumn('Characters'), ({ characters }) => groupDigits(characters)],
  [numberColumn('Named in fields'), ({ mentions }) => groupDigits(mentions)],
];
const STATE: Columns<ListedReport> = [
  [numberColumn('Decided'), ({ decided }) => groupDigits(decided)],
  ['Loaded', ({ isLoaded }) => (isLoaded ? 'yes' : '')],
];

const ADDED: Columns<AddedReport> = [...ABOUT, ...CONTENT].map(
  ([head, cell]) => [head, ({ report }) => cell(report)] as const,
);

/** Columns that say nothing of any are left out. */
function tableOf<Row>(rows: readonly Row[], columns: Columns<Row>): Block {
  const shown = columns.filter(([, cell]) => rows.some((row) => cell(row) !== ''));
  return table(
    shown.map(([head]) => head),
    rows.map((row) => shown.map(([, cell]) => cell(row))),
  );
}
