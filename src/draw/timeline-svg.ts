import { NO_TACTIC, type Mention, type TimelineAnswer, type TimelineEntry } from '../answers/index.ts';
import { highest, lowest } from '../text/index.ts';
import { light, textOnStep } from '../threat/index.ts';
import { drawFrame, FAINT, INK } from './charts/chart-frame.ts';
import { hatched, HATCH } from './hatch.ts';
import { element, textLine, tip } from './svg-elements.ts';
import { describeChart, describeTimeline } from './timeline-words.ts';
import { usesColor } from './uses-steps.ts';

/** Sizes in CSS pixels. */
const MARGIN = 16;
const LABEL_WIDTH = 160;
const COLUMN = 46;
const ROW = 24;
const BARS = 110;
const HEAD = 64;
const FOOT = 56;

const BAR = light('a4');
const EMPTY = light('sunk');

/**
 * A timeline as a chart: bars for the techniques newly reported each year; under them the same by tactic, and the
 * campaigns by the year in which they were first seen. Numbers stand in the cells, darker is more. A technique that
 * serves several tactics counts in each, so rows add up to more than the bars.
 */
export function timelineSvg(timeline: TimelineAnswer): string {
  const years = yearsShown(timeline);
  const rows = rowsShown(timeline, years);
  const width = Math.max(MARGIN * 2 + LABEL_WIDTH + years.length * COLUMN, 640);
  const height = HEAD + BARS + (rows.length + 2) * ROW + FOOT;
  const title = `Techniques of ${timeline.group.name} by the year of their first report`;
  const left = MARGIN + LABEL_WIDTH;
  return drawFrame(
    {
      width,
      height,
      title,
      description: describeChart(timeline),
    },
    [
      HATCH,
      textLine(title, { x: MARGIN, y: 28, 'font-size': 18, 'font-weight': 'bold', fill: INK }),
      textLine(describeTimeline(timeline), { x: MARGIN, y: 48, 'font-size': 12, fill: FAINT }),
      element('g', { transform: `translate(${left} ${HEAD})` }, bars(timeline, years)),
      element(
        'g',
        { transform: `translate(${left} ${HEAD + BARS + ROW})` },
        [yearLabels(years), grid(rows), campaignRow(timeline, years, rows.length)].join('\n'),
      ),
      ...notes(height),
    ],
  );
}

/** A tactic with the number of techniques newly reported for it in each year shown. */
interface TacticRow {
  readonly tactic: Mention;
  readonly counts: readonly number[];
}

/** Every year between the first and the last report or campaign, so that quiet years show. */
function yearsShown({ years, campaigns }: TimelineAnswer): readonly string[] {
  const named = [
    ...years.map(({ year }) => year),
    ...campaigns.flatMap(({ firstSeen }) => firstSeen?.slice(0, 4) ?? []),
  ].map(Number);
  const first = lowest(named);
  return Array.from({ length: named.length === 0 ? 0 : highest(named) - first + 1 }, (_, index) =>
    String(first + index),
  );
}

function rowsShown({ tactics, years }: TimelineAnswer, shown: readonly string[]): readonly TacticRow[] {
  const entries = new Map(years.map((each) => [each.year, each.entries]));
  return [...tactics, NO_TACTIC]
    .map((tactic) => ({
      tactic,
      counts: shown.map((year) => (entries.get(year) ?? []).filter((entry) => serves(entry, tactic)).length),
    }))
    .filter(({ counts }) => counts.some((number) => number > 0));
}

function serves({ tactics }: TimelineEntry, { id }: Mention): boolean {
  return tactics.length === 0 ? id === NO_TACTIC.id : tactics.includes(id);
}

function bars(timeline: TimelineAnswer, years: readonly string[]): string {
  const entries = years.map((year) => timeline.years.find((each) => each.year === year)?.entries ?? []);
  const unit =
    (BARS - 24) /
    highest(
      entries.map(({ length }) => length),
      1,
    );
  return entries.map((each, column) => bar(each, column, unit)).join('');
}

/** Solid what is reported, hatched on top what rules derive. */
function bar(entries: readonly TimelineEntry[], column: number, unit: number): string {
  if (entries.length === 0) return '';
  const reported = entries.filter(({ use }) => use === 'direct').length;
  const derived = entries.length - reported;
  const place = { x: column * COLUMN + 5, width: COLUMN - 10 };
  const top = BARS - entries.length * unit;
  return [
    reported === 0
      ? ''
      : element('rect', { ...place, y: top + derived * unit, height: reported * unit, fill: BAR }),
    derived === 0 ? '' : hatched({ ...place, y: top, height: derived * unit }),
    inColumn(String(entries.length), column, top - 5, INK),
  ].join('');
}

function yearLabels(years: readonly string[]): string {
  return years.map((year, column) => inColumn(year, column, -8, INK)).join('\n');
}

function grid(rows: readonly TacticRow[]): string {
  return rows
    .flatMap(({ tactic, counts }, row) => [
      rowLabel(tactic.name, row),
      ...counts.map((number, column) => cell(column, row, number, number === 0 ? EMPTY : usesColor(number))),
    ])
    .join('\n');
}

function cell(column: number, row: number, number: number, fill: string): string {
  const box = element('rect', {
    x: column * COLUMN + 1,
    y: row * ROW + 1,
    width: COLUMN - 2,
    height: ROW - 2,
    fill,
  });
  return number === 0 ? box : box + inColumn(String(number), column, baselineOf(row), textOnStep(fill));
}

/** Campaigns by the year first seen: dots, so that they are not taken for techniques. */
function campaignRow({ campaigns }: TimelineAnswer, years: readonly string[], row: number): string {
  const begun = years.map((year) => campaigns.filter(({ firstSeen }) => firstSeen?.startsWith(year)));
  if (begun.every((each) => each.length === 0)) return '';
  const dots = begun.map((each, column) => {
    if (each.length === 0) return '';
    const names = each.map(({ campaign }) => campaign.name).join(', ');
    const place = { cx: column * COLUMN + COLUMN / 2, cy: row * ROW + ROW / 2, r: 10, fill: INK };
    const dot = element('circle', place, tip(names));
    return dot + inColumn(String(each.length), column, baselineOf(row), light('sheet'));
  });
  return rowLabel('Campaigns first seen', row) + dots.join('');
}

function inColumn(text: string, column: number, y: number, fill: string): string {
  const x = column * COLUMN + COLUMN / 2;
  return textLine(text, { x, y, 'text-anchor': 'middle', 'font-size': 12, fill });
}

function rowLabel(name: string, row: number): string {
  return textLine(name, { x: -8, y: baselineOf(row), 'text-anchor': 'end', 'font-size': 12, fill: INK });
}

function baselineOf(row: number): number {
  return row * ROW + ROW / 2 + 4;
}

function notes(height: number): readonly string[] {
  const lines = [
    'A technique stands in the year of the oldest document cited for it; it may have been used before.',
    'One that serves several tactics counts in each of them. Solid: reported of the group; hatched: derived by rules.',
  ];
  return lines.map((line, index) =>
    textLine(line, { x: MARGIN, y: height - FOOT + 22 + index * 16, 'font-size': 11, fill: FAINT }),
  );
}
