import type { DashboardAnswer } from '../../answers/index.ts';
import type { Drawing } from '../../render/index.ts';
import { percent } from '../../text/index.ts';
import {
  light,
  COVERAGE_COLORS,
  COVERAGE_STAGES,
  STAGE_LABELS,
  type CoverageStage,
} from '../../threat/index.ts';
import { drawFrame, FAINT, INK } from '../charts/chart-frame.ts';
import { element, textLine, tip } from '../svg-elements.ts';

/** Sizes in CSS pixels. */
const WIDTH = 760;
const MARGIN = 16;
const LEFT = 60;
const PLOT = 84;
const TOP = 54;
const FOOT = 56;
const FONT = 11;

/** From below, so that what is firmest stands on the ground. */
const STACKED: readonly CoverageStage[] = ['tested', 'deployed', 'rule', 'log-source'];

const TITLES: Readonly<Record<DashboardAnswer['trendBy'], string>> = {
  month: 'Coverage by month, of what is to be expected today',
  quarter: 'Coverage by quarter, of what is to be expected today',
  release: 'Coverage today by release of ATT&CK, of all its techniques',
};

/** How coverage has come along: a column for each point, stacked by stage, with the share that is deployed above it. */
export function trendDrawing({ trend, trendBy }: DashboardAnswer): Drawing {
  const title = TITLES[trendBy];
  const description = `${title}: ${trend.map(({ label, share }) => `${label} ${percent(share)} deployed`).join('; ')}.`;
  const room = (WIDTH - LEFT - 2 * MARGIN) / Math.max(1, trend.length);
  const column = Math.min(46, room * 0.7);
  const svg = drawFrame(
    {
      width: WIDTH,
      height: TOP + PLOT + FOOT,
      title,
      description,
    },
    [
      textLine(title, { x: MARGIN, y: 28, 'font-size': 16, 'font-weight': 'bold', fill: INK }),
      ...[0, 0.5, 1].map((share) => {
        const y = TOP + PLOT * (1 - share);
        return [
          element('line', { x1: LEFT, x2: WIDTH - MARGIN, y1: y, y2: y, stroke: light('line') }),
          textLine(percent(share), {
            x: LEFT - 6,
            y: y + 4,
            'font-size': FONT,
            fill: FAINT,
            'text-anchor': 'end',
          }),
        ].join('\n');
      }),
      ...trend.map((point, place) => {
        const x = LEFT + room * place + (room - column) / 2;
        return drawColumn(point, x, column);
      }),
      legend(TOP + PLOT + 36),
    ],
  );
  return { svg, description };
}

function drawColumn(
  { label, counts, share }: DashboardAnswer['trend'][number],
  x: number,
  width: number,
): string {
  let y = TOP + PLOT;
  const pieces = STACKED.map((stage) => {
    const part = counts.weight === 0 ? 0 : (counts.weightByStage[stage] ?? 0) / counts.weight;
    const height = part * PLOT;
    y -= height;
    return element(
      'rect',
      { x, y, width, height, fill: COVERAGE_COLORS[COVERAGE_STAGES.indexOf(stage)] ?? '' },
      tip(`${label}: ${STAGE_LABELS[stage]} ${percent(part)}`),
    );
  });
  return [
    ...pieces,
    textLine(percent(share), {
      x: x + width / 2,
      y: y - 5,
      'font-size': FONT,
      fill: INK,
      'text-anchor': 'middle',
    }),
    textLine(label, {
      x: x + width / 2,
      y: TOP + PLOT + 16,
      'font-size': FONT,
      fill: FAINT,
      'text-anchor': 'middle',
    }),
  ].join('\n');
}

function legend(y: number): string {
  return STACKED.map((stage, place) => {
    const x = LEFT + place * 150;
    return [
      element('rect', {
        x,
        y,
        width: 18,
        height: 12,
        fill: COVERAGE_COLORS[COVERAGE_STAGES.indexOf(stage)] ?? '',
      }),
      textLine(STAGE_LABELS[stage], { x: x + 23, y: y + 10, 'font-size': FONT, fill: FAINT }),
    ].join('\n');
  }).join('\n');
}
