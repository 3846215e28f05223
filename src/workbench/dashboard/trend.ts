import { compareReleases } from '../../text/index.ts';
import type { CoverageClaims, DashboardAnswer, TrendPoint } from '../../answers/index.ts';
import { countStages, loadedTarget, shareReached } from '../../analysis/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import { inventoriesOn, typesOf, type CoverageInventory } from '../../threat/index.ts';
import { coverageBy, type CoverageAt } from '../coverage/coverage-of.ts';

/** What the history of coverage is made from. */
export interface TrendQuestion extends Omit<CoverageAt, 'inForce'> {
  /** Every inventory, whatever its day. */
  readonly asked: readonly CoverageInventory[];
  /** The day that the last point is of; empty where nothing is kept. */
  readonly day: string;
  readonly by: DashboardAnswer['trendBy'];
  readonly given?: CoverageClaims | undefined;
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
      return pointOf(label, end, coverageBy(desk, { weights, platforms, target, inForce }).techniques);
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
      const { techniques } = coverageBy(
        { view },
        {
          weights: new Map(live.map((term) => [term, 1])),
          platforms,
          inForce: inventoriesOn(asked, day),
          target: loadedTarget(newest, view, release),
        },
      );
      return pointOf(release, day, techniques);
    });
}

function pointOf(label: string, day: string, techniques: Parameters<typeof countStages>[0]): TrendPoint {
  const counts = countStages(techniques);
  return { label, day, counts, share: shareReached(counts, 'deployed') };
}

/** Months or quarters from one day to another, each with its last day; the last ends on the other day. */
export function periodsBetween(
  from: string,
  until: string,
  by: 'month' | 'quarter',
): readonly { readonly label: string; readonly end: string }[] {
  const months = by === 'month' ? 1 : 3;
  const periods: { label: string; end: string }[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  month -= (month - 1) % months;
  for (;;) {
    const last = month + months - 1;
    const end = new Date(Date.UTC(year, last, 0)).toISOString().slice(0, 10);
    const label =
      by === 'month' ? `${year}-${String(month).padStart(2, '0')}` : `${year} Q${Math.ceil(month / 3)}`;
    periods.push({ label, end: end < until ? end : until });
    if (end >= until) return periods;
    month += months;
    if (month > 12) [year, month] = [year + 1, 1];
  }
}
