/**
 * The Traffic Light Protocol's levels, from the freest: the marking objects that STIX 2.1 (section 7.2.1.4) and the
 * OASIS TLP 2.0 extension define. `white` became `clear`.
 */
const TLP_LEVELS: readonly (readonly string[])[] = [
  [
    'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9',
    'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  ],
  [
    'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da',
    'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  ],
  [
    'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82',
    'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  ],
  ['marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003'],
  [
    'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed',
    'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
  ],
];

const LEVEL_OF = new Map(TLP_LEVELS.flatMap((ids, level) => ids.map((id) => [id, level] as const)));

/**
 * Markings of something made from several marked things: all of them, each once, in order of their ids, but of the
 * Traffic Light Protocol's only the strictest, since two levels on one object contradict each other.
 */
export function joinMarkings(markings: readonly string[]): readonly string[] {
  const strictest = Math.max(-1, ...markings.map((id) => LEVEL_OF.get(id) ?? -1));
  return [...new Set(markings)].filter((id) => (LEVEL_OF.get(id) ?? strictest) === strictest).toSorted();
}
