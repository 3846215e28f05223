import { highest, sum } from '../../text/index.ts';
import { COLUMN_GAP, COLUMN_WIDTH, HEADER_HEIGHT, rowHeights, type CellLooks } from './draw-matrix.ts';
import type { MatrixColumn } from './matrix-view.ts';

/** What is drawn for a page of landscape, in pixels: a slide of 16:9, or A4 within its margins. */
export const PAGES = {
  slide: { width: 1920, height: 1080 },
  a4: { width: 1920, height: 1330 },
} as const;

/** Its name. */
export type PageName = keyof typeof PAGES;

/** Height of title, legend and notices, roughly: they depend on how broad the drawing is. */
const AROUND = 190;

/** Between a tactic and the next one below it. */
export const STACK_GAP = 10;

/** Heights of columns that are tried. */
const TRIED = 80;

interface Stack {
  readonly parts: MatrixColumn[];
  height: number;
}

/**
 * Tactics in columns, as the page shows them largest: short ones stand below each other, long ones go on in the next column. They keep
 * their order, down and then to the right.
 */
export function slideColumns(
  columns: readonly MatrixColumn[],
  looks: CellLooks,
  page: PageName,
): readonly (readonly MatrixColumn[])[] {
  const measured = columns.map((column) => ({ column, heights: rowHeights(column, looks) }));
  const total = sum(measured.map(({ heights }) => sum(heights) + HEADER_HEIGHT + STACK_GAP));
  const least =
    HEADER_HEIGHT +
    highest(
      measured.flatMap(({ heights }) => heights),
      0,
    );
  let [best, size]: [readonly Stack[], number] = [[], 0];
  for (let step = 0; step <= TRIED; step += 1) {
    const stacks = stackedTo(least + ((total - least) * step * step) / (TRIED * TRIED), measured);
    const width = stacks.length * (COLUMN_WIDTH + COLUMN_GAP);
    const height =
      AROUND +
      highest(
        stacks.map((stack) => stack.height),
        0,
      );
    const scale = Math.min(PAGES[page].width / width, PAGES[page].height / height);
    if (scale > size) [best, size] = [stacks, scale];
  }
  return best.map(({ parts }) => parts);
}

interface Measured {
  readonly column: MatrixColumn;
  readonly heights: readonly number[];
}

function stackedTo(limit: number, measured: readonly Measured[]): readonly Stack[] {
  const stacks: Stack[] = [];
  for (const { column, heights } of measured) {
    const whole = HEADER_HEIGHT + sum(heights);
    const last = stacks.at(-1);
    // A tactic that fits into a column of its own is not broken.
    const goesBelow = last !== undefined && last.height + STACK_GAP + whole <= limit;
    let stack = goesBelow ? last : undefined;
    let rows: MatrixColumn['rows'][number][] = [];
    for (const [index, row] of column.rows.entries()) {
      const height = heights[index] ?? 0;
      if (stack === undefined || (rows.length > 0 && stack.height + height > limit)) {
        stack = { parts: [], height: -STACK_GAP };
        stacks.push(stack);
        rows = [];
      }
      if (rows.length === 0) {
        stack.parts.push({ ...column, rows, ...(index === 0 ? {} : { isContinued: true }) });
        stack.height += STACK_GAP + HEADER_HEIGHT;
      }
      rows.push(row);
      stack.height += height;
    }
  }
  return stacks;
}
