import type { DeliveredObject } from '../../facts/index.ts';
import type { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { EMBEDDED_REFERENCES } from './embedded-references.ts';
import { isRaw, readTimestamp } from '../../stix/index.ts';
import { isId } from './sound-object.ts';
import { OWN_FIELDS } from './own-fields.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isTimestamp: Check = (value) => typeof value === 'string' && readTimestamp(value) !== undefined;
const isFlag: Check = (value) => typeof value === 'boolean';
const isReference: Check = (value) => value === '' || isId(value);
const isTextOrTexts: Check = (value) => isText(value) || listOf(isText)(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

/** Fields that are read of every object, and what they must be to be read. */
const COMMON: readonly (readonly [
  field: string,
  check: Check,
  is: string,
  types?: readonly string[] | undefined,
])[] = [
  ['description', isText, 'text'],
  ['external_references', listOf(isRaw), 'a list of objects'],
  ['object_marking_refs', listOf(isText), 'a list of ids'],
  ['revoked', isFlag, 'true or false'],
  ['x_mitre_deprecated', isFlag, 'true or false'],
  ['first_seen', isTimestamp, 'a timestamp'],
  ['last_seen', isTimestamp, 'a timestamp'],
];

/** Fields that are read of everything but relationships. */
const OF_ENTITIES: typeof COMMON = [
  ['aliases', listOf(isText), 'a list of texts'],
  ['x_mitre_aliases', listOf(isText), 'a list of texts'],
  ['kill_chain_phases', listOf(isRaw), 'a list of objects'],
  ...OWN_FIELDS.filter(({ field }) => !COMMON.some(([common]) => common === field)).map(
    ({ field }) => [field, isTextOrTexts, 'text, nor a list of texts'] as const,
  ),
  ...EMBEDDED_REFERENCES.map(({ field, holds, within, types }) => {
    const [check, is] =
      holds !== undefined
        ? [isText, 'text']
        : within === undefined
          ? [isReference, 'an id']
          : [isRaw, 'an object'];
    return field.endsWith('_ref') || field.endsWith('_id')
      ? ([field, check, is, types] as const)
      : ([field, listOf(check), `a list, each entry ${is}`, types] as const);
  }),
];

const CHECKS_OF_RELATIONSHIPS = checksOf(COMMON);
const CHECKS_OF_ENTITIES = checksOf([...COMMON, ...OF_ENTITIES]);

/** What a field must be, and of which types; of all, where none are named. */
interface FieldCheck {
  readonly check: Check;
  readonly is: string;
  readonly types: readonly string[] | undefined;
}

function checksOf(rows: typeof COMMON): ReadonlyMap<string, FieldCheck> {
  return new Map(rows.map(([field, check, is, types]) => [field, { check, is, types }]));
}

/** Warns of fields that are not what they should be: the object is kept, nothing is read from them. */
export function ignoredFields(
  { raw, id, type }: Pick<DeliveredObject, 'raw' | 'id' | 'type'>,
  issues: IssueList,
): void {
  const checks = type === 'relationship' ? CHECKS_OF_RELATIONSHIPS : CHECKS_OF_ENTITIES;
  // An object has fewer fields than there are checks.
  for (const field in raw) {
    const row = checks.get(field);
    if (row === undefined || row.types?.includes(type) === false) continue;
    if (raw[field] !== undefined && !row.check(raw[field]))
      issues.add(INTAKE_ISSUES.ignoredField, `\`${field}\` is not ${row.is}.`, { object: id, field });
  }
}
