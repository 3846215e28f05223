import type { Source } from '../../facts/index.ts';
import type { Selection } from '../knowledge-base.ts';
import { sourcesInView } from './sources-in-view.ts';

/** Whether a source is answered from, and why not. */
export type Standing =
  | 'in-view'
  /** Another release of its series is answered from. */
  | 'other-release'
  /** Its series was not asked for. */
  | 'not-selected'
  /** It is the fictional sample, and there is real knowledge of its kind. */
  | 'sample';

/**
 * How each source stands in a selection, in order of loading. No view is opened for it.
 *
 * @throws FoeprintError K201 or K202, see {@link sourcesInView}
 */
export function standingOf(
  sources: readonly Source[],
  selection: Selection = {},
): readonly (Source & { readonly standing: Standing })[] {
  const inView = new Set(sourcesInView(sources, selection));
  const series = new Set([...inView].map((source) => source.series));
  return sources.map((source) => ({ ...source, standing: standing(source) }));

  function standing(source: Source): Standing {
    if (inView.has(source)) return 'in-view';
    if (series.has(source.series)) return 'other-release';
    return selection.series?.includes(source.series ?? '') === false ? 'not-selected' : 'sample';
  }
}
