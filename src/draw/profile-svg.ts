import type { ProfileAnswer, ProfiledTechnique } from '../answers/index.ts';
import type { Drawing } from '../render/index.ts';
import { groupedBy, highest, oneLine } from '../text/index.ts';
import { light } from '../threat/index.ts';
import { drawFrame, FAINT, INK } from './charts/chart-frame.ts';
import { hatched, HATCH } from './hatch.ts';
import { element, textLine, tip } from './svg-elements.ts';

/** Sizes in CSS pixels. */
const WIDTH = 760;
const GAP = 3;
const WIDEST = 92;
/** Names of tactics lean to the right, beyond the last column. */
const RIGHT = 44;
const HEAD = 72;
const CELL = 13;
const FONT = 8;
const FOOT = 20;
const BARS = 40;
const BAR_WIDTH = 30;
/** Cells of a column before the rest is only counted: so many leave room for words on the same sheet. */
const MOST = 12;

/** Warm, since adversaries did it. */
const REPORTED = light('a3');
const BAR = light('a4');

type YearBar = ProfileAnswer['brief']['activity']['years'][number];

/**
 * A group in one picture: reports by year as bars, and under each tactic the techniques, those that have sub-techniques as one with how
 * many of these are used.
 */
export function profileDrawing(profile: ProfileAnswer): Drawing {
  const years = everyYear(profile.brief.activity.years);
  const columns = columnsOf(profile);
  const top = years.length === 0 ? 0 : BARS + 26;
  const rows = highest(
    columns.map(({ cells }) => Math.min(cells.length, MOST + 1)),
    0,
  );
  const width = Math.min(WIDEST, (WIDTH - RIGHT + GAP) / Math.max(1, columns.length) - GAP);
  const below = top + HEAD + rows * CELL;
  const described = describe(profile);
  const svg = drawFrame(
    {
      width: WIDTH,
      height: below + FOOT,
      title: `${oneLine(profile.group.name)} in short`,
      description: described,
    },
    [
      HATCH,
      ...bars(years),
      ...columns.map((column, place) => drawColumn(column, place * (width + GAP), top + HEAD, width)),
      legend(below + 7),
    ],
  );
  return { svg, description: [sparkline(years), described].filter((part) => part !== '').join(' ') };
}

/** Years between the first and the last with none, so that quiet ones show. */
function everyYear(years: readonly YearBar[]): readonly YearBar[] {
  const [first, last] = [years[0], years.at(-1)].map((each) => Number(each?.year));
  if (first === undefined || last === undefined || Number.isNaN(first)) return [];
  const known = new Map(years.map(({ year, reports }) => [year, reports]));
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = String(first + index);
    return { year, reports: known.get(year) ?? 0 };
  });
}

function bars(years: readonly YearBar[]): readonly string[] {
  if (years.length === 0) return [];
  const most = highest(years.map(({ reports }) => reports));
  const step = Math.min(BAR_WIDTH, (WIDTH - 110) / years.length);
  return [
    textLine('Reports by year', { x: 0, y: BARS + 4, 'font-size': 10, fill: INK }),
    ...years.flatMap(({ year, reports }, place) => {
      const x = 104 + place * step;
      const height = (reports / most) * (BARS - 14);
      const middle = { x: x + step / 2, 'text-anchor': 'middle', 'font-size': FONT };
      return [
        element('rect', { x, y: BARS + 3.5, width: step - 2, height: 0.5, fill: FAINT }),
        ...(reports === 0
          ? []
          : [
              element('rect', { x, y: BARS + 4 - height, width: step - 2, height, fill: BAR }),
              textLine(String(reports), { ...middle, y: BARS - height, fill: INK }),
            ]),
        // Where bars are narrow, years would run into each other.
        ...(step >= 22 || place % 2 === 0
          ? [textLine(step >= 22 ? year : `’${year.slice(2)}`, { ...middle, y: BARS + 15, fill: FAINT })]
          : []),
      ];
    }),
  ];
}

const LEVELS = '▁▂▃▄▅▆▇█';

/** The same bars in a line of text: `Reports by year: 2014 ▃█ 2015, most in 2015 (9).` */
function sparkline(years: readonly YearBar[]): string {
  const most = highest(
    years.map(({ reports }) => reports),
    1,
  );
  const drawn = years.map(({ reports }) =>
    reports === 0 ? '·' : LEVELS.charAt(Math.ceil((reports / most) * 8) - 1),
  );
  const peak = years.find(({ reports }) => reports === most);
  if (peak === undefined || years.length === 1) return '';
  return `Reports by year: ${years[0]?.year} ${drawn.join('')} ${years.at(-1)?.year}, most in ${peak.year} (${peak.reports}).`;
}

