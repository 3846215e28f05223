import { sayStatus, sayUndrawn, type Explanation } from '../../answers/index.ts';
import { count, escapeHtml, oneLine } from '../../text/index.ts';
import { drawnGraph, type DiagramOptions, type DrawnGraph } from './drawn-graph.ts';
import { layeredLayout, type Layout, type Point } from './layered-layout.ts';
import { derivationBox, factBox, type Box } from './svg-boxes.ts';
import { SVG_STYLE } from './svg-style.ts';
import { textWidth, wrapToWidth } from '../text-width.ts';

/**
 * An explanation's graph as an SVG drawing: the fact asked about on the left, to its right the derivations that
 * conclude it and the facts these rest on, down to what sources report. Needs nothing else: no script, no font, no
 * file; light and dark; colours that colour-blind readers can distinguish, and never colour alone. A title and
 * a description say to a screen reader what it shows; resting on a box shows the rule's sentence or the quotations.
 *
 * Where there are more derivations than `most`, the drawing says how many it leaves out. The same explanation
 * gives the same bytes. Ends with a line feed.
 */
export function explanationSvg(explanation: Explanation, options: DiagramOptions = {}): string {
  const graph = drawnGraph(explanation, options);
  const boxes = [
    ...graph.facts.map(factBox),
    ...graph.derivations.map((derivation, index) => derivationBox(derivation, derivationKey(index))),
  ];
  const edges = edgesOf(graph);
  const layout = layeredLayout(boxes, edges);
  const sides = sidesOf(boxes, layout);
  const width = Math.max(layout.width, NARROWEST) + 2 * MARGIN;
  const title = wrapToWidth(oneLine(explanation.question), width - 2 * MARGIN, TITLE.size, 'bold');
  const notes = [sayStatus(explanation), ...(explanation.whyNot ?? []), ...leftOut(graph)].flatMap((note) =>
    wrapToWidth(oneLine(note), width - 2 * MARGIN, NOTE.size),
  );
  const top = MARGIN + title.length * TITLE.height + notes.length * NOTE.height + 16;
  const height = top + layout.height + LEGEND_HEIGHT + MARGIN;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" class="fp-drawing" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" role="img" style="min-width:${Math.round(width * LEAST_SCALE)}px">`,
    `<title>${escaped(explanation.question)}</title>`,
    `<desc>${escaped(describeDrawing(explanation, graph))}</desc>`,
    `<style>${SVG_STYLE}</style>`,
    `<rect class="fp-page" width="${round(width)}" height="${round(height)}"/>`,
    ...textElements('fp-title', title, MARGIN, TITLE.height),
    ...textElements('fp-note', notes, MARGIN + title.length * TITLE.height + 4, NOTE.height),
    `<g transform="translate(${MARGIN} ${round(top)})">`,
    ...edges.map((edge, index) => edgeElement(edge, layout.edges[index] ?? [], sides)),
    ...boxes.map((box) => boxElement(box, layout)),
    '</g>',
    ...legend(boxes, MARGIN, top + layout.height + LEGEND_HEIGHT / 2 + 8),
    '</svg>',
  ].join('\n')}\n`;
}

/** What the drawing shows, in words, for those who cannot see it. */
export function describeExplanation(explanation: Explanation): string {
  return describeDrawing(explanation, drawnGraph(explanation, {}));
}

function describeDrawing(explanation: Explanation, graph: DrawnGraph): string {
  const reported = graph.facts.filter(({ isReported }) => isReported).length;
  const counts = `${count(graph.facts.length, 'fact')}, ${reported} of them reported by sources and ${count(graph.derivations.length, 'derivation')} by rules`;
  return [sayStatus(explanation), `The drawing shows ${counts}.`, ...leftOut(graph)].join(' ');
}

function leftOut({ total, derivations }: DrawnGraph): readonly string[] {
  const left = total - derivations.length;
  return left === 0 ? [] : [`${sayUndrawn(left)}.`];
}

const MARGIN = 24;
/** A page that makes the drawing fit a narrow column stops here, where it can still be read, and lets it scroll. */
const LEAST_SCALE = 0.85;
const NARROWEST = 600;
const TITLE = { size: 17, height: 23 };
const NOTE = { size: 12, height: 17 };
const LEGEND_HEIGHT = 44;

interface Edge {
  readonly from: string;
  readonly to: string;
  /** From a derivation to what it concludes, not from a premise. */
  readonly isConclusion: boolean;
}

/** Middle of the left and right sides of each box. */
interface Sides {
  left(key: string): Point;
  right(key: string): Point;
}

function sidesOf(boxes: readonly Box[], layout: Layout): Sides {
  const halves = new Map(boxes.map(({ key, width }) => [key, width / 2]));
  const side = (key: string, sign: number): Point => {
    const { x, y } = layout.nodes.get(key) ?? { x: 0, y: 0 };
    return { x: x + sign * (halves.get(key) ?? 0), y };
  };
  return { left: (key) => side(key, -1), right: (key) => side(key, 1) };
}

