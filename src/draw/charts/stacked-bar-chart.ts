import { highest, oneLine, sum } from '../../text/index.ts';
import { textOnStep } from '../../threat/index.ts';
import type { Drawing } from '../../render/index.ts';
import { textWidth, wrapToWidth } from '../text-width.ts';
import { element, firstLines, textLine } from '../svg-elements.ts';
import { assertDrawable } from './bar-chart.ts';
import { FAINT, INK } from './chart-frame.ts';
import { sayList, sayValue } from './chart-words.ts';
import { drawChart, type ChartRow, type Legend, type Piece } from './draw-chart.ts';
import { partColor, partLetter } from './part-colors.ts';

/** A chart of horizontal bars, each the sum of the same named parts. */
export interface StackedBarChart {
  readonly title: string;
  /** From left to right; the legend lists them. */
  readonly parts: readonly ChartPart[];
  /** From top to bottom. */
  readonly bars: readonly StackedBar[];
  /** Stands after every sum, e.g. `points`. Default none. */
  readonly unit?: string;
}

/** What a part of each bar stands for. */
export interface ChartPart {
  readonly name: string;
  /** Stands in the legend; may be empty. */
  readonly meaning: string;
}

/** A bar: a value for each part, in their order. Missing ones are 0; those below zero go to the left. */
export interface StackedBar {
  readonly label: string;
  readonly values: readonly number[];
}

/**
 * A chart of sums as a drawing for a document's figure: each bar in pieces, the sum to the right, a legend that says what
 * the pieces are. Every part has a letter beside its colour, written on pieces broad enough, so that the chart can be read
 * without colour. In text and Markdown its words stand in for it: every sum with its parts, the first twenty of many.
 * The same chart gives the same bytes.
 *
 * @throws RangeError where a value is not finite or beyond 10¹⁵ either way, or a bar has more values than there are parts
 */
export function stackedBarChart({ title, parts, bars, unit = '' }: StackedBarChart): Drawing {
  for (const bar of bars) assertSound(bar, parts);
  const rows = bars.map((bar) => rowOf(bar, parts, unit));
  const description = `${oneLine(title)}: ${sayList(rows.map(({ tip }) => tip)) || 'nothing'}.`;
  return { svg: drawChart({ title, description, rows, legend: legendOf(parts) }), description };
}

function assertSound({ label, values }: StackedBar, parts: readonly ChartPart[]): void {
  for (const value of values) assertDrawable(value, label);
  if (values.length > parts.length) {
    throw new RangeError(`“${label}” has ${values.length} values for ${parts.length} parts.`);
  }
}

function rowOf({ label, values }: StackedBar, parts: readonly ChartPart[], unit: string): ChartRow {
  const total = sayValue(sum(values), unit);
  const named = parts.flatMap(({ name }, index) => {
    const value = values[index] ?? 0;
    return value === 0 ? [] : [`${oneLine(name)} ${sayValue(value)}`];
  });
  const tip = `${oneLine(label)} ${total}${named.length === 0 ? '' : ` (${named.join(', ')})`}`;
  return { label, note: total, tip, pieces: piecesOf(values, parts) };
}

/** Pieces side by side from zero: to the right those above it, to the left those below. */
function piecesOf(values: readonly number[], parts: readonly ChartPart[]): readonly Piece[] {
  const ends = { above: 0, below: 0 };
  return values.flatMap((value, index): readonly Piece[] => {
    if (value === 0) return [];
    const side = value > 0 ? 'above' : 'below';
    const from = ends[side];
    ends[side] += value;
    const color = partColor(index);
    const mark = { text: partLetter(index), color: textOnStep(color) };
    const tip = `${parts[index]?.name ?? ''}: ${sayValue(value)}`;
    return [{ from, to: ends[side], color, mark, tip }];
  });
}

const SWATCH = 14;
const LINE = 15;
const FONT = 11;
const BETWEEN = 4;
const TEXT_LEFT = SWATCH + 8;
const TEXT_WIDTH = 580;

/** What the parts are, each beside its colour and letter; what they mean stands in a column of its own. */
function legendOf(parts: readonly ChartPart[]): Legend {
  const names = parts.map(({ name }) => nameLine(oneLine(name)));
  const nameWidth = highest(names.map((name) => textWidth(name, FONT, 'bold'))) + 10;
  const entries = parts.map(({ meaning }, index) => ({
    name: names[index] ?? '',
    lines: wrapToWidth(oneLine(meaning), TEXT_WIDTH - nameWidth, FONT),
  }));
  const heights = entries.map(({ lines }) => lines.length * LINE + BETWEEN);
  const topOf = (index: number): number => sum(heights.slice(0, index));
  return {
    height: topOf(parts.length),
    draw: (x, y) =>
      entries
        .map((entry, index) => drawEntry(entry, index, { x, y: y + topOf(index) }, nameWidth))
        .join('\n'),
  };
}

function nameLine(name: string): string {
  return firstLines(wrapToWidth(name, TEXT_WIDTH / 3, FONT, 'bold'), 1)[0] ?? '';
}

function drawEntry(
  { name, lines }: { readonly name: string; readonly lines: readonly string[] },
  index: number,
  { x, y }: { readonly x: number; readonly y: number },
  nameWidth: number,
): string {
  const color = partColor(index);
  const letter = {
    x: x + SWATCH / 2,
    y: y + SWATCH / 2 + 3.6,
    'text-anchor': 'middle',
    'font-size': 10,
    'font-weight': 'bold',
    fill: textOnStep(color),
  };
  const text = { x: x + TEXT_LEFT, y: y + 11, 'font-size': FONT };
  return [
    element('rect', { x, y, width: SWATCH, height: SWATCH, fill: color }),
    textLine(partLetter(index), letter),
    textLine(name, { ...text, 'font-weight': 'bold', fill: INK }),
    ...lines.map((line, number) =>
      textLine(line, { ...text, x: text.x + nameWidth, y: text.y + number * LINE, fill: FAINT }),
    ),
  ].join('');
}
