import { xmlText } from '../../text/index.ts';
import { light } from '../../threat/index.ts';
import { element, tip } from '../svg-elements.ts';

/** Colours of what is written on charts: what matters, and what explains. */
export const INK: string = light('ink');
export const FAINT: string = light('ink-2');

/** That of the reader's system. */
const FONT = 'system-ui, "DejaVu Sans", sans-serif';

/** What a chart is drawn on. */
export interface ChartFrame {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What it shows, in words; for those who cannot see it. */
  readonly description: string;
  /** Attributes of all text beside the font of charts, or instead of it. */
  readonly text?: Readonly<Record<string, string | number>>;
}

/** An SVG document on light ground, with its title and description, and the parts of a chart on it. */
export function drawFrame(
  { width, height, title, description, text }: ChartFrame,
  parts: readonly string[],
): string {
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'font-family': FONT,
      ...text,
    },
    [
      tip(title),
      `<desc>${xmlText(description)}</desc>`,
      element('rect', { width, height, fill: light('sheet') }),
      ...parts,
    ].join('\n'),
  )}\n`;
}
