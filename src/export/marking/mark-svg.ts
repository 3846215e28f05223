import { element, xmlText } from '../../text/index.ts';

/** Height of the strip below a drawing, in its pixels, and least width that its words need. */
const STRIP = 30;
const LEAST_WIDTH = 230;

/** The beginning of a drawing of ours: its size stands twice, as lengths and as the view box. */
const ROOT = /^<svg\b([^>]*?) width="([\d.]+)" height="([\d.]+)"([^>]*?) viewBox="0 0 [\d.]+ [\d.]+"([^>]*)>/;

/** A drawing with a strip below it that says how far it may go; its metadata says it, too. */
export function markSvg(svg: string, marking: string): string {
  return svg
    .replace(ROOT, (_, before: string, width: string, height: string, between: string, after: string) => {
      const [wide, high] = [Math.max(Number(width), LEAST_WIDTH), Number(height) + STRIP];
      const size = `width="${wide}" height="${high}"${between} viewBox="0 0 ${wide} ${high}"`;
      return `<svg${before} ${size}${after}>`;
    })
    .replace(/<\/svg>\s*$/, () => `${strip(svg, marking)}</svg>\n`);
}

function strip(svg: string, marking: string): string {
  const [, , width = '0', height = '0'] = ROOT.exec(svg) ?? [];
  const [wide, top] = [Math.max(Number(width), LEAST_WIDTH), Number(height)];
  return [
    element('metadata', {}, xmlText(marking)),
    element('rect', { x: 0, y: top, width: wide, height: STRIP, fill: '#000000' }),
    element(
      'text',
      {
        x: 12,
        y: top + 20,
        fill: '#ffffff',
        'font-family': 'Arial, Arimo, sans-serif',
        'font-size': 14,
        'font-weight': 'bold',
      },
      xmlText(marking),
    ),
  ].join('\n');
}
