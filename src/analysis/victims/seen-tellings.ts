import { compareText } from '../../text/index.ts';
import type { Testimony } from '../profile/testimony.ts';
import { datesOf, type SeenDate } from './activity.ts';

/** A date on which a thing itself is said to have been first or last seen, and who says so. */
export interface SeenTelling {
  readonly end: SeenDate['end'];
  /** `2020`, `2020-06` or `2020-06-17`. */
  readonly date: string;
  /** Sources by name, `in prose` behind those that say it in their description only; each once. */
  readonly tellers: readonly string[];
}

/** When a thing is said to have been first and last seen: where tellings differ, each date apart; first before last, oldest first. */
export function seenTellings(testimony: Testimony, term: number): readonly SeenTelling[] {
  const told = new Map<string, { end: SeenDate['end']; date: string; tellers: Set<string> }>();
  for (const seen of datesOf(testimony, [{ term, by: 'itself', through: [], trust: 1, isShared: false }])) {
    const { end, date } = seen;
    const key = `${end} ${date}`;
    const known = told.get(key) ?? { end, date, tellers: new Set() };
    known.tellers.add(tellerOf(testimony, seen));
    told.set(key, known);
  }
  return [...told.values()]
    .map(({ tellers, ...date }) => ({ ...date, tellers: [...tellers] }))
    .toSorted((one, other) => compareText(one.end, other.end) || compareText(one.date, other.date));
}

function tellerOf(testimony: Testimony, { stored, claimant, extractedBy }: SeenDate): string {
  const { name } = testimony.evidence(stored).source;
  const by = claimant === '' ? name : `${claimant}, in ${name}`;
  return extractedBy === '' ? by : `${by}, in prose`;
}