const derivationKey = (index: number): string => `derivation ${index}`;

function edgesOf({ derivations }: DrawnGraph): readonly Edge[] {
  return derivations.flatMap(({ conclusion, premises }, index) => [
    { from: derivationKey(index), to: conclusion, isConclusion: true },
    ...premises.map((premise) => ({ from: premise, to: derivationKey(index), isConclusion: false })),
  ]);
}

function boxElement({ key, look, width, height, radius, lines, tip }: Box, layout: Layout): string {
  const { x, y } = layout.nodes.get(key) ?? { x: 0, y: 0 };
  const left = x - width / 2;
  const top = y - height / 2;
  return [
    `<g><title>${escapeHtml(tip.split('\n').map(oneLine).join('\n'))}</title>`,
    `<rect class="fp-box ${look}" x="${round(left)}" y="${round(top)}" width="${width}" height="${height}" rx="${radius}"/>`,
    ...lines.map((line) => textElement(`fp-${line.look}`, left + PADDING_LEFT, top + line.y, line.text)),
    '</g>',
  ].join('\n');
}

const PADDING_LEFT = 12;

/** `y` is the middle of the text; letters stand a third of their size below it. */
function textElement(look: string, x: number, y: number, text: string): string {
  return `<text class="${look}" x="${round(x)}" y="${round(y)}" dy=".35em">${escapeHtml(text)}</text>`;
}

/** Lines at the left margin, one below the other. */
function textElements(
  look: string,
  lines: readonly string[],
  top: number,
  height: number,
): readonly string[] {
  return lines.map((line, index) => textElement(look, MARGIN, top + (index + 0.5) * height, line));
}

/** From the left side of one box to the right side of another; one that must run back, as in a circle of facts, as laid out. */
function edgeElement({ from, to, isConclusion }: Edge, points: readonly Point[], sides: Sides): string {
  const start = sides.left(from);
  const end = sides.right(to);
  const runsBack = end.x > start.x;
  // Of the points between, every second lies in a layer; the others lie between two.
  const way = runsBack ? points : [start, ...points.slice(1, -1).filter((_, index) => index % 2 === 1), end];
  const path = `<path class="fp-edge" d="${runsBack ? bent(way) : swept(way)}"/>`;
  const tip = way.at(-1) ?? end;
  const before = runsBack ? (way.at(-2) ?? start) : { x: end.x + 1, y: end.y };
  return isConclusion ? path + arrowHead(before, tip) : path;
}

/** Curves that leave and reach each point level. */
function swept(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      if (before === undefined) return `M${at(point)}`;
      const middle = (before.x + point.x) / 2;
      return `C${at({ x: middle, y: before.y })} ${at({ x: middle, y: point.y })} ${at(point)}`;
    })
    .join('');
}

/** Straight legs. */
function bent(points: readonly Point[]): string {
  return points.map((point, index) => `${index === 0 ? 'M' : 'L'}${at(point)}`).join('');
}

/** A triangle with its tip at the end of a line that comes from `before`. */
function arrowHead(before: Point, tip: Point): string {
  const length = Math.sqrt((tip.x - before.x) ** 2 + (tip.y - before.y) ** 2) || 1;
  const x = (tip.x - before.x) / length;
  const y = (tip.y - before.y) / length;
  const corner = (side: number): string =>
    at({ x: tip.x - 9 * x + side * 4 * y, y: tip.y - 9 * y - side * 4 * x });
  return `<path class="fp-arrow" d="M${at(tip)}L${corner(1)}L${corner(-1)}Z"/>`;
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

/** Tenths of a pixel are as fine as a screen shows, and the same on every machine. */
function round(length: number): number {
  return Math.round(length * 10) / 10;
}

const LEGEND = [
  ['fp-reported', 'reported by a source'],
  ['fp-derived', 'derived'],
  ['fp-unknown', 'not known'],
  ['fp-goal', 'asked about'],
  ['fp-rule', 'rule applied'],
] as const;

/** What the looks that occur mean. */
function legend(boxes: readonly Box[], left: number, middle: number): readonly string[] {
  const looks = new Set(boxes.flatMap(({ look }) => look.split(' ')));
  let x = left;
  return LEGEND.filter(([look]) => looks.has(look)).flatMap(([look, words]) => {
    const swatch = `<rect class="fp-box ${look}" x="${round(x)}" y="${round(middle - 6)}" width="18" height="12" rx="${look === 'fp-rule' ? 6 : 3}"/>`;
    const text = textElement('fp-kinds', x + 25, middle, words);
    x += 25 + textWidth(words, 11) + 18;
    return [swatch, text];
  });
}

function escaped(text: string): string {
  return escapeHtml(oneLine(text));
}
