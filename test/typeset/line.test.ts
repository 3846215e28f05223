import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeLinesOf, linesOf, type Line } from '../../src/typeset/line.ts';
import { LOOKS } from '../../src/typeset/look.ts';
import type { Part } from '../../src/typeset/part.ts';
import { runsOf, runsOfText, type Pen } from '../../src/typeset/run.ts';
import { code, link, strong } from '../../src/render/index.ts';
import type { Content } from '../../src/render/index.ts';

/** Every letter as wide as the font size, so that widths can be counted; letters from U+3000 on are missing. */
const pen = (): Pen => ({
  width: (text, _face, size) => Array.from(text).length * size,
  has: (character) => character < '\u3000',
  missing: new Set(),
});
const look = { ...LOOKS.body, size: 1 };
const within: Part = { type: 'P', within: undefined };

const said = (lines: readonly Line[]): readonly string[] =>
  lines.map(({ runs }) => runs.map(({ text }) => text).join(''));
const broken = (content: Content, width: number): readonly string[] =>
  said(linesOf(runsOf(content, look, within, pen()), width, pen()));

test.for<[Content, number, readonly string[]]>([
  ['', 10, ['']],
  ['one two three', 7, ['one two', 'three']],
  ['one  two', 100, ['one two']],
  [['a ', strong('bold'), '. Next'], 7, ['a bold.', 'Next']],
  ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  ['to abcdefghij it', 4, ['to', 'abcd', 'efgh', 'ij', 'it']],
  ['https://example.org/a-long/path', 12, ['https://', 'example.org/', 'a-long/path']],
  ['e\u0301\u0302\u0301 x', 1, ['é\u0302\u0301', 'x']],
  ['wide', 0.1, ['w', 'i', 'd', 'e']],
])('%j in %d breaks into %j', ([content, width, lines]) => {
  expect(broken(content, width)).toEqual(lines);
});

test('the underline of a link runs through its spaces and no further', () => {
  const [line] = linesOf(
    runsOf(['see ', link('the page', 'https://example.org'), ' there'], look, within, pen()),
    100,
    pen(),
  );
  expect(line?.runs.map(({ text, target }) => [text, target !== undefined])).toEqual([
    ['see ', false],
    ['the page', true],
    [' there', false],
  ]);
});

test('an address that is no web address becomes no link', () => {
  const runs = runsOf(link('here', 'javascript:alert(1)'), look, within, pen());
  expect(runs).toMatchObject([{ text: 'here' }]);
  expect(runs[0]).not.toHaveProperty('target');
});

test('the space after a word that runs to the left is not drawn with it, or it would go to its other end', () => {
  const [line] = linesOf(runsOf('שלום עולם', look, within, pen()), 100, pen());
  expect(line?.runs.map(({ text }) => text)).toEqual(['שלום', ' עולם']);
});

test('spaces in code stay', () => {
  const runs = runsOfText('  a  b', { ...look, face: 'code' }, within, pen());
  expect(said(codeLinesOf(runs, 100, pen()))).toEqual(['  a  b']);
});

test('what no face has becomes what it is a variant of or is like, else a box, and is noted once', () => {
  const noting = pen();
  const runs = runsOf(['日本日 Ａ１ ', code('\u0007')], look, within, noting);
  expect(runs.map(({ text }) => text).join('')).toBe('□□□ A1 <07>');
  expect([...noting.missing]).toEqual(['日', '本']);
});

test('no letter is lost, none is added, and no line is broader than it may be', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 3, max: 30 }), (text, width) => {
      const runs = runsOf(text, look, within, pen());
      const lines = linesOf(runs, width, pen());
      const squeezed = (words: string): string => words.replaceAll(' ', '');
      expect(squeezed(said(lines).join(''))).toBe(squeezed(runs.map((run) => run.text).join('')));
      expect(lines.every((line) => line.width <= width + 0.02)).toBe(true);
    }),
  );
});
