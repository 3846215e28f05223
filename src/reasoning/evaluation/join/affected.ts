import type { Step } from './join.ts';

/** New rows are few if they are at most this part of their relation. */
const FEW = 1 / 8;

/**
 * Marks the first terms about which a join may conclude something in this round: those that reach a new row by the
 * first or second step. Most rounds but the first bring little that is new, and going through all first terms for
 * it would take longer than everything else.
 *
 * @param marks by term; set to 1
 * @returns false where all first terms must be gone through, because much is new or it is met only later
 */
export function markAffected(steps: readonly Step[], firstSlot: number, marks: Uint8Array): boolean {
  const [first, second] = steps;
  const changed = steps.find(({ window }) => window === 'new');
  if (first === undefined || changed === undefined || first.keySlot !== firstSlot) return false;
  const { newFrom, visible } = changed.table;
  if (visible - newFrom > visible * FEW) return false;
  if (changed === first) {
    markValues(first.table.column(first.keyColumn), newFrom, visible, marks);
    return true;
  }
  const bound = first.bindSlots.indexOf(changed.keySlot);
  if (changed !== second || bound < 0) return false;
  const isNew = new Uint8Array(marks.length);
  markValues(changed.table.column(changed.keyColumn), newFrom, visible, isNew);
  const keys = first.table.column(first.keyColumn);
  const values = first.table.column(first.bindColumns[bound] ?? 0);
  for (let row = 0; row < first.table.visible; row++)
    if (isNew[values[row] ?? 0] === 1) marks[keys[row] ?? 0] = 1;
  return true;
}

function markValues(column: Int32Array, from: number, to: number, marks: Uint8Array): void {
  for (let row = from; row < to; row++) marks[column[row] ?? 0] = 1;
}
