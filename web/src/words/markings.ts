/** Levels of the Traffic Light Protocol, the freest first. */
export const LEVELS = ['clear', 'green', 'amber', 'amber+strict', 'red'] as const;
export type Level = (typeof LEVELS)[number];

/** `TLP:AMBER+STRICT`. */
export function sayLevel(level: string): string {
  return `TLP:${level.toUpperCase()}`;
}

/** Levels that somebody may mark something with: what is marked above a clearance they would not see any more. */
export function levelsUpTo(clearance: string): readonly (readonly [level: Level, words: string])[] {
  const most = LEVELS.findIndex((each) => each === clearance);
  return LEVELS.slice(0, most + 1).map((level) => [level, sayLevel(level)]);
}
