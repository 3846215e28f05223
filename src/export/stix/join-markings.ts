import { highest } from '../../text/index.ts';
import { TLP_LEVELS } from '../../threat/index.ts';

/** How strict each marking object of the Traffic Light Protocol is. */
const LEVEL_OF = new Map(
  TLP_LEVELS.flatMap(({ markings }, level) => markings.map((id) => [id, level] as const)),
);

/**
 * Markings of something made from several marked things: all of them, each once, in order of their ids, but of the
 * Traffic Light Protocol's only the strictest, since two levels on one object contradict each other.
 */
export function joinMarkings(markings: readonly string[]): readonly string[] {
  const strictest = highest(markings.map((id) => LEVEL_OF.get(id) ?? -1));
  return [...new Set(markings)].filter((id) => (LEVEL_OF.get(id) ?? strictest) === strictest).toSorted();
}
