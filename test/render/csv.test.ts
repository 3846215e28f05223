import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv, link, reference, share } from '../../src/render/index.ts';
import { neutralise } from '../../src/text/index.ts';
import { nastyText } from './support/nasty.ts';

test('a table with all that needs care', () => {
  const rows = [
    ['G9001', 'Example Heron, “wader”', 12, -3, true],
    ['=HYPERLINK("http://evil.example")', 'two\nlines', 0.5, undefined, false],
    ['+1', '@cmd', ' spaced '],
    ['-2+3', "it's", '\tTab'],
  ] as const;
  expect(csv(['id', 'name', 'count', 'change', 'live'], rows)).toBe(
    [
      'id,name,count,change,live',
      'G9001,"Example Heron, “wader”",12,-3,true',
      `"'=HYPERLINK(""http://evil.example"")","two\nlines",0.5,,false`,
      `'+1,'@cmd," spaced ",,`,
      `'-2+3,it's,'\tTab,,`,
      '',
    ].join('\r\n'),
  );
});

test.for([
  [share(0.25), '0.25'],
  [link('Heron', 'https://example.org/heron'), 'Heron https://example.org/heron'],
  [reference('G9001', 'https://example.org/heron'), 'G9001'],
  [link('https://example.org/', 'https://example.org/'), 'https://example.org/'],
  [link('=cmd', 'javascript:alert(1)'), "'=cmd"],
] as const)('%j is %s', ([value, cell]) => {
  expect(csv(['one'], [[value]])).toBe(`one\r\n${cell}\r\n`);
});

/** A reader of RFC 4180, as plain as the standard. */
function read(text: string): readonly string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|$)/gu)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('what is written is read back, but for the apostrophe before formulas and for what steers a screen', () => {
  const cells = fc.array(fc.tuple(nastyText, nastyText), { maxLength: 5 });
  fc.assert(
    fc.property(cells, (rows) => {
      const back = read(csv(['one', 'other'], rows)).slice(1);
      expect(back).toHaveLength(rows.length);
      for (const [index, row] of rows.entries()) {
        for (const [column, text] of row.entries()) {
          const cell = back[index]?.[column] ?? '';
          const shown = neutralise(text);
          expect([shown, `'${shown}`]).toContain(cell);
          expect(cell).not.toMatch(/^[=+\-@\t\r\n]/u);
        }
      }
    }),
  );
});
