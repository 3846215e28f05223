import type { AttackMatrix, MatrixEntry } from '../threat/index.ts';
import { highest } from '../text/index.ts';
import {
  entriesOf,
  isDivider,
  type Annotation,
  type Divider,
  type Expansion,
  type Gradient,
  type Layer,
  type LayerCell,
  type LayerLink,
} from '../threat/index.ts';
import type { CellRange, CellStyle, Sheet, SheetCell, SheetRow } from '../render/index.ts';
import { writeWorkbook } from '../render/index.ts';
import {
  drawnGradient,
  lookOf,
  type ColorChoice,
  checkDrawable,
  matrixView,
  type MatrixColumn,
  type MatrixRow,
  ATTACK_NOTICE,
  subtitleOf,
} from '../draw/index.ts';

/** What a workbook of layers shows. */
export interface MatrixWorkbookOptions {
  /** Which sub-techniques get a row; default `all`. */
  readonly subtechniques?: Expansion;
  /** Colours for scores; default `safe`. */
  readonly colors?: ColorChoice;
  /** Copyright statements; default {@link ATTACK_NOTICE}. */
  readonly notices?: readonly string[];
  /** How far it may go, e.g. `TLP:AMBER`. */
  readonly marking?: string | undefined;
}

/**
 * Layers as an Excel file: for each a sheet laid out like the matrix, two columns to a tactic (technique and
 * score), with the fills of the drawing; then one sheet that lists every mark with its comment, metadata and
 * links, to be sorted and filtered. Headers stay in sight. Text is never a formula; the same layers give the
 * same bytes.
 *
 * @throws FoeprintError W683 where a layer is of another domain than the matrix, W688 where it cannot be drawn
 */
export function renderMatrixXlsx(
  layers: readonly Layer[],
  matrix: AttackMatrix,
  options: MatrixWorkbookOptions = {},
): Uint8Array {
  for (const layer of layers) checkDrawable(layer, matrix);
  return writeWorkbook({
    marking: options.marking,
    sheets: [...layers.map((layer) => matrixSheet(layer, matrix, options)), listSheet(layers, matrix)],
  });
}

const HEADER: CellStyle = { fill: '#263445', color: '#ffffff', bold: true, align: 'center', wrap: true };
const PLAIN: CellStyle = { wrap: true };

function matrixSheet(layer: Layer, matrix: AttackMatrix, options: MatrixWorkbookOptions): Sheet {
  const { columns } = matrixView(layer, matrix, options.subtechniques ?? 'all');
  const gradient = drawnGradient(layer, options.colors ?? 'safe');
  const top: readonly SheetRow[] = [
    { height: 24, cells: [{ value: layer.name, style: { bold: true, size: 16 } }] },
    { cells: [{ value: subtitleOf(layer, matrix) }] },
    { cells: [{ value: (options.notices ?? [ATTACK_NOTICE]).join(' ') }] },
    { height: 28, cells: columns.flatMap(headerCells) },
  ];
  const lengths = columns.map(({ rows }) => rows.length);
  const body = Array.from({ length: highest(lengths, 0) }, (_, index) => ({
    cells: columns.flatMap(({ rows }) => rowCells(rows[index], gradient)),
  }));
  return {
    name: layer.name,
    widths: columns.flatMap((column) => [widthOf(column), 7]),
    rows: [...top, ...body],
    frozen: { rows: top.length, columns: 0 },
    merged: columns.map((_, index) => headerRange(top.length - 1, index)),
  };
}

/** Wide enough for the longest name: spreadsheets do not agree on whether rows grow with wrapped text. */
function widthOf({ tactic, rows }: MatrixColumn): number {
  const lengths = rows.map(({ entry, isSubtechnique }) => labelOf(entry).length + (isSubtechnique ? 2 : 0));
  return Math.min(80, highest(lengths, Math.max(16, tactic.name.length)) + 1);
}

