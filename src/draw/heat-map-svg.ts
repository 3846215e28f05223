import { light, steps, textOnStep } from '../threat/index.ts';
import { drawFrame, FAINT, INK } from './charts/chart-frame.ts';
import { element, textLine } from './svg-elements.ts';
import { wrapToWidth } from './text-width.ts';

/** What is shown of some things that are compared with each other. */
export interface HeatMap {
  readonly title: string;
  /** What was compared with what. */
  readonly lead: string;
  /** What it shows, in words. */
  readonly description: string;
  /** Of the things, in the order to show. */
  readonly names: readonly string[];
  /** How alike each is to each, 0 … 1: a square table. */
  readonly similarity: readonly (readonly number[])[];
  /** What each shares with each, likewise. */
  readonly shared: readonly (readonly number[])[];
  /** Things to be framed together, by their places, which follow each other. */
  readonly clusters: readonly (readonly number[])[];
  /** What the similarity is called, e.g. `Jaccard index`. */
  readonly measure: string;
  /** What a thing has on the diagonal: `techniques used`. */
  readonly held: string;
}

/** Upper ends of the classes of similarity; the last takes in everything from the usual threshold on. */
const CLASSES = [0.1, 0.2, 0.3, 0.4, 1] as const;

/** Neutral: likeness is neither side’s. */
const COLORS = steps('n');

/** Sizes in CSS pixels. */
const CELL = 20;
const LABEL_WIDTH = 166;
const HEAD = 64;
const COLUMN_HEAD = 146;
/** How far the name over the last column leans out to the right. */
const LEANING = 80;
/** Longest name that is written out, in characters. */
const LONGEST = 26;
const FOOT = 96;
const MARGIN = 16;
const LEAD_LINE = 16;

/** How small a page may show it, of its own size: names stay readable, and a large one is scrolled. */
const LEAST_SCALE = 0.85;

/** Text is measured in Arial, and may be shown in a font that is wider. */
const WIDE_FONT = 0.85;

/** Percents below this are not printed: noise that would hide the rest. */
const LEAST_PRINTED = 5;

/**
 * Things compared with each other as a heat map: a row and a column for each, those that are alike together, clusters framed.
 * Below the diagonal the similarity in percent, above it how many techniques are shared, on it how many the thing has.
 * Colour goes by classes of similarity, light to dark, and never alone: the number stands in the cell.
 */
export function heatMapSvg(map: HeatMap): string {
  const { title, lead, description, names } = map;
  const side = names.length * CELL;
  const width = Math.max(MARGIN * 2 + LABEL_WIDTH + side + LEANING, 640);
  const leads = wrapToWidth(lead, (width - 2 * MARGIN) * WIDE_FONT, 12);
  const head = HEAD + (leads.length - 1) * LEAD_LINE;
  const height = head + COLUMN_HEAD + side + FOOT;
  return drawFrame(
    {
      width,
      height,
      title,
      description,
      text: {
        style: `min-width:${Math.round(width * LEAST_SCALE)}px`,
      },
    },
    [
      textLine(title, { x: MARGIN, y: 28, 'font-size': 18, 'font-weight': 'bold', fill: INK }),
      ...leads.map((line, index) =>
        textLine(line, { x: MARGIN, y: 48 + index * LEAD_LINE, 'font-size': 12, fill: FAINT }),
      ),
      element(
        'g',
        { transform: `translate(${MARGIN + LABEL_WIDTH} ${head + COLUMN_HEAD})` },
        [cells(map), numbers(map), frames(map), labels(map)].join('\n'),
      ),
      legend(map, height - FOOT + 24),
    ],
  );
}

function classOf(similarity: number): number {
  return CLASSES.findIndex((end) => similarity < end || end === 1);
}

/** One path for each colour: thirty thousand rectangles would be slow to open. */
function cells({ similarity, names }: HeatMap): string {
  const paths = CLASSES.map((): string[] => []);
  similarity.forEach((row, top) =>
    row.forEach((value, left) => {
      if (value > 0) paths[classOf(value)]?.push(`M${left * CELL} ${top * CELL}h${CELL}v${CELL}h-${CELL}z`);
    }),
  );
  const side = names.length * CELL;
  return [
    element('rect', { width: side, height: side, fill: light('sunk') }),
    ...paths.map((path, index) =>
      path.length === 0 ? '' : element('path', { d: path.join(''), fill: COLORS[index] }),
    ),
    element('path', { d: grid(names.length), stroke: light('sheet'), 'stroke-width': 1, fill: 'none' }),
  ].join('\n');
}

function grid(size: number): string {
  const side = size * CELL;
  return Array.from(
    { length: size + 1 },
    (_, line) => `M0 ${line * CELL}h${side}M${line * CELL} 0v${side}`,
  ).join('');
}

function numbers({ similarity, shared }: HeatMap): string {
  const texts = similarity.flatMap((row, top) =>
    row.flatMap((value, left) => {
      const printed = percent(value);
      if (printed < LEAST_PRINTED) return [];
      const number = left < top ? printed : (shared[top]?.[left] ?? 0);
      return textLine(String(number), {
        x: left * CELL + CELL / 2,
        y: top * CELL + CELL / 2 + 3,
        fill: textOnStep(COLORS[classOf(value)] ?? INK),
      });
    }),
  );
  return element('g', { 'font-size': 9, 'text-anchor': 'middle' }, texts.join('\n'));
}

function frames({ clusters }: HeatMap): string {
  return clusters
    .flatMap((members) => {
      const [first] = members;
      const last = members.at(-1);
      // Things of one cluster stand together in the order of the tree that the clusters were cut from.
      if (first === undefined || last === undefined) return [];
      const side = (last - first + 1) * CELL;
      return element('rect', {
        x: first * CELL,
        y: first * CELL,
        width: side,
        height: side,
        fill: 'none',
        stroke: INK,
        'stroke-width': 2,
      });
    })
    .join('\n');
}

function labels({ names }: HeatMap): string {
  const rows = names.map((name, row) =>
    textLine(shortened(name), { x: -6, y: row * CELL + CELL / 2 + 4, 'text-anchor': 'end' }),
  );
  const columns = names.map((name, column) =>
    textLine(shortened(name), {
      transform: `translate(${column * CELL + CELL / 2 + 4} -6) rotate(-60)`,
    }),
  );
  return element('g', { 'font-size': 11, fill: INK }, [...rows, ...columns].join('\n'));
}

function shortened(name: string): string {
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1)}…`;
}

function legend({ measure, held }: HeatMap, top: number): string {
  const boxes = CLASSES.flatMap((end, index) => {
    const x = MARGIN + index * 120;
    return [
      element('rect', { x, y: top, width: 16, height: 16, fill: COLORS[index] }),
      textLine(sayClass(CLASSES[index - 1] ?? 0, end), { x: x + 21, y: top + 12 }),
    ];
  });
  const notes = [
    `Below the diagonal: ${measure} in percent, from ${LEAST_PRINTED}. Above it: techniques shared.`,
    `On it: ${held}. Framed: clusters.`,
  ];
  const lines = notes.map((note, index) => textLine(note, { x: MARGIN, y: top + 36 + index * 16 }));
  return element('g', { 'font-size': 11, fill: INK }, [...boxes, ...lines].join('\n'));
}

function sayClass(from: number, to: number): string {
  if (to === 1) return `${percent(from)} % and more`;
  return from === 0 ? `below ${percent(to)} %` : `${percent(from)} to ${percent(to)} %`;
}

function percent(share: number): number {
  return Math.round(share * 100);
}
