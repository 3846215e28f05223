import { errorOf } from '../../facts/index.ts';
import { organisationNamed, type FactorWeights, type VictimEvent } from '../../threat/index.ts';
import type { Desk } from '../../desk/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { rankFor } from './threats.ts';

/** The ranking for one event. */
export interface RankedEvent {
  readonly id: string;
  /** All live groups, the likeliest concern first. */
  readonly ranked: readonly { readonly group: string; readonly score: number }[];
  /** What was not as asked, e.g. names in `hide` that stand for nothing in view; absent where there is nothing to say. */
  readonly notes?: readonly string[];
}

/** Digits kept of a score: more would only be noise of the last bit. */
const DIGITS = 6;

/**
 * Ranks groups for a victim known by country and sector alone, using nothing published after its date and nothing
 * from the sources that it hides.
 *
 * @param desk what to answer from: the release that the event asks for must be in view
 * @throws FoeprintError W613 where it is not
 */
export function rankEvent(desk: Desk, event: VictimEvent, weights?: FactorWeights): RankedEvent {
  const { id, release, date, hide, countries, regions, sectors } = event;
  const releases = desk.view.sources.map((source) => source.release);
  if (release !== undefined && !releases.includes(release))
    throw errorOf(
      WORKBENCH_ISSUES.releaseNotLoaded,
      `“${id}” asks for ATT&CK ${release}, which is not loaded.`,
    );
  const victim = { ...organisationNamed(id), countries, regions, sectors };
  const { ranked, notes } = rankFor(desk, victim, { asOf: date, hide, weights });
  return {
    id,
    ranked: ranked.groups.map(({ group, score }) => ({
      group: desk.view.catalogue.label(group) || desk.view.catalogue.id(group),
      score: Number(score.toFixed(DIGITS)),
    })),
    ...(notes.length === 0 ? {} : { notes }),
  };
}
