import { light, type Gradient } from '../../threat/index.ts';
import { textWidth, wrapToWidth, type Weight } from '../text-width.ts';
import { lookOf, sayScore } from './cell-colors.ts';
import type { CellFrame, Framed, Framing } from './cell-frames.ts';
import type { MatrixColumn, MatrixRow } from './matrix-view.ts';
import { element, firstLines, textLine, tip } from '../svg-elements.ts';

/** Lengths of the drawing, in pixels at its own size. */
export const COLUMN_WIDTH = 162;
export const COLUMN_GAP = 6;
export const HEADER_HEIGHT = 50;
const CELL_GAP = 2;
const INDENT = 12;
const PADDING = 5;
const CELL_FONT = 10.5;
const LINE_HEIGHT = 13;

/** What cells look like. */
export interface CellLooks {
  readonly gradient: Gradient | undefined;
  readonly framing: Framing;
  /** Whether ids stand before names. */
  readonly hasIds: boolean;
}

/** A piece of the drawing and how high it is. */
export interface Drawn {
  readonly svg: string;
  readonly height: number;
}

/** Draws a tactic with its techniques, the upper left corner at (`x`, `y`). */
export function drawColumn(column: MatrixColumn, looks: CellLooks, x: number, y: number): Drawn {
  const parts = [drawHeader(column, x, y)];
  let below = y + HEADER_HEIGHT + CELL_GAP;
  for (const row of column.rows) {
    const { svg, height } = drawRow(
      row,
      looks.framing(row.entry.id, column.tactic.shortName),
      looks,
      x,
      below,
    );
    parts.push(svg);
    below += height + CELL_GAP;
  }
  return { svg: parts.join('\n'), height: below - y };
}

/** How high each row of a column is, with the gap below it. */
export function rowHeights({ rows }: MatrixColumn, looks: CellLooks): readonly number[] {
  return rows.map((row) => drawRow(row, undefined, looks, 0, 0).height + CELL_GAP);
}

function drawHeader({ tactic, marked, total, isContinued }: MatrixColumn, x: number, y: number): string {
  const middle = { x: x + COLUMN_WIDTH / 2, 'text-anchor': 'middle' };
  const lines = firstLines(wrapToWidth(tactic.name, COLUMN_WIDTH - 2 * PADDING, 12.5, 'bold'), 2);
  const first = y + (lines.length === 1 ? 23 : 16);
  return element(
    'g',
    {},
    [
      tip(`${tactic.id} ${tactic.name}`),
      element('rect', { x, y, width: COLUMN_WIDTH, height: HEADER_HEIGHT, rx: 3, fill: light('ink') }),
      ...lines.map((line, index) =>
        textLine(line, { ...middle, y: first + index * 14, class: 'tactic', fill: light('sheet') }),
      ),
      textLine(isContinued === true ? 'continued' : `${marked} of ${total} marked`, {
        ...middle,
        y: y + 43,
        class: 'small',
        fill: light('line'),
      }),
    ].join(''),
  );
}

function drawRow(
  row: MatrixRow,
  framed: Framed | undefined,
  { gradient, hasIds }: CellLooks,
  column: number,
  y: number,
): Drawn {
  const look = lookOf(row.cell, gradient);
  const indent = row.isSubtechnique ? INDENT : 0;
  const x = column + indent;
  const width = COLUMN_WIDTH - indent;
  const note = noteOf(row);
  const isStrong = !row.isSubtechnique && look.kind !== 'unmarked' && look.kind !== 'disabled';
  const weight: Weight = isStrong ? 'bold' : 'regular';
  const noteSpace = note === '' ? 0 : textWidth(note, CELL_FONT, 'bold') + PADDING;
  const name = hasIds ? `${row.entry.id} ${row.entry.name}` : row.entry.name;
  const lines = wrapToWidth(name, width - 2 * PADDING - noteSpace, CELL_FONT, weight);
  const height = lines.length * LINE_HEIGHT + 6;
  const written = { fill: look.text, class: isStrong ? 'technique' : undefined };
  const parts = [
    tip(tooltip(row, framed)),
    frameRect(
      framed?.frame ?? {
        width: 1,
        color: look.kind === 'unmarked' || look.kind === 'disabled' ? light('line') : light('ink-3'),
      },
      { x, y, width, height, fill: look.fill },
    ),
    ...lines.map((line, index) =>
      textLine(line, { x: x + PADDING, y: y + 13 + index * LINE_HEIGHT, ...written }),
    ),
    ...(note === ''
      ? []
      : [
          textLine(note, {
            x: x + width - PADDING,
            y: y + 13,
            'text-anchor': 'end',
            class: 'score',
            fill: look.text,
          }),
        ]),
  ];
  return { svg: element('g', {}, parts.join('')), height };
}

/** A cell with its frame, which is within it. */
export function frameRect(
  { width: stroke, color }: CellFrame,
  { x, y, width, height, fill }: Record<'x' | 'y' | 'width' | 'height', number> & { readonly fill: string },
): string {
  return element('rect', {
    x: x + stroke / 2,
    y: y + stroke / 2,
    width: width - stroke,
    height: height - stroke,
    rx: 2,
    fill,
    stroke: color,
    'stroke-width': stroke === 1 ? undefined : stroke,
  });
}

/** What stands at the right of a cell: the score, a dash for a mark without one, the marks hidden below it. */
function noteOf({ cell, hiddenMarks }: MatrixRow): string {
  const hidden = hiddenMarks === 0 ? '' : `+${hiddenMarks}`;
  if (cell?.enabled === false) return ['off', hidden].join(' ').trim();
  const score = cell?.score === undefined ? '' : sayScore(cell.score);
  return [score, hidden].join(' ').trim();
}

/** Shown when the pointer rests on a cell; long comments are cut. */
function tooltip({ entry, cell, hiddenMarks }: MatrixRow, framed: Framed | undefined): string {
  const score = cell?.score === undefined ? 'no score' : `score ${sayScore(cell.score)}`;
  return [
    `${entry.id} ${entry.name}`,
    ...(cell === undefined ? [] : [cell.enabled ? score : `disabled, ${score}`]),
    ...(framed === undefined ? [] : [`counts ${sayScore(framed.score)} of 100`]),
    ...(hiddenMarks === 0 ? [] : [`${hiddenMarks} marked sub-techniques not shown`]),
    ...(cell === undefined || cell.comment === '' ? [] : [cut(cell.comment)]),
  ].join('\n');
}

const LONGEST_COMMENT = 400;

function cut(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST_COMMENT
    ? text
    : `${characters.slice(0, LONGEST_COMMENT - 1).join('')}…`;
}
