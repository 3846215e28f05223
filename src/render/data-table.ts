import { csv, type CsvValue } from './csv.ts';

/** Values in rows and columns, for spreadsheets: an answer, or a part of one. */
export interface DataTable {
  /** Name of the sheet, and of the form that asks for this table alone. */
  readonly name: string;
  readonly heads: readonly string[];
  /** Rows shorter than the heads are filled up with empty cells. */
  readonly rows: readonly (readonly CsvValue[])[];
}

/** Columns by their heads, each with what stands in it. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => CsvValue>>;

/** A table with a row for each of these. */
export function dataTable<Row>(
  name: string,
  rows: readonly Row[],
  columns: Columns<NoInfer<Row>>,
): DataTable {
  const cells = Object.values(columns);
  return { name, heads: Object.keys(columns), rows: rows.map((row) => cells.map((cell) => cell(row))) };
}

/** A table as CSV, see {@link csv}. */
export function tableCsv({ heads, rows }: DataTable): string {
  return csv(heads, rows);
}
