import { light } from '../../threat/index.ts';
import type { Drawing } from '../../render/index.ts';
import { oneLine } from '../../text/index.ts';
import { sayList, sayValue } from './chart-words.ts';
import { drawChart } from './draw-chart.ts';

/** A chart of horizontal bars, one value each. */
export interface BarChart {
  readonly title: string;
  /** From top to bottom. */
  readonly bars: readonly Bar[];
  /** Stands after every value, e.g. `%`. Default none. */
  readonly unit?: string;
  /** Whose the values are: warm is the adversary, blue the defence. Default the adversary’s. */
  readonly side?: 'adversary' | 'defence';
}

/** A bar. */
export interface Bar {
  readonly label: string;
  /** At most 10¹⁵ either way; below zero the bar goes to the left. */
  readonly value: number;
  /** Shown in brackets after the value. */
  readonly detail?: string;
}

/**
 * A chart of horizontal bars as a drawing for a document's figure: labels to the left, values to the right, an axis from
 * zero. Dark on light and of one colour, so that it prints. In text and Markdown its words stand in for it: every bar
 * with its value, the first twenty of many. The same chart gives the same bytes.
 *
 * @throws RangeError where a value is not finite or beyond 10¹⁵ either way
 */
export function barChart({ title, bars, unit = '', side = 'adversary' }: BarChart): Drawing {
  for (const { label, value } of bars) assertDrawable(value, label);
  const said = bars.map(({ label, value, detail }) => {
    const note = `${sayValue(value, unit)}${inBrackets(detail)}`;
    return { label, value, note, words: `${oneLine(label)} ${note}` };
  });
  const description = `${oneLine(title)}: ${sayList(said.map(({ words }) => words)) || 'nothing'}.`;
  const rows = said.map(({ label, value, note, words }) => ({
    label,
    note,
    tip: words,
    pieces: [{ from: 0, to: value, color: COLORS[side] }],
  }));
  return { svg: drawChart({ title, description, rows }), description };
}

const COLORS = { adversary: light('a4'), defence: light('d4') } as const;

function inBrackets(detail = ''): string {
  return oneLine(detail) === '' ? '' : ` (${oneLine(detail)})`;
}

/** Beyond this, numbers can no longer be distinguished, and axes overflow. */
const GREATEST = 1e15;

/** @throws RangeError where a value is not finite or beyond 10¹⁵ */
export function assertDrawable(value: number, label: string): void {
  if (Math.abs(value) <= GREATEST) return;
  throw new RangeError(`The value of “${label}” is ${value}, which no bar can show.`);
}
