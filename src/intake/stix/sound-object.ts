import type { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { isRaw, type Raw, readTimestamp } from '../../stix/index.ts';
import { shapeProblem } from './shape.ts';

/** An object that can be kept: it has an id, a type that agrees with it, and a place in time. */
export interface SoundObject {
  readonly raw: Raw;
  readonly id: string;
  readonly type: string;
  /** `modified`, else `created`, to the millisecond; empty where the object has neither. */
  readonly version: string;
}

/** STIX 2.1, sections 2.9 and 3.1: a type of lower-case letters, digits and hyphens, and a UUID. */
const ID = /^[a-z][a-z0-9-]{0,248}--[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$/;

/** Whether a text has the form of a STIX id. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

/** Length of a UUID in text. */
const UUID_LENGTH = 36;

/** Whether a text could be a STIX id, by its length and its `--`: enough for a reference, which leads somewhere or nowhere. */
function isReference(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length > UUID_LENGTH + 2 &&
    value.startsWith('--', value.length - UUID_LENGTH - 2)
  );
}

/** Checks what every object must have; notes an issue and returns undefined where it cannot be kept. */
export function soundObject(value: unknown, index: number, issues: IssueList): SoundObject | undefined {
  if (!isRaw(value)) {
    issues.add(
      INTAKE_ISSUES.notAnObject,
      `Entry ${index} of the bundle is ${nameOfShape(value)}, not an object.`,
      {
        field: `objects[${index}]`,
      },
    );
    return undefined;
  }
  const id = value['id'];
  const type = value['type'];
  if (!isId(id)) {
    const message = id === undefined ? 'The object has no id.' : `${quote(id)} is not a STIX id.`;
    issues.add(INTAKE_ISSUES.badId, message, { field: `objects[${index}].id` });
    return undefined;
  }
  if (typeof type !== 'string' || !id.startsWith('--', type.length) || !id.startsWith(type)) {
    const message =
      type === undefined ? 'The object has no type.' : `The type ${quote(type)} does not fit the id.`;
    issues.add(INTAKE_ISSUES.badType, message, { object: id, field: 'type' });
    return undefined;
  }
  return withVersion(value, id, type, issues);
}

function withVersion(raw: Raw, id: string, type: string, issues: IssueList): SoundObject | undefined {
  const created = versionPart(raw, 'created', id, issues);
  const modified = versionPart(raw, 'modified', id, issues);
  const sound = { raw, id, type, version: modified === '' ? created : modified };
  return hasHonestShape(sound, issues) && hasHonestName(sound, issues) && relatesThings(sound, issues)
    ? sound
    : undefined;
}

/** The time of a field, empty where it is absent, or (with an issue) where it is no time: the rest of the object is good. */
function versionPart(raw: Raw, field: string, id: string, issues: IssueList): string {
  const value = raw[field];
  if (value === undefined) return '';
  const timestamp = typeof value === 'string' ? readTimestamp(value) : undefined;
  if (timestamp === undefined)
    issues.add(INTAKE_ISSUES.badTimestamp, `${quote(value)} is no time.`, { object: id, field });
  return timestamp ?? '';
}

function hasHonestShape({ raw, id }: SoundObject, issues: IssueList): boolean {
  const problem = shapeProblem(raw);
  if (problem === 'too-deep')
    issues.add(INTAKE_ISSUES.tooDeep, 'The object is nested too deeply.', { object: id });
  if (problem === 'too-long')
    issues.add(INTAKE_ISSUES.tooLong, 'A text of the object is too long.', { object: id });
  return problem === undefined;
}

function hasHonestName({ raw, id }: SoundObject, issues: IssueList): boolean {
  const name = raw['name'];
  if (name === undefined || typeof name === 'string') return true;
  issues.add(INTAKE_ISSUES.badName, `The name is ${nameOfShape(name)}, not text.`, {
    object: id,
    field: 'name',
  });
  return false;
}

function relatesThings({ raw, id, type }: SoundObject, issues: IssueList): boolean {
  if (type !== 'relationship') return true;
  const field = brokenField(raw);
  if (field === undefined) return true;
  const value = raw[field];
  const message =
    value === undefined ? `The relationship has no ${field}.` : `${quote(value)} is no ${field}.`;
  issues.add(INTAKE_ISSUES.brokenRelationship, message, { object: id, field });
  return false;
}

function brokenField(raw: Raw): string | undefined {
  const relation = raw['relationship_type'];
  if (typeof relation !== 'string' || relation === '') return 'relationship_type';
  if (!isReference(raw['source_ref'])) return 'source_ref';
  return isReference(raw['target_ref']) ? undefined : 'target_ref';
}

/** Characters of an offending value that a message shows. */
const SHOWN = 60;

function quote(value: unknown): string {
  if (typeof value !== 'string') return nameOfShape(value);
  return `"${value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value}"`;
}

function nameOfShape(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return (
    { string: 'text', number: 'a number', boolean: 'true or false' }[typeof value as string] ?? 'an object'
  );
}
