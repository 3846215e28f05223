import { light, type AttackMatrix, type Expansion, type Layer, type LayerCell } from '../../threat/index.ts';
import { highest, oneLine } from '../../text/index.ts';
import { wrapToWidth } from '../text-width.ts';
import { checkDrawable } from './check-drawable.ts';
import { drawnGradient, lookOf, type ColorChoice } from './cell-colors.ts';
import { framingOf } from './cell-frames.ts';
import { drawLegend } from './draw-legend.ts';
import { COLUMN_GAP, COLUMN_WIDTH, drawColumn, type CellLooks, type Drawn } from './draw-matrix.ts';
import { PAGES, type PageName, slideColumns, STACK_GAP } from './slide-layout.ts';
import { ATTACK_NOTICE, subtitleOf } from './matrix-words.ts';
import { matrixView, type MatrixColumn, type MatrixView } from './matrix-view.ts';
import { element, firstLines, textLine, tip } from '../svg-elements.ts';

/** How a layer is drawn. */
export interface MatrixDrawingOptions {
  /** Which sub-techniques get a cell of their own; default `annotated`. */
  readonly subtechniques?: Expansion;
  /** Whether only what is marked is drawn, with ids, as large as a page takes it; default false. */
  readonly onlyMarked?: boolean;
  /** That page: a slide (16:9) or A4, both landscape; default `slide`. */
  readonly page?: PageName;
  /** Colours for scores; default `safe`. */
  readonly colors?: ColorChoice;
  /** A second layer of the same domain: how much techniques count, of 100, drawn as frames around their cells. Default none. */
  readonly frames?: Layer;
  /** Copyright statements to print below; default {@link ATTACK_NOTICE}. */
  readonly notices?: readonly string[];
}

const MARGIN = 24;
const STYLE = `text{font-family:Arial,Arimo,"Liberation Sans",Helvetica,sans-serif;font-size:10.5px}
.title{font-size:24px;font-weight:bold}.subtitle{font-size:13px}.tactic{font-size:12.5px;font-weight:bold}
.technique,.score{font-weight:bold}.small{font-size:10px}.key,.note{font-size:11px}`;

/**
 * Draws a layer on its matrix as an SVG picture: a column for each tactic, a cell for each technique with its
 * score in it, sub-techniques indented below. What is not marked is white, what is marked without a score
 * grey, so that neither looks like a low score. Marks that the matrix does not have are listed below it.
 *
 * Needs no browser, refers to nothing outside, holds no script; the same input gives the same bytes.
 *
 * @throws FoeprintError W683 where layer and matrix are of different domains, W688 where the layer holds a number
 *   that cannot be drawn
 */
export function renderMatrixSvg(
  layer: Layer,
  matrix: AttackMatrix,
  options: MatrixDrawingOptions = {},
): string {
  checkDrawable(layer, matrix);
  if (options.frames !== undefined) checkDrawable(options.frames, matrix);
  const { onlyMarked = false, page = 'slide' } = options;
  const gradient = drawnGradient(layer, options.colors ?? 'safe');
  const cells = { gradient, framing: framingOf(options.frames), hasIds: onlyMarked };
  const view = matrixView(layer, matrix, options.subtechniques ?? 'annotated', onlyMarked);
  const stacks = onlyMarked
    ? slideColumns(view.columns, cells, page)
    : view.columns.map((column) => [column]);
  const width = Math.max(3, stacks.length) * (COLUMN_WIDTH + COLUMN_GAP) - COLUMN_GAP;
  const head = drawHead(layer, matrix, width);
  const rows = view.columns.flatMap((column) => column.rows);
  const looks = new Set(rows.map(({ cell }) => lookOf(cell, gradient).kind));
  const hasHidden = rows.some(({ hiddenMarks }) => hiddenMarks > 0);
  const content = {
    gradient: looks.has('scored') ? gradient : undefined,
    looks,
    hasHidden,
    hasFrames: options.frames !== undefined,
    items: layer.legend,
  };
  const legend = drawLegend(content, MARGIN, MARGIN + head.height, width);
  const top = MARGIN + head.height + legend.height + 6;
  const columns = stacks.map((stack, index) =>
    drawStack(stack, cells, MARGIN + index * (COLUMN_WIDTH + COLUMN_GAP), top),
  );
  const heights = columns.map(({ height }) => height);
  const below = top + 18 + highest(heights, 0);
  const foot = drawFoot(view, options.notices ?? [ATTACK_NOTICE], below, width);
  const parts = [head, legend, ...columns, foot].map(({ svg }) => svg);
  const size = { width: width + 2 * MARGIN, height: Math.ceil(below + foot.height + MARGIN) };
  const description = describe(layer, view);
  if (!onlyMarked) return picture(parts, size, description);
  const scale = Math.min(PAGES[page].width / size.width, PAGES[page].height / size.height);
  const fitted = element('g', { transform: `scale(${scale.toFixed(4)})` }, parts.join('\n'));
  return picture([fitted], PAGES[page], description);
}

/** Tactics below each other. */
function drawStack(stack: readonly MatrixColumn[], looks: CellLooks, x: number, y: number): Drawn {
  const drawn: string[] = [];
  let below = y;
  for (const column of stack) {
    if (below > y) below += STACK_GAP;
    const { svg, height } = drawColumn(column, looks, x, below);
    drawn.push(svg);
    below += height;
  }
  return { svg: drawn.join('\n'), height: below - y };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function picture(parts: readonly string[], size: Size, description: string): string {
  const content = [
    tip(description),
    element('style', {}, STYLE),
    element('rect', { ...size, fill: light('sheet') }),
    ...parts,
  ].join('\n');
  const viewBox = `0 0 ${size.width} ${size.height}`;
  return `${element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size, viewBox, role: 'img' }, `\n${content}\n`)}\n`;
}

function describe(layer: Layer, { columns }: MatrixView): string {
  const marked = columns.map(({ tactic, marked: count }) => `${tactic.name} ${count}`).join(', ');
  return `${oneLine(layer.name)}: marked techniques by tactic: ${marked}`;
}

function drawHead(layer: Layer, matrix: AttackMatrix, width: number): Drawn {
  const titles = firstLines(wrapToWidth(oneLine(layer.name), width - 24, 24, 'bold'), 2);
  const subtitles = firstLines(wrapToWidth(subtitleOf(layer, matrix), width - 13, 13), 4);
  const lines = [
    ...titles.map((line, index) =>
      textLine(line, { x: MARGIN, y: MARGIN + 20 + index * 28, class: 'title' }),
    ),
    ...subtitles.map((line, index) =>
      textLine(line, {
        x: MARGIN,
        y: MARGIN + 14 + titles.length * 28 + index * 17,
        class: 'subtitle',
        fill: light('ink-2'),
      }),
    ),
  ];
  return { svg: lines.join('\n'), height: titles.length * 28 + subtitles.length * 17 + 14 };
}

function drawFoot({ outside }: MatrixView, notices: readonly string[], y: number, width: number): Drawn {
  const left =
    outside.length === 0 ? [] : [`Marked, but not in this matrix: ${outside.map(sayOutside).join(', ')}.`];
  const lines = [...left, ...notices].flatMap((text) => wrapToWidth(oneLine(text), width, 11));
  const drawn = lines.map((line, index) =>
    textLine(line, { x: MARGIN, y: y + 11 + index * 15, class: 'note', fill: light('ink-2') }),
  );
  return { svg: drawn.join('\n'), height: lines.length * 15 };
}

function sayOutside({ technique, tactic }: LayerCell): string {
  return tactic === undefined ? technique : `${technique} (${tactic})`;
}
