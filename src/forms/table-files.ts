import { errorOf } from '../facts/index.ts';
import { count } from '../text/index.ts';
import { tableCsv, type DataTable } from '../render/index.ts';
import { FORM_ISSUES } from './issues.ts';
import type { TABLE_FORMATS } from './formats.ts';

/** Tables, and what is said of all of them. */
interface Tables {
  readonly tables: readonly DataTable[];
  /** How far they may go, as people write it. */
  readonly level?: string | undefined;
  /** Copyright and licence statements of what is in them. */
  readonly notices?: readonly string[] | undefined;
  readonly remark: (text: string) => void;
}

/** What tables are made into: a file of CSV is one table, the main one; an Excel file has a sheet for each. */
export const TABLE_FILES: Readonly<
  Record<(typeof TABLE_FORMATS)[number], (tables: Tables) => Promise<string | Uint8Array>>
> = {
  csv: async ({ tables, level, remark }) => {
    const [main, ...others] = someOf(tables);
    if (others.length > 0)
      remark(
        `CSV has one table: “${main.name}”. An Excel file (-o FILE.xlsx) has ${count(others.length, 'more', 'more')}: ${others.map(({ name }) => name).join(', ')}.`,
      );
    const text = tableCsv(main);
    if (level === undefined) return text;
    const { markText } = await import('../export/index.ts');
    return markText(text, 'csv', level);
  },
  xlsx: async ({ tables, level, notices = [] }) => {
    // What packs files is loaded only for those who ask for one.
    const { tablesXlsx } = await import('../render/index.ts');
    const last = { name: 'Notices', heads: ['notice'], rows: notices.map((notice) => [notice]) };
    return tablesXlsx([...someOf(tables), ...(notices.length === 0 ? [] : [last])], level);
  },
};

/** @throws FoeprintError C790 where there are none */
function someOf(tables: readonly DataTable[]): readonly [DataTable, ...DataTable[]] {
  const [main, ...others] = tables;
  if (main !== undefined) return [main, ...others];
  throw errorOf(FORM_ISSUES.noTables, 'This answer has no table; nothing was written.');
}
