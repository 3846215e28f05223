import fc from 'fast-check';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { barChart } from '../../../src/draw/index.ts';
import { documentHtml, documentMarkdown, documentText, writeWorkbook } from '../../../src/render/index.ts';
import { markPng, markSvg, markText, writeLayer, writeLayers } from '../../../src/export/index.ts';
import { csv } from '../../../src/render/csv.ts';
import { readLayers } from '../../../src/intake/index.ts';
import { svgToPng } from '../../../src/draw/rasterise/index.ts';
import { heron, mudlark } from '../../support/layers.ts';
import { strFromU8, unzipSync } from 'fflate';

const MARKING = 'TLP:AMBER+STRICT';

test('each row of a table says how far it may go, whatever its cells hold', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('a,b', 'line\r\nend', '"quoted"', '\r\n', '', '=1'),
    fc.integer(),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 })), (rows) => {
      const marked = rows.map((cells) => [...cells, MARKING]);
      expect(markText(csv(['one', 'other'], rows), 'csv', MARKING)).toBe(
        csv(['one', 'other', 'marking'], marked),
      );
    }),
  );
});

test.for<readonly [string, Parameters<typeof markText>[1], string, string]>([
  ['a Mermaid diagram', 'mermaid', 'flowchart RL\n', `---\ntitle: "${MARKING}"\n---\nflowchart RL\n`],
  ['JSON', 'json', '{"nodes": []}', `{\n  "nodes": [],\n  "marking": "${MARKING}"\n}\n`],
  [
    'lines of JSON',
    'json-lines',
    '{"id":1}\n{"id":2}\n',
    `{"id":1,"marking":"${MARKING}"}\n{"id":2,"marking":"${MARKING}"}\n`,
  ],
  ['a bundle, whose objects say it themselves', 'stix', '{"type":"bundle"}\n', '{"type":"bundle"}\n'],
])('%s says how far it may go', ([, form, text, marked]) => {
  expect(markText(text, form, MARKING)).toBe(marked);
});

test.for([
  ['one', writeLayer(heron)],
  ['several', writeLayers([heron, mudlark])],
])(
  '%s layers say it once, in metadata that are read back, and are otherwise as they were',
  ([, file = '']) => {
    const once = markText(file, 'layer', 'TLP:GREEN');
    const twice = markText(once, 'layer', MARKING);
    const [before, after] = [file, twice].map((text) => readLayers(JSON.parse(text), 'x').layers);
    const marking = { name: 'marking', value: MARKING };
    expect(after).toEqual(
      before?.map((layer) => ({ ...layer, annotations: [marking, ...layer.annotations] })),
    );
  },
);

/** Width and height, as the drawing gives them. */
function sizeOf(svg: string): readonly number[] {
  return (/ width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []).slice(1).map(Number);
}

const chart = barChart({ title: 'Boats', bars: [{ label: 'Heron', value: 3 }] });

test('a drawing has a strip that says it, and is otherwise as large as it was', async () => {
  const drawing = chart.svg;
  const marked = markSvg(drawing, MARKING);
  const [[width = 0, height = 0], after] = [sizeOf(drawing), sizeOf(marked)];
  expect(after).toEqual([Math.max(width, 230), height + 30]);
  expect(marked).toContain(`<metadata>${MARKING}</metadata>`);
  const picture = await svgToPng(marked);
  const png = Buffer.from(markPng(picture, MARKING));
  const at = png.indexOf(`tEXtMarking\0${MARKING}`);
  expect(at).toBe(8 + 25 + 4);
  const length = png.readUInt32BE(at - 4);
  expect(length).toBe(`Marking\0${MARKING}`.length);
  expect(png.readUInt32BE(at + 4 + length)).toBe(crc32(png.subarray(at, at + 4 + length)));
  expect(Buffer.concat([png.subarray(0, at - 4), png.subarray(at + 8 + length)])).toEqual(
    Buffer.from(picture),
  );
});

test('a workbook says it at head and foot of each sheet and in its properties; unmarked, it has none of them', () => {
  const sheets = ['One', 'Other'].map((name) => ({
    name,
    widths: [10],
    rows: [{ cells: [{ value: 'x' }] }],
  }));
  const parts = (marking?: string) =>
    Object.entries(unzipSync(writeWorkbook({ sheets, marking }))).map(
      ([name, part]) => [name, strFromU8(part)] as const,
    );
  const marked = parts(MARKING)
    .filter(([, part]) => part.includes(MARKING))
    .map(([name]) => name);
  expect(marked).toEqual(['docProps/core.xml', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']);
  expect(parts().map(([name]) => name)).toEqual(
    parts(MARKING)
      .map(([name]) => name)
      .filter((name) => name !== 'docProps/core.xml'),
  );
});

test.for([
  ['text', documentText, 1],
  ['Markdown', documentMarkdown, 2],
  ['HTML', documentHtml, 2],
] as const)('a document as %s says it, and what is left out', ([, render, times]) => {
  const plain = { title: 'Boats', blocks: [], notices: ['© Harbour'] };
  const text = render({ ...plain, marking: 'TLP:RED', leftOut: '3 objects are left out.' });
  expect(text.split(/TLP:RED/).length - 1).toBe(times);
  expect(text).toContain('3 objects are left out.');
  expect(render(plain)).not.toContain('TLP');
});
