import { displayWidth, highest, sum } from '../../text/index.ts';
import { lineWidth, span, type Line, type Span } from './style.ts';
import { wrap } from './wrap.ts';

type Cell = readonly Span[];
export type Alignment = 'left' | 'right' | 'center';

const GAP = 2;
/** No column is made narrower than this, even where the table then runs over. */
const NARROWEST = 8;
/** Words up to this width are not broken while another column can give way. */
const LONGEST_WHOLE = 28;

/**
 * A table of wrapped cells, two spaces between columns and a line under the heads. Where the columns want more
 * than the width, the widest give way first, and words are broken last.
 */
export function tableLines(
  heads: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  alignments: readonly Alignment[],
  width: number,
): readonly Line[] {
  const columns = heads.map((head, column) => [head, ...rows.map((row) => row[column] ?? [])]);
  const wanted = columns.map((cells) => highest(cells.map(lineWidth)));
  const words = columns.map(longestWord);
  const widths = fitted(wanted, words, width - GAP * (heads.length - 1));
  const rule = [span(widths.map((size) => '─'.repeat(size)).join(' '.repeat(GAP)), 'muted')];
  const layOut = (row: readonly Cell[]): readonly Line[] => rowLines(row, widths, alignments);
  return [...layOut(heads), rule, ...rows.flatMap(layOut)];
}

/** Takes room from the widest columns until the sum fits, as far as their longest words allow; then beyond that. */
function fitted(wanted: readonly number[], words: readonly number[], room: number): readonly number[] {
  const whole = shrunk(wanted, words, room);
  const least = whole.map(() => NARROWEST);
  return shrunk(whole, least, room);
}

function shrunk(wanted: readonly number[], least: readonly number[], room: number): readonly number[] {
  const widths = [...wanted];
  let over = sum(widths) - room;
  while (over > 0) {
    const open = widths.filter((size, column) => size > (least[column] ?? 0));
    if (open.length === 0) break;
    const widest = highest(open);
    const column = widths.findIndex((size, index) => size === widest && size > (least[index] ?? 0));
    const others = open.filter((size) => size !== widest);
    const cut = Math.min(over, Math.max(1, widest - highest(others, least[column] ?? 0)));
    widths[column] = widest - cut;
    over -= cut;
  }
  return widths;
}

/** Width of the longest word of a column that is to stay on one line: names and ids do, addresses need not. */
function longestWord(cells: readonly Cell[]): number {
  const words = cells.flat().flatMap(({ text }) => text.split(/\s+/u));
  const whole = words.map(displayWidth).filter((size) => size <= LONGEST_WHOLE);
  return highest(whole, NARROWEST);
}

function rowLines(
  row: readonly Cell[],
  widths: readonly number[],
  alignments: readonly Alignment[],
): readonly Line[] {
  const wrapped = row.map((cell, column) => wrap(cell, widths[column] ?? NARROWEST));
  const height = highest(wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped.flatMap((lines, column) => {
      const cell = padded(lines[line] ?? [], widths[column] ?? NARROWEST, alignments[column] ?? 'left');
      return column === 0 ? cell : [span(' '.repeat(GAP))].concat(cell);
    }),
  );
}

function padded(line: Line, width: number, alignment: Alignment): Line {
  const free = Math.max(0, width - lineWidth(line));
  const before = { left: 0, right: free, center: Math.floor(free / 2) }[alignment];
  return [span(' '.repeat(before)), ...line, span(' '.repeat(free - before))];
}
