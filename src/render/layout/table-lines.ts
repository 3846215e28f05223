import { highest, sum } from '../../text/index.ts';
import { lineWidth, span, type Line, type Span } from './style.ts';
import { partsOf, wordsOf, wrap, wrapWithin } from './wrap.ts';

type Cell = readonly Span[];
export type Alignment = 'left' | 'right' | 'center';

const GAP = 2;
/** Words up to this width are not broken while another column can give way. */
const LONGEST_WHOLE = 28;
/** Words up to this width, ids and days among them, are not broken after a sign within them either. */
const NEVER_BROKEN = 12;

/**
 * A table of wrapped cells, two spaces between columns and a line under the heads. Where the columns want more than the width, the widest
 * give way first, and long words are broken last, after a sign within them.
 *
 * @param isRoomy whether no word may be broken, and in more than two columns no cell: addresses would leave the others little
 * @returns undefined where that is not room enough: the rows are for {@link rowsAsLists}
 */
export function tableLines(
  heads: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  alignments: readonly Alignment[],
  width: number,
  isRoomy = false,
): readonly Line[] | undefined {
  const columns = heads.map((head, column) => [head, ...rows.map((row) => row[column] ?? [])]);
  const wanted = columns.map((cells) => highest(cells.map(lineWidth)));
  const least = (longestWhole: number): readonly number[] =>
    columns.map((cells, column) => longestPart(cells, alignments[column] === 'right', longestWhole));
  const room = width - GAP * (heads.length - 1);
  const narrowest = least(NEVER_BROKEN);
  if (sum(narrowest) > room) return undefined;
  if (isRoomy && sum(heads.length > 2 ? wanted : least(Infinity)) > room) return undefined;
  const widths = shrunk(shrunk(wanted, least(LONGEST_WHOLE), room), narrowest, room);
  const rule = [span(widths.map((size) => '─'.repeat(size)).join(' '.repeat(GAP)), 'muted')];
  const layOut = (row: readonly Cell[]): readonly Line[] => rowLines(row, widths, alignments);
  return [...layOut(heads), rule, ...rows.flatMap(layOut)];
}

/** Rows as lists: of each its first cell, and under it all others that say something, each after its head. */
export function rowsAsLists(
  heads: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  width: number,
): readonly Line[] {
  return rows.flatMap((row) => listed(heads, row, width));
}

function listed(heads: readonly Cell[], row: readonly Cell[], width: number): readonly Line[] {
  return row.flatMap((cell, column) => {
    if (lineWidth(cell) === 0) return [];
    const [indent, hanging] = column === 0 ? ['', GAP] : [' '.repeat(GAP), 2 * GAP];
    const label = (heads[column] ?? []).map(({ text }) => text).join('');
    const before = label === '' ? [] : [span(`${label}:`, 'muted'), span(' ')];
    return wrapWithin([...before, ...cell], width, indent, ' '.repeat(hanging));
  });
}

/** Takes room from the widest columns until the sum fits, or none has more than the least. */
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

/** Width of the longest word, or part of one that is longer than what stays whole; numbers keep with what they count. */
function longestPart(
  [head = [], ...cells]: readonly Cell[],
  isNumbers: boolean,
  longestWhole: number,
): number {
  const parts = (cell: Cell): readonly number[] =>
    wordsOf(cell)
      .flatMap((word) => (lineWidth(word) <= longestWhole ? [word] : partsOf(word)))
      .map(lineWidth);
  const sizes = isNumbers ? cells.map(lineWidth) : cells.flatMap(parts);
  return highest([...sizes, ...parts(head)], 1);
}

function rowLines(
  row: readonly Cell[],
  widths: readonly number[],
  alignments: readonly Alignment[],
): readonly Line[] {
  const wrapped = row.map((cell, column) => wrap(cell, widths[column] ?? 0));
  const height = highest(wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped.flatMap((lines, column) => {
      const cell = padded(lines[line] ?? [], widths[column] ?? 0, alignments[column] ?? 'left');
      return column === 0 ? cell : [span(' '.repeat(GAP))].concat(cell);
    }),
  );
}

function padded(line: Line, width: number, alignment: Alignment): Line {
  const free = Math.max(0, width - lineWidth(line));
  const before = { left: 0, right: free, center: Math.floor(free / 2) }[alignment];
  return [span(' '.repeat(before)), ...line, span(' '.repeat(free - before))];
}
