import { compareText } from '../../text/index.ts';
import { sameValue } from '../../facts/index.ts';

type Raw = Readonly<Record<string, unknown>>;

/** A field of an object that is different. Long texts are named, not repeated. */
export interface FieldChange {
  /** As in the object, e.g. `x_mitre_platforms`. */
  readonly field: string;
  /** Short values, before and after; absent where there was or is none, or where they are long. */
  readonly before?: string;
  readonly after?: string;
  /** Of lists of texts: entries that are new or gone. */
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
}

/** Fields that change with every release, or that the diff tells in another way (withdrawal, tactics, versions, domains). */
const NOT_TOLD: ReadonlySet<string> = new Set([
  'id',
  'type',
  'created',
  'modified',
  'spec_version',
  'revoked',
  'kill_chain_phases',
  'object_marking_refs',
  'created_by_ref',
  'x_mitre_attack_spec_version',
  'x_mitre_deprecated',
  'x_mitre_modified_by_ref',
  'x_mitre_version',
  'x_mitre_domains',
]);

/** Longest value that is repeated. */
const LONGEST = 80;

/** Fields whose values differ, by name. The order of a list of texts does not count; an absent list and an empty one are the same. */
export function changedFields(before: Raw, after: Raw): readonly FieldChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .filter((name) => !NOT_TOLD.has(name) && !isSame(before[name], after[name]))
    .toSorted(compareText)
    .map((field) => describeChange(field, before[field], after[field]));
}

function isSame(before: unknown, after: unknown): boolean {
  return sameValue(inOrder(before), inOrder(after));
}

/** Lists of texts in one order; nothing for what says nothing. */
function inOrder(value: unknown): unknown {
  if (value === '' || value === false || (Array.isArray(value) && value.length === 0)) return undefined;
  return isTexts(value) ? value.toSorted(compareText) : value;
}

function describeChange(field: string, before: unknown, after: unknown): FieldChange {
  const [told, tells] = [before ?? [], after ?? []];
  if (isTexts(told) && isTexts(tells)) {
    const added = tells.filter((text) => !told.includes(text));
    const removed = told.filter((text) => !tells.includes(text));
    return { field, added, removed };
  }
  return { field, ...short('before', before), ...short('after', after) };
}

function short(name: 'before' | 'after', value: unknown): Pick<FieldChange, 'before' | 'after'> {
  const isShort = (typeof value === 'string' && value.length <= LONGEST) || typeof value === 'boolean';
  return isShort ? { [name]: String(value) } : {};
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
