import { loadedTarget, type ReleaseTarget } from '../../analysis/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import { releasesLoaded, type KnowledgeView } from '../../knowledge/index.ts';
import { releaseMeant } from '../../text/index.ts';

/** The release in view as a target, where an older one is asked about by what the newest loaded knows of its ids. */
export function targetInView(
  { base, view }: Pick<Knowledge['view'], 'base' | 'view'>,
  release?: string,
): ReleaseTarget {
  return release === undefined
    ? viewAsTarget(view)
    : loadedTarget(base.view(), view, releaseMeant(release, releasesLoaded(base.sources())) ?? release);
}

/** The release in view as a target; knows only the revocations in that release itself. */
export function viewAsTarget(view: KnowledgeView): ReleaseTarget {
  const release = view.sources.find(({ series }) => series === 'enterprise-attack')?.release;
  return loadedTarget(view, view, release ?? view.sources.find((source) => source.release)?.release ?? '');
}
