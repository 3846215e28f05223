import { sum } from '../../text/index.ts';

/** What a column wants, in points. */
export interface ColumnWish {
  /** All on one line. */
  readonly whole: number;
  /** The longest word on one line. */
  readonly word: number;
}

/**
 * Widths of columns that fill `room`, as browsers find them: where everything fits on one line, room left over is shared
 * in proportion; else every column gets its longest word, and those that want more share the rest by how much more they
 * want. Where not even the words fit, the broadest give way first.
 */
export function columnWidths(wishes: readonly ColumnWish[], room: number): readonly number[] {
  const whole = sum(wishes.map((wish) => wish.whole));
  const words = sum(wishes.map((wish) => wish.word));
  if (whole <= room)
    return wishes.map((wish) => (whole === 0 ? room / wishes.length : (wish.whole * room) / whole));
  if (words >= room)
    return levelled(
      wishes.map((wish) => wish.word),
      room,
    );
  const share = (room - words) / (whole - words);
  return wishes.map((wish) => wish.word + (wish.whole - wish.word) * share);
}

/** The same widths, none above a limit that makes them fit. */
function levelled(widths: readonly number[], room: number): readonly number[] {
  let left = room;
  let open = widths.length;
  let limit = room;
  for (const width of widths.toSorted((a, b) => a - b)) {
    limit = left / open;
    if (width > limit) break;
    left -= width;
    open -= 1;
  }
  return widths.map((width) => Math.min(width, limit));
}
