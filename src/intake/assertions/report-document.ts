import { reportLabel, type AssertionStatus, type KeptReport } from '../../threat/index.ts';
import { readTimestamp, type Assertion, type StatingReport } from '../../stix/index.ts';
import { defined, oneLine } from '../../text/index.ts';
import type { CaseDocument } from './case-document.ts';

/** A fact that a report states, as it is to be loaded. */
export interface ReportFact extends Pick<
  Assertion,
  'subject' | 'relation' | 'object' | 'statement' | 'thing'
> {
  readonly status: AssertionStatus;
  /** Where the report states it, in its words, the clearest first. */
  readonly sentences: readonly string[];
  /** When a reviewer last decided on it, a timestamp; absent where nobody did. */
  readonly decidedAt?: string;
}

/** What is to be known of a report for that. */
export type ReportedBy = Pick<
  KeptReport,
  'id' | 'kind' | 'addedAt' | 'location' | 'title' | 'publisher' | 'date' | 'level' | 'url'
>;

/** Sentences that stand as the words of a fact. */
const MOST_SENTENCES = 3;

/**
 * What a report states as the document that is loaded. The same facts give the same document, so that loading them again changes
 * nothing: each dates from the day of the report, or where that is not known from when it was added.
 */
export function reportDocument(report: ReportedBy, facts: readonly ReportFact[]): CaseDocument {
  const { kind, level, addedAt } = report;
  const label = reportLabel(report.id);
  const stating = statingReport(report);
  const created = readTimestamp(`${stating.date ?? ''}-01-01`.slice(0, 10)) ?? addedAt;
  return {
    case: label,
    title: titleOf(stating),
    kind,
    ...(level === undefined ? {} : { tlp: level }),
    whole: true,
    assertions: facts.map(
      ({ status, sentences, decidedAt, subject, relation, object, statement, thing }) => ({
        subject,
        relation,
        object,
        source: label,
        status,
        created,
        modified: decidedAt ?? created,
        tlp: level ?? '',
        statement,
        sentence: [...new Set(sentences.map(oneLine))].slice(0, MOST_SENTENCES).join(' […] '),
        ...defined({ thing }),
        report: stating,
        references: [],
        retracted: false,
      }),
    ),
  };
}

function statingReport({ title, publisher, date, url, location }: ReportedBy): StatingReport {
  const address = url ?? (/^https?:/u.test(location) ? location : undefined);
  return { title: oneLine(title), ...defined({ publisher, date, url: address }) };
}

/** `Raid on a henhouse (Henhouse Gazette, 2026-05)` */
function titleOf({ title, publisher, date }: StatingReport): string {
  const by = [publisher, date].filter((part) => part !== undefined).join(', ');
  return by === '' ? title : `${title} (${by})`;
}
