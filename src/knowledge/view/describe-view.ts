import type { Source } from '../../facts/index.ts';
import type { Selection } from '../knowledge-base.ts';
import { effectiveClearance, selectSources, viewKey } from './sources-in-view.ts';
import type { ViewDescription } from './view.ts';

/**
 * What a selection names among the sources that there are. Of clearances that hold back the same all are one, so that what was
 * made for one is there for the others.
 *
 * @throws FoeprintError K201 or K202 where there is no such release or series
 */
export function describeView(sources: readonly Source[], asked: Selection): ViewDescription {
  const { cleared, heldBack } = selectSources(sources, asked);
  const { clearance: wanted, ...rest } = asked;
  const clearance = effectiveClearance([...cleared, ...heldBack], wanted);
  const selection = clearance === undefined ? rest : { ...rest, clearance };
  return { key: viewKey(cleared, selection, heldBack), selection, sources: cleared, heldBack };
}
