import type { Place } from '../../facts/index.ts';
import { closestName, isMapping } from '../../text/index.ts';
import { SIGMA_ISSUES } from '../issues.ts';
import type { WrittenPart } from './documents.ts';
import { isModifier, MODIFIERS, type Modifier } from './modifiers.ts';
import type { RuleValue, Search } from './rule.ts';
import { Unreadable } from './unreadable.ts';

/** Reads what a selection looks for: a map of fields, or a list of maps and keywords. */
export function readSearch(written: unknown, part: WrittenPart): Search {
  if (isMapping(written)) return mapOf(written, part);
  const list: readonly unknown[] = Array.isArray(written) ? written : [written];
  if (list.length === 0)
    throw new Unreadable(SIGMA_ISSUES.selectionUnclear, 'It is an empty list.', part.place);
  const keywords = list.filter(isValue);
  const maps = list.flatMap((one, position) => {
    if (isValue(one)) return [];
    if (isMapping(one)) return [mapOf(one, part.under(position))];
    throw new Unreadable(
      SIGMA_ISSUES.selectionUnclear,
      'It has a list in a list.',
      part.under(position).place,
    );
  });
  if (keywords.includes(null))
    throw new Unreadable(SIGMA_ISSUES.selectionUnclear, 'It is empty.', part.place);
  const found: readonly Search[] =
    keywords.length === 0
      ? []
      : [{ kind: 'item', item: { modifiers: [], values: keywords, place: part.place } }];
  return { kind: 'any', of: [...found, ...maps] };
}

function mapOf(map: Readonly<Record<string, unknown>>, part: WrittenPart): Search {
  const of = Object.entries(map).map(([key, value]) => itemOf(key, value, part.under(key).place));
  if (of.length === 0) throw new Unreadable(SIGMA_ISSUES.selectionUnclear, 'It is an empty map.', part.place);
  return { kind: 'all', of };
}

function itemOf(key: string, value: unknown, place: Place): Search {
  const [field = '', ...names] = key.split('|');
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (values.length === 0)
    throw new Unreadable(SIGMA_ISSUES.selectionUnclear, `\`${key}\` has an empty list.`, place);
  if (!values.every(isValue))
    throw new Unreadable(SIGMA_ISSUES.selectionUnclear, `\`${key}\` has a list or a map for a value.`, place);
  const modifiers = names.map((name) => modifierOf(name, place));
  return { kind: 'item', item: { ...(field === '' ? {} : { field }), modifiers, values, place } };
}

function modifierOf(name: string, place: Place): Modifier {
  if (isModifier(name)) return name;
  const near = closestName(name, Object.keys(MODIFIERS));
  const meant = near === undefined ? '' : ` Did you mean \`${near}\`?`;
  throw new Unreadable(SIGMA_ISSUES.unknownModifier, `There is no modifier \`${name}\`.${meant}`, place);
}

function isValue(value: unknown): value is RuleValue {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
