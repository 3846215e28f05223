import type { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { EMBEDDED_REFERENCES } from './embedded-references.ts';
import { isRaw } from './fields.ts';
import { isId, type SoundObject } from './sound-object.ts';
import { readTimestamp } from './timestamp.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isTimestamp: Check = (value) => typeof value === 'string' && readTimestamp(value) !== undefined;
const isFlag: Check = (value) => typeof value === 'boolean';
const isReference: Check = (value) => value === '' || isId(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

/** Fields that we read, and what they must be to be read. */
const CHECKS: readonly (readonly [field: string, check: Check, is: string])[] = [
  ['description', isText, 'text'],
  ['aliases', listOf(isText), 'a list of texts'],
  ['x_mitre_aliases', listOf(isText), 'a list of texts'],
  ['external_references', listOf(isRaw), 'a list of objects'],
  ['kill_chain_phases', listOf(isRaw), 'a list of objects'],
  ['object_marking_refs', listOf(isId), 'a list of ids'],
  ['revoked', isFlag, 'true or false'],
  ['x_mitre_deprecated', isFlag, 'true or false'],
  ['first_seen', isTimestamp, 'a timestamp'],
  ['last_seen', isTimestamp, 'a timestamp'],
  ...EMBEDDED_REFERENCES.map(({ field, holds, within }) => {
    const entry = holds === 'text' ? isText : within === undefined ? isReference : isRaw;
    return [field, field.endsWith('_ref') ? entry : listOf(entry), 'what it should be'] as const;
  }),
];

const CHECK_OF = new Map(CHECKS.map(([field, check, is]) => [field, { check, is }] as const));

/** Warns of fields that are not what they should be: the object is kept, nothing is read from them. */
export function ignoredFields({ raw, id }: SoundObject, issues: IssueList): void {
  // An object has fewer fields than there are checks.
  for (const field in raw) {
    const row = CHECK_OF.get(field);
    if (row !== undefined && raw[field] !== undefined && !row.check(raw[field]))
      issues.add(INTAKE_ISSUES.ignoredField, `\`${field}\` is not ${row.is}.`, { object: id, field });
  }
}
