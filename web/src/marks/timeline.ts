import type { AnswerOf } from 'foeprint/answers';

export type Timeline = AnswerOf<'timeline'>;
export type TimelineEntry = Timeline['undated'][number];

/** What was newly reported in one year, in one tactic. */
export interface TimelineCell {
  readonly reported: number;
  readonly derived: number;
  /** Whether it has the first technique of the tactic. */
  readonly isFirst: boolean;
}

export interface TimelineRow {
  readonly id: string;
  readonly name: string;
  /** One for each year, in their order. */
  readonly cells: readonly TimelineCell[];
}

export interface TimelineGrid {
  /** Every year from the first to the last, also those with nothing new. */
  readonly years: readonly string[];
  readonly rows: readonly TimelineRow[];
  /** Techniques that were new in each year, however many tactics they serve. */
  readonly totals: readonly { readonly reported: number; readonly derived: number }[];
}

/** Years by tactics: how many techniques were first reported when. */
export function timelineGrid({ years, tactics }: Pick<Timeline, 'years' | 'tactics'>): TimelineGrid {
  const first = Number(years[0]?.year ?? 0);
  const last = Number(years.at(-1)?.year ?? -1);
  const all = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => String(first + index));
  const entriesIn = (year: string): readonly TimelineEntry[] =>
    years.find((each) => each.year === year)?.entries ?? [];
  const rows = tactics.map(({ id, name }) => {
    const counts = all.map((year) => countsOf(entriesIn(year).filter((entry) => entry.tactics.includes(id))));
    const begins = counts.findIndex(({ reported, derived }) => reported + derived > 0);
    return { id, name, cells: counts.map((each, index) => ({ ...each, isFirst: index === begins })) };
  });
  return { years: all, rows, totals: all.map((year) => countsOf(entriesIn(year))) };
}

function countsOf(entries: readonly TimelineEntry[]): {
  readonly reported: number;
  readonly derived: number;
} {
  const reported = entries.filter(({ use }) => use === 'direct').length;
  return { reported, derived: entries.length - reported };
}
