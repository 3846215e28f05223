import { lowest } from '../text/index.ts';

/** Levels of the Traffic Light Protocol, version 2.0 (FIRST), from the freest to the strictest. */
export const MARKING_LEVELS = ['clear', 'green', 'amber', 'amber+strict', 'red'] as const;
/** A level of the Traffic Light Protocol. */
export type MarkingLevel = (typeof MARKING_LEVELS)[number];

/** How strict a level is, so that levels can be compared: 0 for what bears no marking, then 1 … 5. */
export function strictness(level: MarkingLevel | undefined): number {
  return level === undefined ? 0 : MARKING_LEVELS.indexOf(level) + 1;
}

/** The level of a strictness; undefined for 0, what bears no marking. */
export function levelOfStrictness(code: number): MarkingLevel | undefined {
  return MARKING_LEVELS[code - 1];
}

/** Whether who is cleared up to a level may see what bears another. No clearance means that nothing is held back. */
export function isCleared(level: MarkingLevel | undefined, clearance: MarkingLevel | undefined): boolean {
  return clearance === undefined || strictness(level) <= strictness(clearance);
}

/** The strictest of several levels; undefined where there is none. */
export function strictestLevel(levels: Iterable<MarkingLevel | undefined>): MarkingLevel | undefined {
  let strictest = 0;
  for (const level of levels) strictest = Math.max(strictest, strictness(level));
  return levelOfStrictness(strictest);
}

/** The freest of several levels; undefined where one bears no marking, or there is none. */
export function freestLevel(levels: readonly (MarkingLevel | undefined)[]): MarkingLevel | undefined {
  return levelOfStrictness(levels.length === 0 ? 0 : lowest(levels.map(strictness)));
}

/** A level as people write it: `TLP:AMBER`. */
export function sayLevel(level: MarkingLevel): string {
  return `TLP:${level.toUpperCase()}`;
}
