import { textWidth, wrapToWidth } from '../text-width.ts';
import { highest, oneLine, sum } from '../../text/index.ts';
import { light } from '../../threat/index.ts';
import { element, firstLines, textLine, tip } from '../svg-elements.ts';
import { axisFor, type Axis } from './axis.ts';
import { drawFrame, FAINT, INK } from './chart-frame.ts';
import { sayValue } from './chart-words.ts';

/** Sizes in CSS pixels. The whole is as wide as a page of text, so that a printed chart is not made smaller. */
const WIDTH = 640;
const MARGIN = 16;
const FONT = 12;
const LINE = 15;
const BAR = 16;
const BETWEEN_ROWS = 8;
const GAP = 8;
const BROADEST_LABEL = 190;
const BROADEST_NOTE = 200;
const MOST_LABEL_LINES = 2;

const GRID = light('line');
const ZERO = light('ink-3');

/** A row of a chart: a bar in one or more pieces. */
export interface ChartRow {
  readonly label: string;
  /** Stands to the right of the bar. */
  readonly note: string;
  /** Shown when the pointer rests on the row. */
  readonly tip: string;
  /** From the left; a piece may begin where another ends. */
  readonly pieces: readonly Piece[];
}

/** A piece of a bar, in the units of the chart. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly color: string;
  /** What is written on it where it is broad enough. */
  readonly mark?: { readonly text: string; readonly color: string };
  readonly tip?: string;
}

/** What stands under the axis, as markup at the origin. */
export interface Legend {
  readonly height: number;
  readonly draw: (x: number, y: number) => string;
}

/** A chart of horizontal bars, before it is drawn. */
export interface Chart {
  readonly title: string;
  /** What it shows, in words; for those who cannot see it. */
  readonly description: string;
  readonly rows: readonly ChartRow[];
  readonly legend?: Legend;
}

/** Draws a chart: title, labels to the left, bars over a grid, notes to the right, the axis, the legend. */
export function drawChart(chart: Chart): string {
  const rows = chart.rows.map(laidOut);
  const axis = axisFor(chart.rows.flatMap(({ pieces }) => pieces.flatMap(({ from, to }) => [from, to])));
  const titles = wrapToWidth(oneLine(chart.title), WIDTH - 2 * MARGIN, TITLE, 'bold');
  const top = MARGIN + titles.length * TITLE_LINE + GAP;
  const heights = rows.map((row) => row.height);
  const bottom = top + sum(heights);
  const height = bottom + AXIS + (chart.legend === undefined ? 0 : chart.legend.height + GAP) + MARGIN / 2;
  const left =
    MARGIN +
    GAP +
    highest(
      rows.map(({ labelWidth }) => labelWidth),
      0,
    );
  const right =
    WIDTH -
    MARGIN -
    GAP -
    highest(
      rows.map(({ noteWidth }) => noteWidth),
      0,
    );
  const place = placing(axis, left, right);
  return drawFrame(
    {
      width: WIDTH,
      height,
      title: oneLine(chart.title),
      description: oneLine(chart.description),
      text: { 'font-family': 'Arial, "Liberation Sans", Helvetica, sans-serif', 'font-size': FONT },
    },
    [
      ...titles.map((line, index) => titleLine(line, index)),
      grid(axis, place, top - GAP / 2, bottom),
      ...rows.map((row, index) => drawRow(row, top + sum(heights.slice(0, index)), left, right, place)),
      ...(chart.legend === undefined ? [] : [chart.legend.draw(MARGIN, bottom + AXIS + GAP)]),
    ],
  );
}

const TITLE = 16;
const TITLE_LINE = 21;
/** Room for the numbers under the axis. */
const AXIS = 22;

/** Where a value is, in pixels from the left. */
type Placing = (value: number) => number;

function placing({ minimum, maximum }: Axis, left: number, right: number): Placing {
  return (value) => left + ((value - minimum) / (maximum - minimum)) * (right - left);
}

function titleLine(line: string, index: number): string {
  const y = MARGIN + TITLE + index * TITLE_LINE - 2;
  return textLine(line, { x: MARGIN, y, 'font-size': TITLE, 'font-weight': 'bold', fill: INK });
}

interface LaidOutRow extends ChartRow {
  readonly labelLines: readonly string[];
  readonly labelWidth: number;
  readonly noteLine: string;
  readonly noteWidth: number;
  readonly height: number;
}

function laidOut(row: ChartRow): LaidOutRow {
  const labelLines = firstLines(wrapToWidth(oneLine(row.label), BROADEST_LABEL, FONT), MOST_LABEL_LINES);
  const [noteLine = ''] = firstLines(wrapToWidth(oneLine(row.note), BROADEST_NOTE, FONT), 1);
  return {
    ...row,
    labelLines,
    labelWidth: highest(labelLines.map((line) => textWidth(line, FONT))),
    noteLine,
    noteWidth: textWidth(noteLine, FONT),
    height: Math.max(BAR, labelLines.length * LINE) + BETWEEN_ROWS,
  };
}

function grid({ marks }: Axis, place: Placing, top: number, bottom: number): string {
  return marks
    .flatMap((mark) => [
      element('path', {
        d: `M${place(mark).toFixed(2)} ${top}V${bottom}`,
        stroke: mark === 0 ? ZERO : GRID,
        'stroke-width': 1,
      }),
      textLine(sayValue(mark), {
        x: place(mark),
        y: bottom + 15,
        'text-anchor': 'middle',
        'font-size': 11,
        fill: FAINT,
      }),
    ])
    .join('\n');
}

function drawRow(row: LaidOutRow, top: number, left: number, right: number, place: Placing): string {
  const middle = top + row.height / 2;
  const labelTop = middle - ((row.labelLines.length - 1) * LINE) / 2 + FONT * 0.36;
  return element(
    'g',
    {},
    [
      tip(oneLine(row.tip)),
      ...row.labelLines.map((line, index) =>
        textLine(line, { x: left - GAP, y: labelTop + index * LINE, 'text-anchor': 'end', fill: INK }),
      ),
      ...row.pieces.map((piece) => drawPiece(piece, middle - BAR / 2, place)),
      textLine(row.noteLine, { x: right + GAP, y: middle + FONT * 0.36, fill: INK }),
    ].join('\n'),
  );
}

/** A piece with a white edge, so that neighbours are apart in grey too. */
function drawPiece({ from, to, color, mark, tip: words }: Piece, top: number, place: Placing): string {
  const x = Math.min(place(from), place(to));
  const width = Math.abs(place(to) - place(from));
  if (width === 0) return '';
  const bar = element(
    'rect',
    { x, y: top, width, height: BAR, fill: color, stroke: light('sheet'), 'stroke-width': 0.75 },
    words === undefined ? '' : tip(oneLine(words)),
  );
  if (mark === undefined || textWidth(mark.text, 10, 'bold') + 2 > width) return bar;
  const place10 = { x: x + width / 2, y: top + BAR / 2 + 3.6, 'text-anchor': 'middle' };
  return bar + textLine(mark.text, { ...place10, 'font-size': 10, 'font-weight': 'bold', fill: mark.color });
}
