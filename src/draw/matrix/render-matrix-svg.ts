import type { AttackMatrix, Expansion, Layer, LayerCell } from '../../threat/index.ts';
import { highest, oneLine } from '../../text/index.ts';
import { wrapToWidth } from '../text-width.ts';
import { checkDrawable } from './check-drawable.ts';
import { drawnGradient, lookOf, type ColorChoice } from './cell-colors.ts';
import { framingOf } from './cell-frames.ts';
import { drawLegend } from './draw-legend.ts';
import { COLUMN_GAP, COLUMN_WIDTH, drawColumn, type Drawn } from './draw-matrix.ts';
import { ATTACK_NOTICE, subtitleOf } from './matrix-words.ts';
import { matrixView, type MatrixView } from './matrix-view.ts';
import { element, firstLines, textLine, tip } from '../svg-elements.ts';

/** How a layer is drawn. */
export interface MatrixDrawingOptions {
  /** Which sub-techniques get a cell of their own; default `annotated`. */
  readonly subtechniques?: Expansion;
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
  const view = matrixView(layer, matrix, options.subtechniques ?? 'annotated');
  const width = Math.max(3, view.columns.length) * (COLUMN_WIDTH + COLUMN_GAP) - COLUMN_GAP;
  const gradient = drawnGradient(layer, options.colors ?? 'safe');
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
  const framing = framingOf(options.frames);
  const legend = drawLegend(content, MARGIN, MARGIN + head.height, width);
  const top = MARGIN + head.height + legend.height + 6;
  const columns = view.columns.map((column, index) =>
    drawColumn(column, { gradient, framing }, MARGIN + index * (COLUMN_WIDTH + COLUMN_GAP), top),
  );
  const below =
    top +
    18 +
    highest(
      columns.map(({ height }) => height),
      0,
    );
  const foot = drawFoot(view, options.notices ?? [ATTACK_NOTICE], below, width);
  const parts = [head, legend, ...columns, foot].map(({ svg }) => svg);
  return picture(parts, width + 2 * MARGIN, below + foot.height + MARGIN, describe(layer, view));
}

function picture(parts: readonly string[], width: number, height: number, description: string): string {
  const size = { width, height: Math.ceil(height) };
  const content = [
    tip(description),
    element('style', {}, STYLE),
    element('rect', { ...size, fill: '#ffffff' }),
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
        fill: '#3c4653',
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
    textLine(line, { x: MARGIN, y: y + 11 + index * 15, class: 'note', fill: '#3c4653' }),
  );
  return { svg: drawn.join('\n'), height: lines.length * 15 };
}

function sayOutside({ technique, tactic }: LayerCell): string {
  return tactic === undefined ? technique : `${technique} (${tactic})`;
}
