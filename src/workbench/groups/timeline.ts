import type { CarriedId, TimelineAnswer, TimelineQuestion } from '../../answers/index.ts';
import { timelineOf, usesInRelease, type ReleaseUses, type TimelineOptions } from '../../analysis/index.ts';
import { defined } from '../../text/index.ts';
import { releasesLoaded, type KnowledgeBase } from '../../knowledge/index.ts';
import type { CoverageInView } from '../coverage/counted-coverage.ts';
import type { Desk } from '../../desk/index.ts';
import { dayOrLastChange, soundDay } from '../names/asked-day.ts';
import { findAdversary } from '../names/find-adversary.ts';
import { sourcedFactsOf } from '../sourced-facts.ts';
import type { Answered } from '../use-case.ts';

/** How to make a timeline; {@link TimelineOptions} says what each is. */
export interface TimelineSearch
  extends
    Pick<TimelineOptions, 'policy' | 'derived'>,
    Pick<TimelineQuestion, 'asOf' | 'since' | 'sinceAudit'> {
  /** What is covered; absent where nothing is known of it. */
  readonly coverage?: CoverageInView | undefined;
  /** Where the other releases are, to find in which of them each use was first reported. */
  readonly releasesOf?: KnowledgeBase | undefined;
}

/**
 * How a group evolved by what was reported of it.
 *
 * @throws FoeprintError W601–W603 when the name does not lead to a group, W608 for a day that is none
 */
export function groupTimeline(
  desk: Desk,
  name: string,
  search: TimelineSearch = {},
): Answered<TimelineAnswer> {
  const { asOf, since, sinceAudit, releasesOf, coverage, ...options } = search;
  const { term, notes } = findAdversary(desk, name);
  const timeline = timelineOf(sourcedFactsOf(desk), term, {
    ...options,
    asOf: dayOrLastChange(desk, asOf),
    ...defined({
      since: soundDay(since),
      sinceAudit: soundDay(sinceAudit),
      releases: releasesOf && usesByRelease(desk, releasesOf, term),
      coverage: coverage && labelsOf(desk, coverage),
    }),
  });
  return {
    answer: timeline,
    notes: [...notes, ...notesOn(coverage?.carried.carried ?? [])],
  };
}

function labelsOf({ view }: Desk, { techniques }: CoverageInView): ReadonlySet<string> {
  return new Set([...techniques.keys()].map((term) => view.catalogue.label(term)));
}

/** Most ids that a note names. */
const NAMED = 5;

function notesOn(carried: readonly CarriedId[]): readonly string[] {
  const lost = carried.flatMap(({ from, to }) => (to === undefined ? [from] : []));
  if (lost.length === 0) return [];
  const more = lost.length > NAMED ? `, and ${lost.length - NAMED} more` : '';
  return [
    `Ids of the coverage that lead to no technique in view count for nothing: ${lost.slice(0, NAMED).join(', ')}${more}.`,
  ];
}

/** What the group uses by each release loaded, oldest first. */
function usesByRelease({ view }: Desk, base: KnowledgeBase, group: number): readonly ReleaseUses[] {
  const sources = base.sources();
  return releasesLoaded(sources).map((release) => {
    // A domain that is not loaded in this release would stand there with another one.
    const series = new Set(
      sources.flatMap((source) => (source.release === release ? (source.series ?? []) : [])),
    );
    const then = base.view({ release, series: [...series], seriesOnly: true });
    return usesInRelease(release, then, view.catalogue, view.catalogue.id(group));
  });
}
