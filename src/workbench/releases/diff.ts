import { diffGroup, diffViews, identify } from '../../analysis/index.ts';
import type { DiffAnswer } from '../../answers/index.ts';
import { errorOf } from '../../facts/index.ts';
import { readEvidence } from '../../stix/index.ts';
import { releaseLoaded, type KnowledgeBase, type KnowledgeView } from '../../knowledge/index.ts';
import { typesOf } from '../../threat/index.ts';
import { findOne, type Found } from '../names/find-one.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import type { Answered } from '../use-case.ts';

/** Which part of the releases to compare. */
export interface DiffSearch {
  /** Groups, by id, name or alias in the later release, whose uses are compared. */
  readonly groups?: readonly string[];
  /** Only these series. Default: all of which both releases are loaded. */
  readonly series?: readonly string[] | undefined;
}

/**
 * What the later release has that the earlier one has not, and the other way round.
 *
 * @throws FoeprintError K201 where a release is not loaded, W611 where no series has both, W601–W603 when a name does not lead to a
 *   group of the later one
 */
export function releaseDiff(
  base: KnowledgeBase,
  earlier: string,
  later: string,
  { groups = [], series: asked }: DiffSearch = {},
): Answered<DiffAnswer> {
  const [from, to] = [releaseLoaded(base.sources(), earlier), releaseLoaded(base.sources(), later)];
  const series = seriesOfBoth(base, from, to).filter((name) => asked?.includes(name) ?? true);
  // Reports and cases stand beside both: what only they have is in neither release, though it may bear a number of the later one.
  const select = (release: string) =>
    base.view({ release, seriesOnly: true, ...(series.length === 0 ? {} : { series }) });
  const [before, after] = [select(from), select(to)];
  if (series.length === 0)
    throw errorOf(
      WORKBENCH_ISSUES.nothingInBoth,
      `No series has both ${from} and ${to}${asked === undefined ? '' : ` among ${asked.join(', ')}`}.`,
    );
  const found = groups.map((name) => findGroupIn(base, after, name));
  return {
    answer: {
      from,
      to,
      series,
      ...diffViews(before, after),
      groups: found.map(({ term }) => diffGroup(before, after, term, readEvidence)),
    },
    notes: found.flatMap(({ notes }) => notes),
    restsOn: [...new Set([...before.sources, ...after.sources])],
  };
}

/** A group of a release; by a name that only other sources give, as all that is loaded leads there. */
function findGroupIn(base: KnowledgeBase, release: KnowledgeView, name: string): Found {
  const types = typesOf('group');
  if (identify(release.catalogue, name, types).kind !== 'none') return findOne(release, name, types);
  const view = base.view();
  const { term, notes } = findOne(view, name, types);
  const found = release.catalogue.termOf(view.catalogue.id(term));
  return found === undefined ? findOne(release, name, types) : { term: found, notes };
}

function seriesOfBoth(base: KnowledgeBase, from: string, to: string): readonly string[] {
  const withRelease = (wanted: string) =>
    new Set(
      base
        .sources()
        .flatMap(({ series, release }) => (release === wanted && series !== undefined ? [series] : [])),
    );
  const later = withRelease(to);
  return [...withRelease(from)].filter((series) => later.has(series)).toSorted();
}
