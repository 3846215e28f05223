import { ACTIVITY_PATTERNS } from './activity.ts';
import { MOTIVE_PATTERNS } from './motive.ts';
import { ORIGIN_PATTERNS } from './origin.ts';
import type { ProsePattern } from './pattern.ts';
import { VICTIM_PATTERNS } from './victims/victim-patterns.ts';

/** Every pattern by which facts are read out of prose, by what they read. */
export const PROSE_PATTERNS: Readonly<
  Record<'victims' | 'origin' | 'motive' | 'activity', readonly ProsePattern[]>
> = {
  victims: VICTIM_PATTERNS,
  origin: ORIGIN_PATTERNS,
  motive: MOTIVE_PATTERNS,
  activity: ACTIVITY_PATTERNS,
};
