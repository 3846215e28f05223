/** A workbook before it is a file. */
export interface Workbook {
  /** One or more. */
  readonly sheets: readonly Sheet[];
  /** How far it may go, e.g. `TLP:AMBER`: at head and foot of what is printed, and in the properties. Absent: no marking. */
  readonly marking?: string | undefined;
}

/** One sheet of a workbook. */
export interface Sheet {
  /** Shown on its tab; made to fit what spreadsheets allow, see `sheetNames`. */
  readonly name: string;
  /** Width of each column, in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly SheetRow[];
  /** Rows and columns that stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Cells shown as one. */
  readonly merged?: readonly CellRange[];
  /** Row, from 0, whose cells get buttons to filter the rows below by. */
  readonly filterRow?: number;
  /** Whether it prints as a table: in landscape, all columns on one page, the frozen rows again on each, with name and page number. */
  readonly isPrinted?: true;
}

/** A row of cells. */
export interface SheetRow {
  /** In points; default: as high as its text needs. */
  readonly height?: number;
  readonly cells: readonly (SheetCell | undefined)[];
}

/** What a cell holds. Text is never a formula, whatever it begins with; there are no formulas. */
export interface SheetCell {
  /** Absent: empty, but with its style. */
  readonly value?: string | number;
  /** Where it leads: http or https. */
  readonly address?: string | undefined;
  readonly style?: CellStyle;
}

/** How a cell looks. */
export interface CellStyle {
  /** `#rrggbb` */
  readonly fill?: string;
  /** Of the text, `#rrggbb`; default black. */
  readonly color?: string;
  readonly bold?: boolean;
  readonly underlined?: boolean;
  /** In points; default 10. */
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** Steps of indentation. */
  readonly indent?: number;
  readonly wrap?: boolean;
  /** A thin line around it. */
  readonly border?: boolean;
  /** How a number is shown; default as it is. */
  readonly format?: NumberFormat;
}

/** How numbers are shown: a share of 1 as 25.0%; days, and moments in UTC, since 1899-12-30. */
export type NumberFormat = 'share' | 'day' | 'moment';

/** From the upper left to the lower right cell, both included; rows and columns from 0. */
export interface CellRange {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** What a spreadsheet may hold (ECMA-376, and Excel's own limits). */
const LONGEST_NAME = 31;

/**
 * Names for tabs: at most 31 characters, none of `[]:*?/\`, no apostrophe at an end, never empty, and no two
 * alike (case does not count).
 */
export function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const clean =
      name
        .replaceAll(/[[\]:*?/\\\p{C}]/gu, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim() || 'Sheet';
    let candidate = fitted(clean, '');
    for (let count = 2; taken.has(candidate.toLowerCase()); count++) candidate = fitted(clean, ` (${count})`);
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

function fitted(name: string, suffix: string): string {
  // Characters outside the basic plane count as two, as Excel counts them.
  let kept = '';
  for (const character of name) {
    if (kept.length + character.length + suffix.length > LONGEST_NAME) break;
    kept += character;
  }
  return `${kept.replaceAll(/^'+|'+$/g, '').trim() || 'Sheet'}${suffix}`;
}
