import { timelineOf, usesInRelease } from '../analysis/index.ts';
import type { ReleaseUses, Timeline, TimelineOptions } from '../analysis/index.ts';
import { compareReleases } from '../facts/index.ts';
import type { KnowledgeBase } from '../knowledge/index.ts';
import { noticesOf } from './desk.ts';
import type { Desk } from './desk.ts';
import { dayOrLastChange, findAdversary, soundDay } from './profile.ts';
import { testimonyOf } from './testimony.ts';

/** A timeline, and what to know of how the group was found. */
export interface TimelineAnswer extends Timeline {
  readonly notes: readonly string[];
}

/** How to make a timeline; {@link TimelineOptions} says what each is. */
export interface TimelineSearch extends Pick<TimelineOptions, 'policy' | 'derived' | 'coverage'> {
  /** Day from which ages count. Default: when what is in view was last changed. */
  readonly asOf?: string | undefined;
  readonly since?: string | undefined;
  readonly sinceAudit?: string | undefined;
  /** Where the other releases are, to say in which of them each use was first told. */
  readonly releasesOf?: KnowledgeBase | undefined;
}

/**
 * How a group evolved by what was reported of it.
 *
 * @throws FoeprintError W601–W603 when the name does not lead to a group, W608 for a day that is none
 */
export function groupTimeline(desk: Desk, name: string, search: TimelineSearch = {}): TimelineAnswer {
  const { asOf, since, sinceAudit, releasesOf, ...options } = search;
  const { term, notes } = findAdversary(desk, name);
  const timeline = timelineOf(testimonyOf(desk), term, {
    ...options,
    asOf: dayOrLastChange(desk, asOf),
    ...(since === undefined ? {} : { since: soundDay(since) }),
    ...(sinceAudit === undefined ? {} : { sinceAudit: soundDay(sinceAudit) }),
    ...(releasesOf === undefined ? {} : { releases: releasesTold(desk, releasesOf, term) }),
    notices: noticesOf(desk),
  });
  return { ...timeline, notes };
}

/** What each release loaded tells of the group, oldest first. */
function releasesTold({ view }: Desk, base: KnowledgeBase, group: number): readonly ReleaseUses[] {
  const releases = new Set(base.sources().flatMap(({ release }) => release ?? []));
  return [...releases]
    .toSorted(compareReleases)
    .map((release) =>
      usesInRelease(release, base.view({ release }), view.catalogue, view.catalogue.id(group)),
    );
}
