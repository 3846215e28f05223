/**
 * How much of a technique a control answers by the value that a mapping scores it with, where the configuration does not say. The rubric of
 * the Mappings Explorer (center-for-threat-informed-defense.github.io/mappings-explorer/about/scoring) only orders them: `minimal` covers
 * little of what a technique is, `partial` much of it, or late, or unreliably, `significant` most of it and at once. The numbers are a
 * judgement of ours: each step doubles.
 */
export const MAPPING_SCORES: Readonly<Record<string, number>> = {
  minimal: 0.25,
  partial: 0.5,
  significant: 1,
};
