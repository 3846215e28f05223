import { expect, test } from 'vitest';
import { barChart, overlapSvg, stackedBarChart, timelineSvg } from '../../src/draw/index.ts';
import { readDrawing } from '../../src/typeset/read-drawing.ts';
import type { Shape } from '../../src/typeset/drawing.ts';
import { groupTimeline, overlapOf } from '../../src/workbench/index.ts';
import { sampleDesk } from '../support/desk.ts';

const svg = (inner: string, more = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10" viewBox="0 0 20 10"${more}>${inner}</svg>`;
const shapesOf = (inner: string, more = ''): readonly Shape[] | undefined =>
  readDrawing(svg(inner, more))?.shapes;
const asItIs = [1, 0, 0, 1, 0, 0];

test.for<[says: string, inner: string, shapes: readonly object[]]>([
  [
    'a box is an outline',
    '<rect x="1" y="2" width="3" height="4.5" fill="#a1b2c3"/>',
    [{ kind: 'outline', path: 'M1 2h3v4.5h-3z', fill: '#a1b2c3', stroke: undefined, at: asItIs }],
  ],
  [
    'what is not said is black and without a line',
    '<path d="M0 0h3V-2.5z"/>',
    [{ kind: 'outline', path: 'M0 0h3V-2.5z', fill: '#000000', stroke: undefined, at: asItIs }],
  ],
  [
    'what a group says holds in it, unless said otherwise',
    '<g fill="none" stroke="#112233" stroke-width="2"><circle cx="5" cy="5" r="1"/><rect width="1" height="1" stroke="none"/></g>',
    [
      { path: 'M4 5a1 1 0 0 1 2 0a1 1 0 0 1 -2 0z', fill: undefined, stroke: { color: '#112233', width: 2 } },
      { fill: undefined, stroke: undefined },
    ],
  ],
  [
    'text has a place, an anchor and a face',
    '<g font-size="9" text-anchor="end"><text x="4" y="5" font-weight="bold">A &amp;\n b</text></g>',
    [
      {
        kind: 'text',
        text: 'A & b',
        x: 4,
        y: 5,
        size: 9,
        face: 'bold',
        anchor: 'end',
        color: '#000000',
        at: asItIs,
      },
    ],
  ],
  [
    'moves add up, and what is turned is moved within the turn',
    '<g transform="translate(3 4)"><text transform="translate(1, 2) rotate(90)">a</text></g>',
    [{ kind: 'text', at: [expect.closeTo(0), 1, -1, expect.closeTo(0), 4, 6] }],
  ],
  ['titles and empty texts draw nothing', '<title>a</title><desc>b</desc><g/><text> </text>', []],
])('%s', ([, inner, shapes]) => {
  expect(shapesOf(inner)).toMatchObject(shapes);
});

test.for([
  ['a style sheet', '<style>rect{fill:red}</style>'],
  ['a class', '<rect width="1" height="1" class="a"/>'],
  ['another element', '<ellipse rx="1" ry="1"/>'],
  ['round corners', '<rect width="1" height="1" rx="2"/>'],
  ['a colour by name', '<rect width="1" height="1" fill="red"/>'],
  ['a length with a unit', '<rect width="1em" height="1"/>'],
  ['no length', '<rect height="1"/>'],
  ['a length beyond reason', '<rect height="1" width="99999999999"/>'],
  ['a curve', '<path d="M0 0C1 1 2 2 3 3"/>'],
  ['half a path', '<path d="M0 0x"/>'],
  ['another transform', '<g transform="scale(2)"/>'],
  ['a turn around a place', '<g transform="rotate(2 1 1)"/>'],
  ['half a transform', '<g transform="translate(2"/>'],
  ['a name of all objects', '<g transform="constructor(2)"/>'],
  ['parts of text', '<text>a<tspan>b</tspan></text>'],
  ['text with an outline', '<text stroke="#000000">a</text>'],
  ['a weight in numbers', '<text font-weight="600">a</text>'],
])('%s is left to the picture', ([, inner = '']) => {
  expect(shapesOf(inner)).toBeUndefined();
});

test.for([
  ['another view', '<svg width="20" height="10" viewBox="0 0 40 20"/>'],
  ['no size', '<svg viewBox="0 0 40 20"/>'],
  ['nothing to see', '<svg width="0" height="0" viewBox="0 0 0 0"/>'],
  ['no XML', '<svg'],
  ['no SVG', '<html width="1" height="1" viewBox="0 0 1 1"/>'],
  ['nothing', ''],
])('%s is left to the picture', ([, whole = '']) => {
  expect(readDrawing(whole)).toBeUndefined();
});

const bars = [{ label: 'Heron & Wasp', value: 72.5, values: [1, 2.5] }];
const parts = [
  { name: 'Sector', says: 'of yours' },
  { name: 'Aim', says: '' },
];

test.for<readonly [string, () => string, string]>([
  ['bars', () => barChart({ title: 'Bars', bars }).svg, 'Heron & Wasp'],
  ['bars in pieces', () => stackedBarChart({ title: 'Bars', bars, parts }).svg, 'of yours'],
  [
    'a timeline',
    () => timelineSvg(groupTimeline(sampleDesk(), 'G9001', { derived: true })),
    'Campaigns first seen',
  ],
  ['an overlap', () => overlapSvg(overlapOf(sampleDesk(), [])), 'Overlap of groups'],
])('%s of ours can be drawn on a page', ([, draw, words]) => {
  const texts = readDrawing(draw())?.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
  expect(texts).toContain(words);
});
