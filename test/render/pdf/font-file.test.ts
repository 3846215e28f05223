import { expect, test } from 'vitest';
import { code, emphasis, figure, paragraph, strong } from '../../../src/render/index.ts';
import { readFontFile } from '../../../src/render/pdf/font-file.ts';
import { loadFonts } from '../../../src/render/pdf/fonts.ts';
import { documentPdf } from '../../../src/render/pdf/index.ts';
import { readPdf } from '../../support/read-pdf.ts';

const { files, regular } = await loadFonts();
const charactersOf = ({ has }: Pick<typeof regular, 'has'>): readonly number[] =>
  Array.from({ length: 0x11_0000 }, (_, codePoint) => codePoint).filter(has);
const characters = charactersOf(regular);

test('every font has only characters that the regular one has, and all of Arimo have the same', () => {
  const others = files.map((file) => charactersOf(readFontFile(file)));
  expect(characters.length).toBeGreaterThan(3000);
  expect(others.map((other) => other.filter((each) => !regular.has(each)))).toEqual([[], [], [], [], []]);
  expect(others.map(({ length }) => length === characters.length)).toEqual([true, true, true, true, false]);
});

test('Typst finds every character in every look', async () => {
  // Those that steer a screen, blanks and marks that stand on others are no letters of their own.
  const text = String.fromCodePoint(...characters).replaceAll(/[\p{C}\p{Z}\p{M}]/gu, '');
  const words = text.match(/.{1,40}/gu) ?? [];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="9000">${words.map((word, index) => `<text y="${index * 20}" font-weight="${index % 2 === 0 ? 'bold' : 'normal'}">${word.replaceAll(/[<>&]/gu, '')}</text>`).join('')}</svg>`;
  const looks = [(word: string) => word, strong, emphasis, code];
  const blocks = looks.flatMap((look) => words.map((word) => paragraph(look(word))));
  // PDF/UA-1 forbids characters without a letter: Typst would refuse the document.
  const pdf = await documentPdf({
    title: 'All',
    blocks: [...blocks, figure({ svg, description: 'All' })],
    notices: [],
  });
  const { pages } = await readPdf(pdf);
  expect(pages.join('')).not.toContain('□ stands for');
});

test.for(['i', 'M', '%', 'ж', '€', '□'])('“%s” is as broad as it is set', async (letter) => {
  const { edges } = await readPdf(await documentPdf({ title: letter.repeat(20), blocks: [], notices: [] }));
  expect(edges[0]?.right).toBe(Math.floor(56 + 20 * 21 * boldWidth(letter)));
});

function boldWidth(letter: string): number {
  const [, bold] = files;
  return readFontFile(bold ?? Buffer.alloc(0)).width(letter.codePointAt(0) ?? 0);
}
