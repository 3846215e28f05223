import { groupedBy } from '../../../text/index.ts';
import type { SelectionMap } from './trace.ts';

/** Selections of which several differ in the values of one field are one with all these values. */
export function joinedSelections(selections: readonly SelectionMap[]): readonly SelectionMap[] {
  const alike = groupedBy(selections, (selection) => {
    const field = openField(selection);
    return JSON.stringify([field, Object.entries(selection).filter(([key]) => key !== field)]).toLowerCase();
  });
  return [...alike.values()].map((same) => {
    const [first = {}] = same;
    const field = openField(first);
    if (same.length === 1 || field === undefined) return first;
    return { ...first, [field]: same.flatMap((each) => each[field] ?? []) };
  });
}

/** The field that may have one of several values: the first that is not the program, and need not have all. */
function openField(selection: SelectionMap): string | undefined {
  const fields = Object.keys(selection);
  if (fields.some((field) => field.endsWith('|all'))) return undefined;
  return fields.find((field) => !field.startsWith('Image|'));
}
