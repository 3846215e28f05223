import type { CoverageColumn } from '../../answers/index.ts';
import type { Drawing } from '../../render/index.ts';
import { highest, oneLine } from '../../text/index.ts';
import {
  COVERAGE_COLORS,
  COVERAGE_STAGES,
  light,
  sayStage,
  stageAt,
  stageNumber,
  textOnStep,
} from '../../threat/index.ts';
import { drawFrame, FAINT, INK } from '../charts/chart-frame.ts';
import { frameAt, FRAME_STEPS, type CellFrame } from './cell-frames.ts';
import { frameRect } from './draw-matrix.ts';
import { element, textLine, tip } from '../svg-elements.ts';

/** Sizes in CSS pixels. */
const WIDTH = 760;
const GAP = 4;
const WIDEST = 120;
const HEAD = 104;
/** Names of tactics lean to the right, beyond the last column. */
const RIGHT = 40;
const CELL = 16;
const FONT = 8;
const FOOT = 44;
/** Cells of a column before the rest is only counted. */
const MOST = 36;

const PLAIN: CellFrame = { width: 1, color: light('edge') };

/**
 * Coverage and threat in one picture that fits on a page: a column for each tactic, a cell for each technique, what counts most on top;
 * filled by level, framed by how much it counts where techniques count differently.
 */
export function coverageDrawing(columns: readonly CoverageColumn[]): Drawing {
  const width = Math.min(WIDEST, (WIDTH - RIGHT + GAP) / Math.max(1, columns.length) - GAP);
  const all = columns.flatMap(({ techniques }) => techniques);
  const areFramed = all.some(({ weight }) => weight !== all[0]?.weight);
  const shown = highest(
    columns.map(({ techniques }) => Math.min(techniques.length, MOST + 1)),
    0,
  );
  const below = HEAD + shown * CELL;
  const description = describe(columns);
  const svg = drawFrame(
    {
      width: WIDTH,
      height: below + FOOT,
      title: 'Coverage by tactic',
      description,
    },
    [
      ...columns.map((column, place) => drawColumn(column, place * (width + GAP), width, areFramed)),
      legend(below + 12, areFramed),
    ],
  );
  return { svg, description };
}

function drawColumn(
  { tactic, techniques }: CoverageColumn,
  x: number,
  width: number,
  areFramed: boolean,
): string {
  const more = techniques.length - MOST;
  return [
    textLine(oneLine(tactic), {
      transform: `translate(${(x + 8).toFixed(1)} ${HEAD - 22}) rotate(-42)`,
      'font-size': 10,
      fill: INK,
    }),
    textLine(sayCovered(techniques), { x, y: HEAD - 8, 'font-size': FONT, fill: FAINT }),
    element('rect', { x, y: HEAD - 4, width, height: 1.5, fill: INK }),
    ...techniques
      .slice(0, MOST)
      .map((cell, place) => drawCell(cell, x, HEAD + place * CELL, width, areFramed)),
    ...(more > 0
      ? [textLine(`+ ${more}`, { x, y: HEAD + MOST * CELL + 11, 'font-size': FONT, fill: FAINT })]
      : []),
  ].join('\n');
}

function drawCell(
  { technique, name, level, weight }: CoverageColumn['techniques'][number],
  x: number,
  y: number,
  width: number,
  areFramed: boolean,
): string {
  const score = Math.round(weight * 100);
  const fill = COVERAGE_COLORS[level] ?? light('sunk');
  const text = { y: y + 10.5, 'font-size': FONT, fill: textOnStep(fill) };
  const counts = areFramed ? `, counts ${score} of 100` : '';
  return element(
    'g',
    {},
    [
      tip(`${oneLine(technique)} ${oneLine(name)}: ${sayStage(stageAt(level))}${counts}`),
      frameRect((areFramed ? frameAt(score) : undefined) ?? PLAIN, { x, y, width, height: CELL - 2, fill }),
      textLine(oneLine(technique), { ...text, x: x + width / 2, 'text-anchor': 'middle', 'font-size': 7.6 }),
    ].join(''),
  );
}

function key(label: string, frame: CellFrame, fill: string, x: number, y: number): string {
  return (
    frameRect(frame, { x, y, width: 14, height: 11, fill }) +
    textLine(label, { x: x + 18, y: y + 9, 'font-size': 9, fill: FAINT })
  );
}

function legend(y: number, areFramed: boolean): string {
  return [
    ...COVERAGE_STAGES.map((stage, place) =>
      key(sayStage(stage), PLAIN, COVERAGE_COLORS[place] ?? '', place * 130, y),
    ),
    ...(areFramed
      ? [
          textLine('Frame: how much it counts, of 100', { x: 0, y: y + 25, 'font-size': 9, fill: FAINT }),
          ...FRAME_STEPS.map((step, place) =>
            key(step.label, step, light('sheet'), 190 + place * 90, y + 16),
          ),
        ]
      : []),
  ].join('\n');
}

function describe(columns: readonly CoverageColumn[]): string {
  return `Deployed or tested by tactic: ${columns
    .map(({ tactic, techniques }) => `${oneLine(tactic)} ${sayCovered(techniques)}`)
    .join(', ')}.`;
}

/** How many are deployed or tested: `3 of 12`. */
function sayCovered(techniques: CoverageColumn['techniques']): string {
  const covered = techniques.filter(({ level }) => level >= stageNumber('deployed'));
  return `${covered.length} of ${techniques.length}`;
}