interface Column {
  readonly tactic: string;
  readonly cells: readonly Cell[];
}

/** A technique with all of its sub-techniques. */
interface Cell {
  readonly label: string;
  readonly isReported: boolean;
  readonly used: readonly ProfiledTechnique[];
  readonly subtechniques: number;
}

function columnsOf({ tactics, techniques }: ProfileAnswer): readonly Column[] {
  const byId = new Map(techniques.map((each) => [each.technique.id, each]));
  return tactics.map(({ tactic, techniques: ids }) => {
    const here = ids.flatMap((id) => byId.get(id) ?? []);
    const cells = [...groupedBy(here, ({ technique }) => parentLabel(technique.label || technique.name))].map(
      ([label, used]) => ({
        label,
        used,
        isReported: used.some(({ use }) => use === 'direct'),
        subtechniques: used.filter(({ technique }) => technique.label !== label && technique.label !== '')
          .length,
      }),
    );
    return {
      tactic: tactic.name,
      cells: cells.toSorted((one, other) => Number(other.isReported) - Number(one.isReported)),
    };
  });
}

/** `T1059` of `T1059.001`. */
function parentLabel(label: string): string {
  return /^(T\d+)\.\d+$/u.exec(label)?.[1] ?? label;
}

function drawColumn({ tactic, cells }: Column, x: number, y: number, width: number): string {
  const more = cells.length - MOST;
  return [
    textLine(oneLine(tactic), {
      transform: `translate(${(x + 8).toFixed(1)} ${y - 6}) rotate(-38)`,
      'font-size': 9.5,
      fill: INK,
    }),
    element('rect', { x, y: y - 3, width, height: 1.2, fill: INK }),
    ...cells.slice(0, MOST).map((cell, place) => drawCell(cell, x, y + place * CELL, width)),
    ...(more > 0
      ? [textLine(`+ ${more}`, { x, y: y + MOST * CELL + 10, 'font-size': FONT, fill: FAINT })]
      : []),
  ].join('\n');
}

function drawCell(
  { label, isReported, used, subtechniques }: Cell,
  x: number,
  y: number,
  width: number,
): string {
  const names = used.map(
    ({ technique, use }) => `${technique.label} ${technique.name}${use === 'derived' ? ' (derived)' : ''}`,
  );
  const written = `${label.length > 12 ? `${label.slice(0, 11)}…` : label}${subtechniques === 0 ? '' : ` · ${subtechniques}`}`;
  return element(
    'g',
    {},
    [
      tip(oneLine(names.join('; '))),
      box({ x, y, width, height: CELL - 2 }, isReported),
      textLine(oneLine(written), {
        x: x + width / 2,
        y: y + 8.4,
        'font-size': 7.4,
        'text-anchor': 'middle',
        fill: INK,
      }),
    ].join(''),
  );
}

/** Solid where a source reports it, hatched where only rules derive it. */
function box(place: Parameters<typeof hatched>[0], isReported: boolean): string {
  const { x, width } = place;
  return isReported
    ? element('rect', { ...place, x: x + 0.5, width: width - 1, fill: REPORTED })
    : hatched(place);
}

function legend(y: number): string {
  const key = (label: string, isReported: boolean, x: number): string =>
    box({ x, y, width: 17, height: 9 }, isReported) +
    textLine(label, { x: x + 21, y: y + 8, 'font-size': 9, fill: FAINT });
  return [
    key('reported', true, 0),
    key('only derived', false, 90),
    textLine('T1059 · 3: three of its sub-techniques', { x: 190, y: y + 8, 'font-size': 9, fill: FAINT }),
  ].join('\n');
}

/** Tactics named in the description. */
const NAMED = 4;

function describe({ tactics }: ProfileAnswer): string {
  const most = tactics
    .toSorted((one, other) => other.techniques.length - one.techniques.length)
    .slice(0, NAMED)
    .map(({ tactic, techniques }) => `${oneLine(tactic.name)} (${techniques.length})`);
  return most.length === 0
    ? ''
    : `Techniques by tactic, most first: ${most.join(', ')}${tactics.length > NAMED ? ' …' : ''}.`;
}
