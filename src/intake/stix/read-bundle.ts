import {
  FoeprintError,
  issueOf,
  sameValue,
  type DeliveredObject,
  type Delivery,
  type Issue,
  type IssueDeclaration,
} from '../../facts/index.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { describeSource, type AboutDelivery } from './describe-source.ts';
import { readEntity } from './entity.ts';
import { isRaw } from './fields.ts';
import { ignoredFields } from './ignored-fields.ts';
import { searchedText } from './searched-text.ts';
import { soundObject, type SoundObject } from './sound-object.ts';
import { readStatements } from './statements.ts';
import { Tactics } from './tactics.ts';
import { withdrawalOf } from './withdrawal.ts';

/**
 * Reads a STIX 2.0 or 2.1 bundle: every object as told, whatever its type, and what it says in our terms.
 * A list of objects, or a single object, is read as if it were a bundle, with a warning.
 *
 * @param parsed the document as `JSON.parse` gives it; it is kept by reference and must not be changed afterwards
 * @throws FoeprintError where the document is no STIX (I101), is empty (I102), or holds nothing usable (I103)
 */
export function readBundle(parsed: unknown, about: AboutDelivery): Delivery {
  const issues = new IssueList(about.location);
  const entries = entriesOf(parsed, issues, about.location);
  const sound = soundObjects(entries, issues);
  if (sound.length === 0)
    refuse(INTAKE_ISSUES.nothingUsable, `None of ${entries.length} entries is usable.`, about, issues);
  const tactics = new Tactics(sound);
  const objects = sound.map((object) => deliver(object, tactics));
  for (const object of sound) ignoredFields(object, issues);
  warnOfDangling(objects, issues);
  return { source: describeSource(sound, about), objects, issues: issues.toArray() };
}

/** The entries of a bundle, or of what can be read as one. */
function entriesOf(parsed: unknown, issues: IssueList, file: string): readonly unknown[] {
  const about = { location: file };
  const isBundle = isRaw(parsed) && parsed['type'] === 'bundle';
  const entries = isBundle ? (parsed['objects'] ?? []) : isStixObject(parsed) ? [parsed] : parsed;
  if (!Array.isArray(entries))
    return refuse(INTAKE_ISSUES.notStix, saysInstead(parsed, isBundle), about, issues);
  if (entries.length === 0)
    return refuse(INTAKE_ISSUES.emptyBundle, 'There are no objects in it.', about, issues);
  if (!isBundle && !entries.some(isStixObject))
    return refuse(INTAKE_ISSUES.notStix, 'It is a list, but not of STIX objects.', about, issues);
  if (!isBundle) issues.add(INTAKE_ISSUES.bareObjects, 'There is no bundle around the objects.');
  return entries;
}

function isStixObject(value: unknown): boolean {
  return isRaw(value) && typeof value['type'] === 'string' && typeof value['id'] === 'string';
}

function saysInstead(parsed: unknown, isBundle: boolean): string {
  if (isBundle) return 'The `objects` of the bundle are not a list.';
  if (!isRaw(parsed)) return 'It is not a JSON object.';
  return `It is a JSON object without \`"type": "bundle"\`; its first fields are ${Object.keys(parsed).slice(0, 5).join(', ') || 'none'}.`;
}

function refuse(
  declaration: IssueDeclaration,
  message: string,
  about: Pick<AboutDelivery, 'location'>,
  issues: IssueList,
): never {
  const reasons: Issue[] = issues.toArray();
  throw new FoeprintError([issueOf(declaration, message, { file: about.location }), ...reasons]);
}

/** The objects that can be kept, in the order of the bundle, the same version of an object only once. */
function soundObjects(entries: readonly unknown[], issues: IssueList): readonly SoundObject[] {
  const seen = new Map<string, SoundObject[]>();
  const sound: SoundObject[] = [];
  for (const [index, entry] of entries.entries()) {
    const object = soundObject(entry, index, issues);
    if (object === undefined || isRepeated(object, seen, issues)) continue;
    sound.push(object);
  }
  return sound;
}

function isRepeated(object: SoundObject, seen: Map<string, SoundObject[]>, issues: IssueList): boolean {
  const versions = seen.get(object.id);
  if (versions === undefined) {
    seen.set(object.id, [object]);
    return false;
  }
  const same = versions.find(({ version }) => version === object.version);
  if (same === undefined) versions.push(object);
  else if (!sameValue(same.raw, object.raw))
    issues.add(INTAKE_ISSUES.repeated, 'The object is told twice, differently.', { object: object.id });
  return same !== undefined;
}

function deliver(object: SoundObject, tactics: Tactics): DeliveredObject {
  const { raw, id, type, version } = object;
  const entity = readEntity(raw, type);
  const withdrawn = withdrawalOf(raw);
  return {
    id,
    type,
    version,
    raw,
    ...(entity === undefined ? undefined : { entity }),
    statements: readStatements(object, tactics),
    ...(withdrawn === undefined ? undefined : { withdrawn }),
    text: searchedText(raw, entity),
  };
}

/** References out of a delivery are usual (a report on ATT&CK's techniques), so they are summed up in one warning. */
function warnOfDangling(objects: readonly DeliveredObject[], issues: IssueList): void {
  const ids = new Set(objects.map(({ id }) => id));
  const missing = new Map<string, { readonly by: string; count: number }>();
  for (const { id, statements } of objects)
    for (const { subject, object } of statements) {
      if (!ids.has(subject)) countMissing(missing, subject, id);
      if (typeof object === 'string' && !ids.has(object)) countMissing(missing, object, id);
    }
  const [first] = missing;
  if (first === undefined) return;
  const [reference, { by }] = first;
  const message = `${missing.size} objects are referred to but not described here, the first is ${reference}.`;
  issues.add(INTAKE_ISSUES.dangling, message, { object: by });
}

function countMissing(missing: Map<string, { by: string; count: number }>, id: string, by: string): void {
  const known = missing.get(id);
  if (known === undefined) missing.set(id, { by, count: 1 });
  else known.count++;
}
