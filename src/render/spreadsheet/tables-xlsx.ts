import type { DataTable } from '../data-table.ts';
import { tableSheet } from './table-sheet.ts';
import { writeWorkbook } from './write-workbook.ts';

/**
 * Tables as an Excel file, a sheet each.
 *
 * @param marking how far they may go, as people write it: `TLP:AMBER`
 */
export function tablesXlsx(tables: readonly DataTable[], marking?: string): Uint8Array {
  return writeWorkbook({ marking, sheets: tables.map(tableSheet) });
}
