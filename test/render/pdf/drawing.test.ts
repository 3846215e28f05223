import { expect, test } from 'vitest';
import { drawingOf } from '../../../src/render/pdf/drawing.ts';

const shown = (text: string): string => (text === 'é' ? 'é' : text === '﹤' ? '<' : '□');
const svgOf = (inner: string, width = 40, height = 30): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inner}</svg>`;
const drawn = (inner: string): string =>
  drawingOf(svgOf(inner), 480, shown)
    ?.svg.replace(svgOf('').replace('</svg>', ''), '')
    .replace('</svg>', '') ?? '';

test.for([
  ['<text font-family="system-ui, sans-serif">a</text>', '<text font-family="Arimo">a</text>'],
  ['<text font-family = \'A, "B"\'>a</text>', '<text font-family="Arimo">a</text>'],
  ['<style>.a{font-family:Arial,"B";fill:red}</style>', '<style>.a{font-family:Arimo;fill:red}</style>'],
  ['<style>.a { font-family: x }</style>', '<style>.a { font-family:Arimo}</style>'],
  ['<text>é 日 &#x65e5; &#26085; ﹤</text>', '<text>é □ □ □ &#60;</text>'],
  ['<text>&amp;&#60;&#x3C;</text>', '<text>&amp;&#60;&#x3C;</text>'],
  // Composed with the bracket before it, the mark would take the element away.
  ['<text>\u0338</text>', '<text>□</text>'],
] as const)('%s is drawn as %s', ([given, expected]) => {
  expect(drawn(given)).toBe(expected);
});

test.for([
  [100, 50, { width: 75, height: 37.5 }],
  [2000, 100, { width: 480, height: 24 }],
  [100, 6038.9, { width: 10, height: 603.89 }],
] as const)('a drawing of %i by %i pixels fits on the page', ([width, height, size]) => {
  expect(drawingOf(svgOf('', width, height), 480, shown)).toMatchObject({
    width: expect.closeTo(size.width),
    height: expect.closeTo(size.height),
  });
});
