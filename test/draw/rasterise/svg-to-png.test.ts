import { expect, test } from 'vitest';
import { renderMatrixSvg } from '../../../src/draw/index.ts';
import { svgToPng } from '../../../src/draw/rasterise/index.ts';
import { heron } from '../../support/layers.ts';
import { officeMatrix } from '../../support/matrix.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function sizeOf(png: Uint8Array): readonly number[] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

test('a matrix as a picture: its size, twice its size, and the same bytes each time', async () => {
  const svg = renderMatrixSvg(heron, officeMatrix);
  const [, width = 0, height = 0] = (/ width="(\d+)" height="(\d+)"/.exec(svg) ?? []).map(Number);
  const png = await svgToPng(svg);
  expect([...png.subarray(0, 8)]).toEqual(SIGNATURE);
  expect(sizeOf(png)).toEqual([width, height]);
  expect(sizeOf(await svgToPng(svg, { scale: 2 }))).toEqual([2 * width, 2 * height]);
  expect(Buffer.from(await svgToPng(svg)).equals(Buffer.from(png))).toBe(true);
});

test('letters are drawn with our own font, whatever fonts the machine has', async () => {
  const lettered = (text: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><text y="15" font-family="Nowhere">${text}</text></svg>`;
  const [blank, word] = await Promise.all([svgToPng(lettered(' ')), svgToPng(lettered('Heron'))]);
  expect(word.length).toBeGreaterThan(blank.length + 100);
});

test('nothing that a drawing refers to is fetched or read', async () => {
  const referring = (href: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="${href}" width="9" height="9"/></svg>`;
  const nothing = await svgToPng('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  for (const href of ['http://127.0.0.1:9/x.png', 'file:///etc/hostname', '/etc/hostname']) {
    expect(Buffer.from(await svgToPng(referring(href))).equals(Buffer.from(nothing))).toBe(true);
  }
});

test.for([0, -1, 5, Number.NaN])('a scale of %d is refused', async (scale) => {
  await expect(svgToPng('<svg/>', { scale })).rejects.toThrow(RangeError);
});

test('what is no SVG is refused', async () => {
  await expect(svgToPng('<svg')).rejects.toThrow();
});
