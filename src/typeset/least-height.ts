import type { Block, Content } from '../render/index.ts';
import { HEADINGS } from './heading-look.ts';
import { linesOf } from './line.ts';
import type { Look } from './look.ts';
import { runsOf } from './run.ts';
import { leastFigureHeight } from './set-figure.ts';
import { leastTableHeight } from './set-table.ts';
import { BETWEEN, type Setting } from './setting.ts';

/** Two lines of text, and a little around them. */
export const LEAST = 42;

/** A longer paragraph says something of its own, and may stand apart from what follows. */
const MOST_LEAD_LINES = 3;

/** Whether a block leads to the next, so that a page must not end between them. */
export function leadsOn(block: Block, next: Block | undefined, setting: Setting): boolean {
  if (block.kind === 'heading') return true;
  if (block.kind !== 'paragraph' || next === undefined || !LED_TO.has(next.kind)) return false;
  return linesIn(block.content, setting.look, setting) <= MOST_LEAD_LINES;
}

/** What a short paragraph before it says the meaning of. */
const LED_TO: ReadonlySet<Block['kind']> = new Set(['table', 'list', 'figure', 'code-block']);

/**
 * Height in points of what must stand on one page where these blocks begin: a first line or row or two, a whole drawing;
 * and where a block leads to the next, both.
 */
export function leastHeight(blocks: readonly Block[], setting: Setting): number {
  const [block, ...rest] = blocks;
  if (block === undefined) return 0;
  if (!leadsOn(block, rest[0], setting)) return leastOf(block, setting);
  return heightOf(block, setting) + leastGap(block, rest[0]) + leastHeight(rest, setting);
}

/** Height of a block that leads on: a heading or a short paragraph. */
function heightOf(block: Block, setting: Setting): number {
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return LEAST;
  const look = block.kind === 'heading' ? HEADINGS[block.level].look : setting.look;
  return linesIn(block.content, look, setting) * look.leading;
}

function leastGap(block: Block, next: Block | undefined): number {
  const below = block.kind === 'heading' ? HEADINGS[block.level].below : BETWEEN;
  const above = next?.kind === 'heading' ? HEADINGS[next.level].above : BETWEEN;
  return Math.max(below, above);
}

function leastOf(block: Block, setting: Setting): number {
  if (block.kind === 'table') return leastTableHeight(block, setting);
  if (block.kind === 'figure') return leastFigureHeight(block, setting) + LEAST;
  return LEAST;
}

function linesIn(content: Content, look: Look, { pen, width, within }: Setting): number {
  return linesOf(runsOf(content, look, within, pen), width, pen).length;
}
