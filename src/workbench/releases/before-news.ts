import type { EarlierRun, NewsAnswer } from '../../answers/index.ts';
import { lastChangeIn } from '../../analysis/index.ts';
import { isLoadedReport, type Source } from '../../facts/index.ts';
import type { KnowledgeBase, KnowledgeView } from '../../knowledge/index.ts';
import { compareReleases } from '../../text/index.ts';

/** What news are compared with. */
export interface BeforeNews {
  readonly comparedWith: NewsAnswer['comparedWith'];
  /** Sources that there were not yet, by id. */
  readonly without: readonly string[];
}

/** Which of what is loaded there was before. */
export function beforeNews(
  base: KnowledgeBase,
  view: KnowledgeView,
  {
    since,
    run,
  }: { readonly since?: string | undefined; readonly run?: Pick<EarlierRun, 'knowledge'> | undefined },
): BeforeNews {
  const loaded = base.sources();
  const except = (sources: readonly Source[]): readonly string[] => {
    const there = new Set(sources.map(({ id }) => id));
    return [...new Set(loaded.map(({ id }) => id))].filter((id) => !there.has(id));
  };
  if (run !== undefined) {
    const known = new Set(run.knowledge.map(({ id }) => id));
    return { comparedWith: 'run', without: except(loaded.filter(({ id }) => known.has(id))) };
  }
  if (since === undefined)
    return {
      comparedWith: 'releases',
      without: [...replacing(view.sources, loaded, () => true), ...reportsSince(view.sources)],
    };
  const earlier = loaded.filter(({ loadedAt }) => loadedAt.slice(0, 10) < since);
  if (earlier.length > 0) return { comparedWith: 'loaded', without: except(earlier) };
  const published = (source: Source): string =>
    lastChangeIn(
      base.view({ series: [source.series ?? ''], release: source.release ?? '', seriesOnly: true }),
    ) ?? '';
  return {
    comparedWith: 'published',
    // Clusters of galaxies have no dates: nobody knows when they came out.
    without: replacing(
      view.sources,
      loaded,
      (source) => source.kind !== 'attack' || published(source) < since,
      ({ kind }) => kind === 'attack',
    ),
  };
}

/** Reports that were loaded since the newest release of ATT&CK was: a report has no release before it. */
function reportsSince(inView: readonly Source[]): readonly string[] {
  const newest = inView
    .filter(({ kind }) => kind === 'attack')
    .map(({ loadedAt }) => loadedAt)
    .toSorted()
    .at(-1);
  return inView.filter((each) => isLoadedReport(each) && each.loadedAt >= (newest ?? '')).map(({ id }) => id);
}

/**
 * Sources in view and behind, of each series down to the first earlier release that was there: none of a series where there is no such
 * release, since then nothing is known of what there was before.
 */
function replacing(
  inView: readonly Source[],
  loaded: readonly Source[],
  wasThere: (source: Source) => boolean,
  isAsked: (source: Source) => boolean = () => true,
): readonly string[] {
  return inView.filter(isAsked).flatMap((source) => {
    if (source.series === undefined) return [];
    const older = loaded
      .filter(({ series, release }) => series === source.series && isOlder(release, source.release))
      .toSorted((one, other) => compareReleases(other.release ?? '', one.release ?? ''));
    const found = older.find(wasThere);
    if (found === undefined) return [];
    const newer = loaded.filter(
      ({ series, release }) => series === source.series && isOlder(found.release, release),
    );
    return newer.map(({ id }) => id);
  });
}

function isOlder(one: string | undefined, other: string | undefined): boolean {
  return compareReleases(one ?? '', other ?? '') < 0;
}
