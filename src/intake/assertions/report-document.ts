import type { Mention, StatedFact } from '../../answers/index.ts';
import { RELATIONS, reportLabel, type KeptReport } from '../../threat/index.ts';
import { readTimestamp, type StatingReport } from '../../stix/index.ts';
import { defined, oneLine } from '../../text/index.ts';
import type { CaseDocument } from './case-document.ts';

/** What is to be known of a fact of a report to load it. */
export type ReportFact = Pick<StatedFact, 'relation' | 'status' | 'sentences' | 'decidedAt'> &
  Readonly<Record<'subject' | 'object', Pick<Mention, 'id' | 'type' | 'name'>>>;

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
    assertions: facts.map((fact) => ({
      subject: fact.subject.id,
      relation: fact.relation,
      object: isLiteral(fact.object) ? { literal: fact.object.id } : fact.object.id,
      source: label,
      status: fact.status,
      created,
      modified: fact.decidedAt ?? created,
      tlp: level ?? '',
      statement: statementOf(fact),
      sentence: [...new Set(fact.sentences.map(oneLine))].slice(0, MOST_SENTENCES).join(' […] '),
      ...(NAMED_BY_WORDS.has(fact.object.type) ? { thing: fact.object.name } : {}),
      report: stating,
      references: [],
      retracted: false,
    })),
  };
}

/** STIX types of countries, regions, sectors and organisations, of which nothing may be known yet. */
const NAMED_BY_WORDS: ReadonlySet<string> = new Set(['location', 'identity']);

function isLiteral({ type }: ReportFact['object']): boolean {
  return type === 'string';
}

function statementOf({ relation, subject, object }: ReportFact): string {
  const template = RELATIONS.find(({ name }) => name === relation)?.template ?? `{0} ${relation} {1}`;
  return template.replace('{0}', () => subject.name).replace('{1}', () => object.name);
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
