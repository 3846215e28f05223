import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import { writeWorkbook, type CellStyle, type Sheet } from '../../../src/render/index.ts';
import { cellName } from '../../../src/render/spreadsheet/sheet-xml.ts';
import { sheetNames } from '../../../src/render/spreadsheet/workbook.ts';
import { neutralise } from '../../../src/text/index.ts';

function sheet(fields: Partial<Sheet>): Sheet {
  return { name: 'Papers', widths: [], rows: [], ...fields };
}

/** A part of the file that a workbook of these sheets becomes. */
function partOf(name: string, ...sheets: readonly Sheet[]): string {
  const part = unzipSync(writeWorkbook({ sheets }))[name];
  return part === undefined ? '' : strFromU8(part);
}

/** One cell as it is written, and the format that it has. */
function cellOf(value: string | number, style: CellStyle = {}): { cell: string; format: string } {
  const sheets = sheet({ rows: [{ cells: [{ value, style }] }] });
  const cell = /<c .*<\/c>/s.exec(partOf('xl/worksheets/sheet1.xml', sheets))?.[0] ?? '';
  const number = Number(/ s="(\d+)"/.exec(cell)?.[1]);
  const formats = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(partOf('xl/styles.xml', sheets))?.[1] ?? '';
  return { cell, format: formats.split('</xf>')[number] ?? '' };
}

test('a sheet with everything', async () => {
  const papers = sheet({
    widths: [20, 8],
    rows: [
      {
        height: 24,
        cells: [{ value: 'Papers & drawers', style: { bold: true, size: 16, color: '#112233' } }],
      },
      {
        cells: [
          { value: 'Name', style: { fill: '#263445', border: true } },
          { value: 'Score', style: { align: 'right' } },
        ],
      },
      { cells: [{ value: 'Fanning', style: { indent: 1, wrap: true } }, { value: -1.5 }] },
      { cells: [undefined, { style: { fill: '#ffffff' } }] },
    ],
    frozen: { rows: 2, columns: 1 },
    merged: [{ row: 0, column: 0, lastRow: 0, lastColumn: 1 }],
    filterRow: 1,
  });
  await expect(partOf('xl/worksheets/sheet1.xml', papers)).toMatchFileSnapshot(
    '../golden/spreadsheet/sheet1.xml',
  );
  await expect(partOf('xl/styles.xml', papers)).toMatchFileSnapshot('../golden/spreadsheet/styles.xml');
  await expect(partOf('xl/workbook.xml', papers, papers)).toMatchFileSnapshot(
    '../golden/spreadsheet/workbook.xml',
  );
});

describe('text is text', () => {
  test.for(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\n=x', '=HYPERLINK("http://x.example","y")'])(
    '%j is text and stays text when edited',
    (value) => {
      const { cell, format } = cellOf(value);
      expect(cell).toContain('t="inlineStr"');
      expect(cell).not.toContain('<f');
      expect(format).toContain('quotePrefix="1"');
    },
  );

  test.for(['plain', '1', 'a=b', ''])('%j needs no quote', (value) => {
    expect(cellOf(value).format).not.toContain('quotePrefix');
  });

  test('whatever it holds, it comes back, with controls made visible', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const written = /<t [^>]*>(.*)<\/t>/s.exec(cellOf(value).cell)?.[1] ?? '';
        expect(read(written)).toBe(neutralise(value).replaceAll(/\p{Surrogate}|[\ufffe\uffff]/gu, '\ufffd'));
      }),
    );
  });

  test('text that looks like an escaped letter is escaped', () => {
    expect(cellOf('_x0041_').cell).toContain('_x005F_x0041_');
  });

  test('text longer than a cell can hold is cut, and says so', () => {
    const written = /<t [^>]*>(.*)<\/t>/s.exec(cellOf('a'.repeat(40_000)).cell)?.[1] ?? '';
    expect([written.length, written.at(-1)]).toEqual([32_767, '…']);
  });
});

/** Text of a cell as a spreadsheet reads it. */
function read(xml: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return xml
    .replaceAll(/&([^;]+);/g, (_, name: string) => entities[name] ?? '?')
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

test.for([
  ['1', 1],
  ['-0.25', -0.25],
  ['1e+300', 1e300],
] as const)('the number %s', ([written, value]) => {
  expect(cellOf(value).cell).toContain(`<v>${written}</v>`);
});

test('a number that is none leaves the cell empty', () => {
  const sheets = sheet({ rows: [{ cells: [{ value: Number.NaN }] }] });
  expect(partOf('xl/worksheets/sheet1.xml', sheets)).toContain('<c r="A1" s="0"/>');
});

test.for([
  [
    ['a', 'A', 'a'],
    ['a', 'A (2)', 'a (3)'],
  ],
  [['a/b: [c]?'], ['a b c']],
  [
    ['', '  ', "''"],
    ['Sheet', 'Sheet (2)', 'Sheet (3)'],
  ],
  [["'quoted'"], ['quoted']],
  [
    ['x'.repeat(40), 'x'.repeat(41)],
    ['x'.repeat(31), `${'x'.repeat(27)} (2)`],
  ],
  [[`${'x'.repeat(30)}😀`], ['x'.repeat(30)]],
])('tabs for %j are %j', ([names, tabs]) => {
  expect(sheetNames(names ?? [])).toEqual(tabs);
});

test.for([
  [0, 0, 'A1'],
  [9, 25, 'Z10'],
  [0, 26, 'AA1'],
  [0, 701, 'ZZ1'],
  [0, 702, 'AAA1'],
] as const)('row %d, column %d is %s', ([row, column, name]) => {
  expect(cellName(row, column)).toBe(name);
});

describe('the same bytes', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  test('in every time zone', () => {
    const bytes = ['UTC', 'Pacific/Kiritimati', 'America/Anchorage'].map((name) => {
      process.env['TZ'] = name;
      return Buffer.from(writeWorkbook({ sheets: [sheet({})] })).toString('hex');
    });
    expect(new Set(bytes).size).toBe(1);
  });
});
