import type { CsvValue } from '../csv.ts';
import type { DataTable } from '../data-table.ts';
import type { CellStyle, Sheet, SheetCell } from './workbook.ts';

const HEAD: CellStyle = { bold: true, fill: '#e8ebf0', border: true, wrap: true };

/** Widths of columns in characters, by their head; others are {@link WIDTH}. */
const WIDTHS: Readonly<Record<string, number>> = {
  name: 30,
  tactics: 28,
  score: 7,
  reason: 40,
  through: 24,
  sources: 8,
  publishers: 28,
  citation: 32,
  address: 40,
  sentence: 80,
  techniques: 11,
  for: 80,
  groups: 60,
  platforms: 40,
  'log sources': 60,
  'strongest groups': 40,
  why: 60,
};
const WIDTH = 14;

/** A table as a sheet: a head that stays in sight and filters, the first two columns stay too. */
export function tableSheet({ name, heads, rows }: DataTable): Sheet {
  return {
    name,
    widths: heads.map((head) => WIDTHS[head] ?? WIDTH),
    rows: [
      { cells: heads.map((value) => ({ value, style: HEAD })) },
      ...rows.map((row) => ({ cells: row.map(cellOf) })),
    ],
    frozen: { rows: 1, columns: 2 },
    filterRow: 0,
  };
}

function cellOf(value: CsvValue): SheetCell | undefined {
  if (value === undefined || value === '') return undefined;
  return typeof value === 'number' ? { value } : { value: String(value), style: { wrap: true } };
}
