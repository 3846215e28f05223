import type { DashboardAnswer } from '../../answers/index.ts';
import type { Drawing } from '../../render/index.ts';
import { oneLine } from '../../text/index.ts';
import { light, textOnStep } from '../../threat/index.ts';
import { drawFrame, FAINT, INK } from '../charts/chart-frame.ts';
import { element, firstLines, textLine, tip } from '../svg-elements.ts';
import { wrapToWidth } from '../text-width.ts';
import { usesColor, USES_STEPS } from '../uses-steps.ts';

/** Sizes in CSS pixels. */
const WIDTH = 760;
const MARGIN = 16;
const LABEL_WIDTH = 152;
const ROW = 25;
const GAUGE = 4;
const HEAD = 20;
const COLUMN_HEAD = 86;
const FOOT = 48;
const FONT = 11;
/** From one class of the legend to the next. */
const LEGEND_STEP = 66;
/** Text is measured in Arial, and may be shown in a font that is wider. */
const WIDE_FONT = 0.85;

/**
 * What groups use under each tactic, against what is covered: a row for each group, a column for each tactic. The number and its shade say
 * how many techniques, the gauge below which share of them is deployed (dark) or has a rule to hand (pale).
 */
export function activityDrawing({ activity, tactics, organisation }: DashboardAnswer): Drawing {
  const column = (WIDTH - 2 * MARGIN - LABEL_WIDTH) / Math.max(1, tactics.length);
  const height = HEAD + COLUMN_HEAD + activity.length * ROW + FOOT;
  const title = `Activity of groups against coverage: ${oneLine(organisation.name)}`;
  const description = describe(activity, tactics);
  const top = HEAD + COLUMN_HEAD;
  const svg = drawFrame(
    {
      width: WIDTH,
      height,
      title,
      description,
    },
    [
      ...tactics.map((tactic, place) =>
        textLine(oneLine(tactic.name), {
          transform: `translate(${(MARGIN + LABEL_WIDTH + place * column + column / 2 + 4).toFixed(1)} ${top - 8}) rotate(-42)`,
          'font-size': FONT,
          fill: INK,
        }),
      ),
      ...activity.map((row, place) => drawRow(row, tactics, { y: top + place * ROW, column })),
      legend(top + activity.length * ROW + 18),
    ],
  );
  return { svg, description };
}

type Activity = DashboardAnswer['activity'][number];

function drawRow(
  { group, rank, cells }: Activity,
  tactics: DashboardAnswer['tactics'],
  { y, column }: { readonly y: number; readonly column: number },
): string {
  const [name = ''] = firstLines(wrapToWidth(oneLine(group.name), (LABEL_WIDTH - 30) * WIDE_FONT, 12), 1);
  const drawn = cells.map((cell, place) => {
    const x = MARGIN + LABEL_WIDTH + place * column;
    const said = `${oneLine(group.name)}, ${oneLine(tactics[place]?.name ?? '')}: ${cell.used} used, ${cell.rule} with a rule to hand, ${cell.deployed} deployed`;
    return element('g', {}, [tip(said), ...drawCell(cell, x, y, column - 3)].join('\n'));
  });
  return element(
    'g',
    {},
    [
      textLine(String(rank), {
        x: MARGIN + 16,
        y: y + 14,
        'font-size': FONT,
        fill: FAINT,
        'text-anchor': 'end',
      }),
      textLine(name, { x: MARGIN + 24, y: y + 14, 'font-size': 12, fill: INK }),
      ...drawn,
    ].join('\n'),
  );
}

function drawCell(
  { used, rule, deployed }: Activity['cells'][number],
  x: number,
  y: number,
  width: number,
): readonly string[] {
  const height = ROW - GAUGE - 5;
  const fill = used === 0 ? light('sunk') : usesColor(used);
  const share = (part: number): number => (used === 0 ? 0 : (part / used) * width);
  return [
    element('rect', { x, y, width, height, fill }),
    ...(used === 0
      ? []
      : [
          textLine(String(used), {
            x: x + width / 2,
            y: y + height / 2 + 4,
            'font-size': FONT,
            fill: textOnStep(fill),
            'text-anchor': 'middle',
          }),
          element('rect', { x, y: y + height + 1, width, height: GAUGE, fill: light('line') }),
          element('rect', {
            x,
            y: y + height + 1,
            width: share(rule),
            height: GAUGE,
            fill: light('d2'),
          }),
          element('rect', {
            x,
            y: y + height + 1,
            width: share(deployed),
            height: GAUGE,
            fill: light('d5'),
          }),
        ]),
  ];
}

function legend(y: number): string {
  const swatches = USES_STEPS.map(({ label: end, color }, place) => {
    const x = MARGIN + LABEL_WIDTH + place * LEGEND_STEP;
    return [
      element('rect', { x, y, width: 18, height: 12, fill: color }),
      textLine(end, { x: x + 23, y: y + 10, 'font-size': FONT, fill: FAINT }),
    ].join('\n');
  });
  const gauges = [
    ['deployed or tested', light('d5')],
    ['rule to hand', light('d2')],
  ].map(([label = '', fill = ''], place) => {
    const x = MARGIN + LABEL_WIDTH + USES_STEPS.length * LEGEND_STEP + 18 + place * 140;
    return [
      element('rect', { x, y: y + 3, width: 18, height: GAUGE, fill }),
      textLine(label, { x: x + 23, y: y + 10, 'font-size': FONT, fill: FAINT }),
    ].join('\n');
  });
  return [
    textLine('techniques', { x: MARGIN + 24, y: y + 10, 'font-size': FONT, fill: FAINT }),
    ...swatches,
    ...gauges,
  ].join('\n');
}

function describe(activity: DashboardAnswer['activity'], tactics: DashboardAnswer['tactics']): string {
  const rows = activity.slice(0, 15).map(({ group, cells }) => {
    const used = cells.reduce((sum, cell) => sum + cell.used, 0);
    const most = cells.reduce(
      (best, cell, place) => (cell.used > (cells[best]?.used ?? 0) ? place : best),
      0,
    );
    return `${oneLine(group.name)} ${used} uses by tactic, most under ${oneLine(tactics[most]?.name ?? 'none')}`;
  });
  return `${activity.length} groups by ${tactics.length} tactics. ${rows.join('; ')}.`;
}
