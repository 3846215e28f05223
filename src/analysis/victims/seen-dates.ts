import { compareText } from '../../text/index.ts';
import type { SourcedFacts } from '../profile/sourced-facts.ts';
import type { SeenDate } from '../../answers/index.ts';
import { datesOf, type SeenDate as ReportedDate } from './activity.ts';

/** When a thing is reported to have been first and last seen: every different date with who reports it; first before last, oldest first. */
export function seenDates(sourced: SourcedFacts, term: number): readonly SeenDate[] {
  const dates = new Map<string, { end: SeenDate['end']; date: string; by: Set<string> }>();
  for (const seen of datesOf(sourced, [{ term, by: 'itself', through: [], trust: 1, isShared: false }])) {
    const { end, date } = seen;
    const key = `${end} ${date}`;
    const known = dates.get(key) ?? { end, date, by: new Set() };
    known.by.add(whoReports(sourced, seen));
    dates.set(key, known);
  }
  return [...dates.values()]
    .map(({ by, ...date }) => ({ ...date, by: [...by] }))
    .toSorted((one, other) => compareText(one.end, other.end) || compareText(one.date, other.date));
}

function whoReports(sourced: SourcedFacts, { stored, claimant, extractedBy }: ReportedDate): string {
  const { name } = sourced.evidence(stored).source;
  const by = claimant === '' ? name : `${claimant}, in ${name}`;
  return extractedBy === '' ? by : `${by}, in prose`;
}
