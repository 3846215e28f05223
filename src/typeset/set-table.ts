import type { Content, Table } from '../render/index.ts';
import { columnWidths } from './column-widths.ts';
import { linesOf, longestWord, widthOf } from './line.ts';
import { INK, LOOKS, type Look } from './look.ts';
import { FRAME_HEIGHT } from './page.ts';
import { part, type Part } from './part.ts';
import { runsOf } from './run.ts';
import type { Setting } from './setting.ts';
import type { Cell, Plan, Row } from './table-plan.ts';

/** Sizes to try, in points: the first in which no word needs breaking. */
const SIZES = [8.8, 8, 7.2, 6.4] as const;
const LEADING = 1.36;

/** Between columns, and above and below the text of a cell. */
const GAP = 10;
const PADDING = 3;

/** Lines under the heads and under each row. */
const HEAD_RULE = 1.2;
const ROW_RULE = 0.5;

/** Sums of leadings are not exact. */
const ROUNDING = 0.001;

/** Longer words (addresses, hashes) do not keep a column broad. */
const LONGEST_WHOLE = 130;

/** Widths are rounded up by this, so that a cell as broad as its text does not wrap. */
const SPARE = 0.5;

/** A table over as many pages as it needs: heads again on each, rows whole where they fit on a page. */
export function setTable(table: Table, setting: Setting): void {
  const { flow } = setting;
  if (table.columns.length === 0) return;
  flow.need(Math.min(leastTableHeight(table, setting), FRAME_HEIGHT));
  const plan = planOf(table, setting);
  // A table that comes again is a part of its own.
  setting.plans.delete(table);
  setRow(plan.heads, plan, setting);
  for (const cells of table.rows) {
    const row = rowOf(table, cells, plan, setting);
    const { page } = flow.height;
    flow.need(Math.min(row.height, FRAME_HEIGHT - plan.heads.height));
    if (flow.height.page > page) setHeadsAgain(plan, setting);
    setRow(row, plan, setting);
  }
}

/** Height in points of the heads and two rows; of one, where two would need half a page. */
export function leastTableHeight(table: Table, setting: Setting): number {
  if (table.columns.length === 0) return 0;
  const plan = planOf(table, setting);
  const [one = 0, two = 0] = table.rows.slice(0, 2).map((row) => rowOf(table, row, plan, setting).height);
  const { height } = plan.heads;
  return height + one + two <= FRAME_HEIGHT / 2 ? height + one + two : height + one;
}

/** The plan of a table, kept until it is set. */
function planOf(table: Table, setting: Setting): Plan {
  const plan = setting.plans.get(table) ?? planned(table, setting);
  setting.plans.set(table, plan);
  return plan;
}

function planned(table: Table, setting: Setting): Plan {
  const { left, width } = setting;
  const gap = Math.min(GAP, width / table.columns.length / 4);
  const room = width - gap * (table.columns.length - 1);
  const tablePart = part('Table', setting.within);
  const { look, widths } = fitted(table, room, setting);
  const columns = table.columns.map(({ align = 'left' }, index) => ({
    left: left + widths.slice(0, index).reduce((sum, each) => sum + each + gap, 0),
    width: widths[index] ?? 0,
    align,
  }));
  const headsPart = part('TR', tablePart);
  const headLook: Look = { ...look, face: 'bold', color: INK.muted };
  const cells = table.columns.map(({ title }, index) => {
    const cellPart = part('TH', headsPart);
    const runs = runsOf(title, headLook, cellPart, setting.pen);
    return { part: cellPart, lines: linesOf(runs, columns[index]?.width ?? 0, setting.pen) };
  });
  const heads = rowWith(headsPart, cells, look, HEAD_RULE);
  return { look, columns, heads, part: tablePart };
}

