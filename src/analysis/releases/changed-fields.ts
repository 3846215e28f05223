import type { FieldChange } from '../../answers/index.ts';
import { fieldWords, NOT_COMPARED, type Raw } from '../../stix/index.ts';
import { compareText } from '../../text/index.ts';
import { sameValue } from '../../facts/index.ts';

/** Longest value that is repeated. */
const LONGEST = 80;

/** Fields whose values differ, by name. The order of a list of texts does not count; an absent list and an empty one are the same. */
export function changedFields(before: Raw, after: Raw): readonly FieldChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .filter((name) => !NOT_COMPARED.has(name) && !isSame(before[name], after[name]))
    .toSorted(compareText)
    .map((field) => describeChange(field, before[field], after[field]));
}

function isSame(before: unknown, after: unknown): boolean {
  return sameValue(inOrder(before), inOrder(after));
}

/** Lists of texts in one order; nothing for an empty value. */
function inOrder(value: unknown): unknown {
  if (value === '' || value === false || (Array.isArray(value) && value.length === 0)) return undefined;
  return isTexts(value) ? value.toSorted(compareText) : value;
}

function describeChange(field: string, before: unknown, after: unknown): FieldChange {
  const [earlier, later] = [before ?? [], after ?? []];
  if (isTexts(earlier) && isTexts(later)) {
    const added = later.filter((text) => !earlier.includes(text));
    const removed = earlier.filter((text) => !later.includes(text));
    return { field, label: fieldWords(field), added, removed };
  }
  return { field, label: fieldWords(field), ...short('before', before), ...short('after', after) };
}

function short(name: 'before' | 'after', value: unknown): Pick<FieldChange, 'before' | 'after'> {
  const isShort = (typeof value === 'string' && value.length <= LONGEST) || typeof value === 'boolean';
  return isShort ? { [name]: String(value) } : {};
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