function labelOf(entry: MatrixEntry): string {
  return `${entry.id} ${entry.name}`;
}

function headerCells({ tactic, marked, total }: MatrixColumn): readonly SheetCell[] {
  return [{ value: `${tactic.name}\n${marked} of ${total} marked`, style: HEADER }, { style: HEADER }];
}

function headerRange(row: number, index: number): CellRange {
  return { row, column: 2 * index, lastRow: row, lastColumn: 2 * index + 1 };
}

function rowCells(
  row: MatrixRow | undefined,
  gradient: Gradient | undefined,
): readonly (SheetCell | undefined)[] {
  if (row === undefined) return [undefined, undefined];
  const { entry, cell, isSubtechnique } = row;
  const look = lookOf(cell, gradient);
  const style: CellStyle = { fill: look.fill, color: look.text, border: true };
  const indent = isSubtechnique ? { indent: 1 } : {};
  const score = cell?.score === undefined ? {} : { value: cell.score };
  return [
    { value: labelOf(entry), style: { ...style, ...indent } },
    { ...score, style: { ...style, align: 'right' } },
  ];
}

const LISTED = [
  { title: 'Layer', width: 24 },
  { title: 'Technique', width: 12 },
  { title: 'Name', width: 34 },
  { title: 'Tactic', width: 22 },
  { title: 'Score', width: 8 },
  { title: 'Enabled', width: 9 },
  { title: 'Comment', width: 70 },
  { title: 'Metadata', width: 40 },
  { title: 'Links', width: 50 },
] as const;

function listSheet(layers: readonly Layer[], matrix: AttackMatrix): Sheet {
  const names = namesOf(matrix);
  const header: SheetRow = {
    cells: LISTED.map(({ title }) => ({ value: title, style: { ...HEADER, align: 'left' } })),
  };
  return {
    name: 'Marks',
    widths: LISTED.map(({ width }) => width),
    rows: [header, ...layers.flatMap((layer) => ordered(layer).map((cell) => listRow(layer, cell, names)))],
    frozen: { rows: 1, columns: 0 },
    filterRow: 0,
  };
}

function namesOf(matrix: AttackMatrix): ReadonlyMap<string, string> {
  return new Map(matrix.tactics.flatMap(entriesOf).map(({ id, name }) => [id, name]));
}

function ordered(layer: Layer): readonly LayerCell[] {
  return layer.cells.toSorted((one, other) => (one.technique < other.technique ? -1 : 1));
}

function listRow(layer: Layer, cell: LayerCell, names: ReadonlyMap<string, string>): SheetRow {
  const values = [
    layer.name,
    cell.technique,
    names.get(cell.technique) ?? 'not in this matrix',
    cell.tactic ?? 'every one',
    cell.score,
    cell.enabled ? 'yes' : 'no',
    cell.comment,
    listed(cell.annotations, ({ name, value }) => `${name}: ${value}`),
    listed(cell.links, ({ label, url }) => `${label}: ${url}`),
  ];
  const lines = values.map((value, index) => linesIn(value, LISTED[index]?.width ?? 1));
  return {
    height: LINE * Math.min(MOST_LINES, highest(lines)),
    cells: values.map((value) => (value === undefined || value === '' ? undefined : { value, style: PLAIN })),
  };
}

/** Height of a line in points, and how many lines of a long comment are shown before one opens the cell. */
const LINE = 13;
const MOST_LINES = 8;

/** About how many lines a text takes in a column of this width. */
function linesIn(value: string | number | undefined, width: number): number {
  const paragraphs = String(value ?? '').split('\n');
  return paragraphs.reduce((total, text) => total + Math.max(1, Math.ceil(text.length / width)), 0);
}

function listed<Entry extends Annotation | LayerLink>(
  entries: readonly (Entry | Divider)[],
  say: (entry: Entry) => string,
): string {
  return entries.flatMap((entry) => (isDivider(entry) ? [] : [say(entry)])).join('\n');
}
