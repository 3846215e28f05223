import { compareText } from '../../text/index.ts';
import type { Testimony } from '../profile/testimony.ts';
import type { SeenDate } from '../../answers/index.ts';
import { datesOf, type SeenDate as ReportedDate } from './activity.ts';

/** When a thing is said to have been first and last seen: where tellings differ, each date apart; first before last, oldest first. */
export function seenTellings(testimony: Testimony, term: number): readonly SeenDate[] {
  const told = new Map<string, { end: SeenDate['end']; date: string; by: Set<string> }>();
  for (const seen of datesOf(testimony, [{ term, by: 'itself', through: [], trust: 1, isShared: false }])) {
    const { end, date } = seen;
    const key = `${end} ${date}`;
    const known = told.get(key) ?? { end, date, by: new Set() };
    known.by.add(tellerOf(testimony, seen));
    told.set(key, known);
  }
  return [...told.values()]
    .map(({ by, ...date }) => ({ ...date, by: [...by] }))
    .toSorted((one, other) => compareText(one.end, other.end) || compareText(one.date, other.date));
}

function tellerOf(testimony: Testimony, { stored, claimant, extractedBy }: ReportedDate): string {
  const { name } = testimony.evidence(stored).source;
  const by = claimant === '' ? name : `${claimant}, in ${name}`;
  return extractedBy === '' ? by : `${by}, in prose`;
}
