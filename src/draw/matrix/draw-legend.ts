import { colorAt, light, onWhite, textColorOn, type Gradient, type LegendItem } from '../../threat/index.ts';
import { textWidth } from '../text-width.ts';
import { NEUTRAL_LOOKS, sayScore, type CellLook } from './cell-colors.ts';
import { element, textLine } from '../svg-elements.ts';
import { FRAME_STEPS, type FrameStep } from './cell-frames.ts';
import { frameRect, type Drawn } from './draw-matrix.ts';

const SWATCH = 16;
const FONT = 11;
const ROW = 26;
const SCALE_WIDTH = 220;
const SCALE_STEPS = 44;

/** A part of the legend: its drawing at the origin, and how wide it is. */
interface Key {
  readonly width: number;
  readonly draw: (x: number, y: number) => string;
}

/** What a drawing has that a reader needs explained. */
export interface LegendContent {
  readonly gradient: Gradient | undefined;
  /** Looks that occur. */
  readonly looks: ReadonlySet<CellLook['kind']>;
  /** Whether a cell counts marks that are not shown. */
  readonly hasHidden: boolean;
  /** Whether frames say how much techniques count. */
  readonly hasFrames: boolean;
  /** The layer's own items. */
  readonly items: readonly LegendItem[];
}

/** Which colours mean what: the scale with its ends and middle, the neutral looks in use, the layer's own items. */
export function drawLegend(content: LegendContent, x: number, y: number, width: number): Drawn {
  const { gradient, looks, hasHidden, hasFrames, items } = content;
  const keys = [
    ...(gradient === undefined ? [] : [scaleKey(gradient)]),
    ...NEUTRAL_KEYS.filter(({ kind }) => looks.has(kind)).map(({ kind, label }) =>
      swatchKey(NEUTRAL_LOOKS[kind].fill, label),
    ),
    ...(hasHidden ? [textKey('+n: n marked sub-techniques are not shown')] : []),
    ...items.map(({ color, label }) => swatchKey(onWhite(color), label)),
    ...(hasFrames ? [textKey('Frame: how much it counts, of 100'), ...FRAME_STEPS.map(frameKey)] : []),
  ];
  let [left, top] = [x, y];
  const drawn = keys.map((key) => {
    if (left > x && left + key.width > x + width) [left, top] = [x, top + ROW];
    const svg = key.draw(left, top);
    left += key.width + 22;
    return svg;
  });
  return { svg: drawn.join('\n'), height: top + ROW - y };
}

const NEUTRAL_KEYS = [
  { kind: 'unscored', label: 'marked, no score' },
  { kind: 'unmarked', label: 'not marked' },
  { kind: 'disabled', label: 'disabled (off)' },
] as const;

function swatchKey(color: string, label: string): Key {
  return {
    width: SWATCH + 6 + textWidth(label, FONT),
    draw: (x, y) =>
      element('rect', {
        x: x + 0.5,
        y: y + 0.5,
        width: SWATCH - 1,
        height: SWATCH - 1,
        rx: 2,
        fill: color,
        stroke: light('ink-3'),
      }) + textLine(label, { x: x + SWATCH + 6, y: y + 12, class: 'key' }),
  };
}

function frameKey({ label, ...frame }: FrameStep): Key {
  return {
    width: SWATCH + 6 + textWidth(label, FONT),
    draw: (x, y) =>
      frameRect(frame, { x, y, width: SWATCH, height: SWATCH, fill: light('sheet') }) +
      textLine(label, { x: x + SWATCH + 6, y: y + 12, class: 'key' }),
  };
}

function textKey(label: string): Key {
  return { width: textWidth(label, FONT), draw: (x, y) => textLine(label, { x, y: y + 12, class: 'key' }) };
}

function scaleKey(gradient: Gradient): Key {
  const { minimum, maximum } = gradient;
  const step = SCALE_WIDTH / SCALE_STEPS;
  const label = 'score';
  const labels = [minimum, (minimum + maximum) / 2, maximum].map(sayScore);
  const start = textWidth(label, FONT, 'bold') + 8 + textWidth(labels[0] ?? '', FONT) + 6;
  return {
    width: start + SCALE_WIDTH + 6 + textWidth(labels[2] ?? '', FONT),
    draw: (x, y) =>
      [
        textLine(label, { x, y: y + 12, class: 'key', 'font-weight': 'bold' }),
        textLine(labels[0] ?? '', { x: x + start - 6, y: y + 12, class: 'key', 'text-anchor': 'end' }),
        ...Array.from({ length: SCALE_STEPS }, (_, index) =>
          element('rect', {
            x: x + start + index * step,
            y,
            width: step,
            'shape-rendering': 'crispEdges',
            height: SWATCH,
            fill: colorAt(gradient, minimum + ((index + 0.5) / SCALE_STEPS) * (maximum - minimum)),
          }),
        ),
        element('rect', {
          x: x + start,
          y: y + 0.5,
          width: SCALE_WIDTH,
          height: SWATCH - 1,
          fill: 'none',
          stroke: light('ink-3'),
        }),
        textLine(labels[1] ?? '', {
          x: x + start + SCALE_WIDTH / 2,
          y: y + 12,
          class: 'key',
          'text-anchor': 'middle',
          fill: textColorOn(colorAt(gradient, (minimum + maximum) / 2)),
        }),
        textLine(labels[2] ?? '', { x: x + start + SCALE_WIDTH + 6, y: y + 12, class: 'key' }),
      ].join(''),
  };
}
