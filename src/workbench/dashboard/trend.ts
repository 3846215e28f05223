import { compareReleases, daysLater, monthsLater } from '../../text/index.ts';
import type { DashboardAnswer, TrendPoint } from '../../answers/index.ts';
import { coverageCounts, loadedTarget, shareReached } from '../../analysis/index.ts';
import type { Knowledge, Reading } from '../../desk/index.ts';
import { inventoriesOn, typesOf, type CoverageInventory } from '../../threat/index.ts';
import { coverageGrounds, type CoverageAt } from '../coverage/coverage-of.ts';

/** What the history of coverage is made from. */
export interface TrendQuestion extends Omit<CoverageAt, 'inForce' | 'given'> {
  /** Every inventory, whatever its day. */
  readonly asked: readonly CoverageInventory[];
  /** The day that the last point is of; empty where nothing is kept. */
  readonly day: string;
  readonly by: DashboardAnswer['trendBy'];
}

/** Points that a chart has room for. */
const MOST = 12;

/**
 * How coverage has come along: by the end of each month or quarter since the first inventory, what is to be expected today; by release,
 * all techniques of each that is loaded, as they are covered today. What is given with the question has no history, and is left out.
 */
export function coverageTrend(desk: Knowledge['desk'], question: TrendQuestion): readonly TrendPoint[] {
  if (question.day === '') return [];
  return question.by === 'release' ? byRelease(desk, question) : byTime(desk, question, question.by);
}

function byTime(
  desk: Knowledge['desk'],
  { asked, day, weights, platforms, target }: TrendQuestion,
  by: 'month' | 'quarter',
): readonly TrendPoint[] {
  const first = asked.reduce((least, { date }) => (date < least ? date : least), day);
  return periodsBetween(first, day, by)
    .slice(-MOST)
    .map(({ label, end }) => {
      const inForce = inventoriesOn(asked, end);
      return pointOf(label, end, desk, { weights, platforms, target, inForce });
    });
}

function byRelease(
  { base }: Knowledge['desk'],
  { asked, day, platforms }: TrendQuestion,
): readonly TrendPoint[] {
  const newest = base.view();
  const releases = new Set(
    base
      .sources()
      .flatMap(({ series, release }) =>
        series === 'enterprise-attack' && release !== undefined ? [release] : [],
      ),
  );
  return [...releases]
    .toSorted(compareReleases)
    .slice(-MOST)
    .map((release) => {
      const view = base.view({ release });
      const { catalogue } = view;
      const live = catalogue.ofType(typesOf('technique')).filter((term) => !catalogue.isWithdrawn(term));
      return pointOf(
        release,
        day,
        { view },
        {
          weights: new Map(live.map((term) => [term, 1])),
          platforms,
          inForce: inventoriesOn(asked, day),
          target: loadedTarget(newest, view, release),
        },
      );
    });
}

function pointOf(label: string, day: string, reading: Reading, at: CoverageAt): TrendPoint {
  const counts = coverageCounts(coverageGrounds(reading, at), [...at.weights.keys()]);
  return { label, day, counts, share: shareReached(counts, 'deployed') };
}

/** Months or quarters from one day to another, each with its last day; the last ends on the other day. */
export function periodsBetween(
  from: string,
  until: string,
  by: 'month' | 'quarter',
): readonly { readonly label: string; readonly end: string }[] {
  const months = by === 'month' ? 1 : 3;
  const before = (Number(from.slice(5, 7)) - 1) % months;
  const periods: { label: string; end: string }[] = [];
  for (let month = monthsLater(from.slice(0, 7), -before); ; month = monthsLater(month, months)) {
    const end = daysLater(`${monthsLater(month, months)}-01`, -1);
    const quarter = `${month.slice(0, 4)} Q${Math.ceil(Number(month.slice(5)) / 3)}`;
    periods.push({ label: by === 'month' ? month : quarter, end: end < until ? end : until });
    if (end >= until) return periods;
  }
}