/** The largest size in which no word needs breaking, or the smallest, and the widths of the columns in it. */
function fitted(
  table: Table,
  room: number,
  setting: Setting,
): { readonly look: Look; readonly widths: readonly number[] } {
  const wishes = wishesAt(table, SIZES[0], setting);
  const size =
    SIZES.find((each) => sumOf(wishes.map(({ word }) => (word * each) / SIZES[0])) <= room) ??
    SIZES[SIZES.length - 1] ??
    6;
  const scaled = wishes.map(({ whole, word }) => ({
    whole: (whole * size) / SIZES[0] + SPARE,
    word: (word * size) / SIZES[0] + SPARE,
  }));
  const look = { ...LOOKS.body, color: setting.look.color, size, leading: size * LEADING };
  return { look, widths: columnWidths(scaled, room) };
}

function wishesAt(
  { columns, rows }: Table,
  size: number,
  { look, pen, within }: Setting,
): readonly { readonly whole: number; readonly word: number }[] {
  const plain: Look = { ...look, face: 'regular', size };
  const bold: Look = { ...look, face: 'bold', size };
  return columns.map(({ title }, index) => {
    const cells = [
      runsOf(title, bold, within, pen),
      ...rows.map((row) => runsOf(row[index] ?? '', plain, within, pen)),
    ];
    return {
      whole: largest(cells.map((cell) => widthOf(cell, pen))),
      word: largest(cells.map((cell) => Math.min(longestWord(cell, pen), LONGEST_WHOLE))),
    };
  });
}

function rowOf(table: Table, contents: readonly Content[], plan: Plan, setting: Setting): Row {
  const rowPart = part('TR', plan.part);
  const cells = table.columns.map((_, index) => {
    const cellPart = part('TD', rowPart);
    const runs = runsOf(contents[index] ?? '', plan.look, cellPart, setting.pen);
    return { part: cellPart, lines: linesOf(runs, plan.columns[index]?.width ?? 0, setting.pen) };
  });
  return rowWith(rowPart, cells, plan.look, ROW_RULE);
}

function rowWith(rowPart: Part, cells: readonly Cell[], { leading }: Look, rule: number): Row {
  const lines = largest(cells.map((cell) => cell.lines.length));
  return { part: rowPart, cells, lines, height: lines * leading + 2 * PADDING, rule };
}

/** Heads where the table goes on, as decoration, since they have been read already; not if they took half the page. */
function setHeadsAgain(plan: Plan, setting: Setting): void {
  const { height } = plan.heads;
  if (height > FRAME_HEIGHT / 2) return;
  const start = setting.flow.take(height);
  drawCells(plan.heads, plan, setting, start.y, { from: 0, to: plan.heads.lines }, true);
  drawRule(plan.heads, setting);
}

/** Draws a row; one that is taller than what is left goes on on the next page. */
function setRow(row: Row, plan: Plan, setting: Setting): void {
  const { flow } = setting;
  const { leading } = plan.look;
  let done = 0;
  while (done < row.lines) {
    const { page } = flow.height;
    flow.need(leading + 2 * PADDING);
    if (flow.height.page > page && row !== plan.heads) setHeadsAgain(plan, setting);
    const fits = Math.max(1, Math.floor((flow.room - 2 * PADDING) / leading + ROUNDING));
    const now = Math.min(fits, row.lines - done);
    const start = flow.take(now * leading + 2 * PADDING);
    drawCells(row, plan, setting, start.y, { from: done, to: done + now }, false);
    done += now;
  }
  drawRule(row, setting);
}

/** The line under a row. */
function drawRule({ rule }: Row, { flow, left, width }: Setting): void {
  flow.draw({ kind: 'box', left, top: flow.height.y - rule / 2, width, height: rule, color: INK.line });
}

function drawCells(
  row: Row,
  plan: Plan,
  { flow, pen }: Setting,
  top: number,
  lines: { readonly from: number; readonly to: number },
  isDecoration: boolean,
): void {
  row.cells.forEach((cell, index) => {
    const column = plan.columns[index];
    if (column === undefined) return;
    if (!isDecoration) flow.draw({ kind: 'part', part: cell.part });
    cell.lines.slice(lines.from, lines.to).forEach((line, number) => {
      const left = column.left + (column.width - widthOf(line.runs, pen)) * SHIFT[column.align];
      flow.drawLine(line, plan.look, left, top + PADDING + number * plan.look.leading, isDecoration);
    });
  });
}

const SHIFT = { left: 0, center: 0.5, right: 1 } as const;

function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
