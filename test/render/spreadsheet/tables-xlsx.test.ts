import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { link, share, tablesXlsx, type CsvValue, type DataTable } from '../../../src/render/index.ts';

const HERONS: DataTable = {
  name: "Wader's groups",
  heads: ['group', 'name', 'score', 'share', 'last report', 'read first'],
  rows: [
    [
      link('G9001', 'https://example.org/groups/G9001'),
      'Example Heron',
      2.5,
      share(0.125),
      '2024-03-03',
      link('Example CERT', 'https://example.org/heron?a=1&b=2'),
    ],
    [
      'G9002',
      '=HYPERLINK("https://evil.example")',
      -1,
      share(1),
      '2016',
      link('@cmd', 'javascript:alert(1)'),
    ],
    ['G9003', 'two\nlines', undefined, undefined, '2025-01-02T03:04:05.000Z', true],
  ],
};

const parts = (tables: readonly DataTable[], marking?: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(tablesXlsx(tables, marking))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );

test.for([
  ['xl/worksheets/sheet1.xml', 'table-sheet.xml'],
  ['xl/worksheets/_rels/sheet1.xml.rels', 'table-links.xml'],
  ['xl/styles.xml', 'table-styles.xml'],
  ['xl/workbook.xml', 'table-workbook.xml'],
] as const)('tables as a workbook: %s', async ([part, golden]) => {
  const other = { name: 'Empty', heads: ['one'], rows: [] };
  await expect(parts([HERONS, other], 'TLP:AMBER')[part]).toMatchFileSnapshot(
    `../golden/spreadsheet/${golden}`,
  );
});

test('a sheet without links has no part for them', () => {
  expect(Object.keys(parts([{ name: 'One', heads: ['one'], rows: [['two']] }]))).not.toContainEqual(
    expect.stringContaining('worksheets/_rels'),
  );
});

/** The value of a single cell, and the code of the format that it is shown in. */
function cellOf(value: CsvValue): readonly [value: string | undefined, format: string | undefined] {
  const all = parts([{ name: 'One', heads: ['one'], rows: [[value]] }]);
  const cell = /<c r="A2".*?<\/c>/su.exec(all['xl/worksheets/sheet1.xml'] ?? '')?.[0] ?? '';
  const styles = all['xl/styles.xml'] ?? '';
  const formats = [
    ...(/<cellXfs[^>]*>(.*)<\/cellXfs>/su.exec(styles)?.[1] ?? '').matchAll(/numFmtId="(\d+)"/gu),
  ];
  const id = formats[Number(/ s="(\d+)"/u.exec(cell)?.[1])]?.[1];
  const code = new RegExp(`numFmtId="${id}" formatCode="([^"]*)"`, 'u').exec(styles)?.[1];
  return [/<(?:v|t [^>]*)>(.*)<\/[vt]>/su.exec(cell)?.[1], code];
}

test.for([
  [share(0.125), '0.125', '0.0%'],
  [12, '12', undefined],
  ['12', '12', undefined],
  ['1900-03-01', '61', String.raw`yyyy\-mm\-dd`],
  ['2026-11-28', '46354', String.raw`yyyy\-mm\-dd`],
  ['2026-11-28T12:00:00Z', '46354.5', String.raw`yyyy\-mm\-dd\ hh:mm`],
  ['2026-11-28 18:00', '46354.75', String.raw`yyyy\-mm\-dd\ hh:mm`],
  // What spreadsheets do not agree on, and what is none, stays as it is.
  ['1900-02-28', '1900-02-28', undefined],
  ['1800-01-01', '1800-01-01', undefined],
  ['2026-02-30', '2026-02-30', undefined],
  ['2026-13-01', '2026-13-01', undefined],
  ['2026-11', '2026-11', undefined],
  ['2026', '2026', undefined],
] as const)('%j is %s, shown as %s', ([value, written, format]) => {
  expect(cellOf(value)).toEqual([written, format]);
});
