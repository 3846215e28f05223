import { compareText, defined } from '../../text/index.ts';
import { type Evidence } from '../../facts/index.ts';
import { evidenceOf, termsOf, reportedRowsOf, type SourcedFacts } from '../profile/sourced-facts.ts';
import { compareDates } from '../score/evidence-date.ts';
import { reportingsOf, type Reporting } from './reporting.ts';
import type { ClaimSubject } from './trait.ts';

/** A document that reports what a group did. */
export interface DatedReport {
  /** Name under which sources cite it. */
  readonly name: string;
  /** `2020`, `2020-06` or `2020-06-17`. */
  readonly published: string;
  /** Id of the source that cites it. */
  readonly source: string;
  /** Campaign for whose acts it is cited; absent where it is cited for the group itself. */
  readonly campaign?: number;
  readonly url?: string;
}

/** When a group was first or last seen, by one claim. */
export interface SeenDate extends Reporting {
  readonly end: 'first' | 'last';
  /** `2020`, `2020-06` or `2020-06-17`. */
  readonly date: string;
  /** What the claim is about. */
  readonly subject: ClaimSubject;
}

/** Links to claim subjects whose acts are the group's own: another source's entry may mean somebody else. */
const ACTS = new Set(['itself', 'campaign']);

/** Documents cited for what a group and its campaigns are reported to use; oldest first, each once. */
export function reportsOf(sourced: SourcedFacts, subjects: readonly ClaimSubject[]): readonly DatedReport[] {
  const reports = new Map<string, DatedReport>();
  for (const { term, by } of subjects.filter((subject) => ACTS.has(subject.by)))
    for (const row of reportedRowsOf(sourced, 'uses', term))
      for (const evidence of evidenceOf(sourced, { relation: 'uses', row }))
        for (const report of citedIn(evidence, by === 'campaign' ? term : undefined))
          if (reports.get(report.name)?.campaign !== undefined || !reports.has(report.name))
            reports.set(report.name, report);
  return [...reports.values()].toSorted(
    (one, other) => compareDates(one.published, other.published) || compareText(one.name, other.name),
  );
}

function citedIn({ citations, source }: Evidence, campaign: number | undefined): readonly DatedReport[] {
  return citations.flatMap(({ name, published, url }) =>
    published === undefined ? [] : [{ name, published, source: source.id, ...defined({ campaign, url }) }],
  );
}

/** Relations that say when a thing was seen. */
const SEEN = [
  { relation: 'first-seen', end: 'first' },
  { relation: 'last-seen', end: 'last' },
] as const;

/** When claim subjects are reported to have been seen, in fields of their own or in prose; every report is kept apart. */
export function datesOf(sourced: SourcedFacts, subjects: readonly ClaimSubject[]): readonly SeenDate[] {
  return subjects.flatMap((subject) =>
    SEEN.flatMap(({ relation, end }) =>
      reportedRowsOf(sourced, relation, subject.term).flatMap((row) => {
        const date = dateIn(sourced.catalogue.name(termsOf(sourced, { relation, row })[1] ?? -1));
        if (date === undefined) return [];
        return reportingsOf(sourced, { relation, row }).map((each) => ({ end, date, subject, ...each }));
      }),
    ),
  );
}

/** The date that a text begins with; a month or a year where it says no more. */
function dateIn(text: string): string | undefined {
  return /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(text)?.[0];
}
