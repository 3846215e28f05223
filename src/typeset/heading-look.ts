import type { Heading } from '../render/index.ts';
import { LOOKS, type Look } from './look.ts';
import type { Part } from './part.ts';

/** How headings look, by their level, and the distances around them in points. */
export const HEADINGS = {
  2: { look: LOOKS.heading2, type: 'H2', above: 24, below: 6 },
  3: { look: LOOKS.heading3, type: 'H3', above: 16, below: 4 },
  4: { look: LOOKS.heading4, type: 'H4', above: 12, below: 3 },
} as const satisfies Readonly<
  Record<Heading['level'], { look: Look; type: Part['type']; above: number; below: number }>
>;
