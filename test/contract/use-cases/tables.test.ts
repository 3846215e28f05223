import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Envelope } from '../../../src/answers/index.ts';
import { plain, type Block } from '../../../src/render/index.ts';
import { documentOf, tablesOf, USE_CASES, type UseCaseName } from '../../../src/workbench/index.ts';
import { contractHome } from './home.ts';
import { numbersIn, numbersOf } from './numbers.ts';
import { QUESTIONS } from './questions.ts';

const home = contractHome();

const ROWS = await Promise.all(
  Object.keys(USE_CASES)
    .filter((name): name is UseCaseName => name in USE_CASES)
    .map(async (name) => ({ name, row: await USE_CASES[name]() })),
);

const CASES = ROWS.flatMap(({ name, row }) =>
  QUESTIONS[name].map(({ question, words }) => ({ asked: [name, ...words].join(' '), name, row, question })),
);

/** The text of every cell of every table and of every key number, wherever in a document it stands. */
function cellsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(cellsIn);
  if (typeof value !== 'object' || value === null) return [];
  const block = value as Block;
  if (block.kind === 'table') return block.rows.flatMap((row) => row.map(plain));
  if (block.kind === 'key-numbers') return block.items.map(({ number }) => plain(number));
  return Object.values(value).flatMap(cellsIn);
}

test.for(CASES)(
  '$asked: what stands in a table of the document stands in a sheet',
  async ({ name, row, question }) => {
    const envelope: Envelope = await home.asked(name, question);
    const cells = cellsIn(documentOf(row, envelope).blocks);
    const tables = tablesOf(row, envelope);
    const [numbers, text] = [numbersIn(tables), JSON.stringify(tables)];
    expect(cells.flatMap(numbersOf).filter((number) => !numbers.has(number))).toEqual([]);
    const ids = cells.flatMap((cell) => cell.match(/\b[A-Z]{1,3}\d{4}(?:\.\d{3})?/gu) ?? []);
    expect(ids.filter((id) => !text.includes(id))).toEqual([]);
  },
);

test.for(ROWS)('$name says whether it has tables', async ({ name, row }) => {
  const tables: unknown[] = [];
  for (const { question } of QUESTIONS[name]) tables.push(...tablesOf(row, await home.asked(name, question)));
  expect(tables.length > 0).toBe(row.hasNoTables !== true);
});

const WRITTEN = ROWS.flatMap(({ name, row }) =>
  QUESTIONS[name].slice(0, 1).map(({ words }) => ({ row, words, line: [...row.name.split(' '), ...words] })),
);

test.for(WRITTEN)('$row.name is written as tables, or refused before any work', async ({ row, line }) => {
  // An Excel file of layers is the matrix, of which the sample has none.
  const isMatrix = row.layers !== undefined && row.tables === undefined;
  for (const ending of isMatrix ? ['csv'] : ['csv', 'xlsx']) {
    const file = home.path(`${row.name.replaceAll(' ', '-')}.${ending}`);
    const { exitCode, err } = await home.run(...line, '-o', file);
    if (row.hasNoTables === true) {
      expect({ exitCode, code: err.slice(0, 4) }).toEqual({ exitCode: 2, code: 'C718' });
      continue;
    }
    expect({ exitCode, err }).toMatchObject({ exitCode: 0 });
    const written = readFileSync(file);
    if (ending === 'csv') expect(written.toString('utf8').split('\r\n').length).toBeGreaterThan(2);
    else expect(strFromU8(unzipSync(written)['xl/workbook.xml'] ?? new Uint8Array())).toContain('<sheet ');
  }
});
