import {
  FoeprintError,
  issueOf,
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
import { searchedText } from './searched-text.ts';
import type { SoundObject } from './sound-object.ts';
import { SoundObjects } from './sound-objects.ts';
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
  const sound = new SoundObjects(entries, issues);
  if (sound.objects.length === 0)
    refuse(INTAKE_ISSUES.nothingUsable, `None of ${entries.length} entries is usable.`, about, issues);
  const tactics = new Tactics(sound.objects);
  const objects = sound.objects.map((object) => deliver(object, tactics));
  warnOfDangling(objects, sound, issues);
  return { source: describeSource(sound.objects, about), objects, issues: issues.toArray() };
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

function deliver(object: SoundObject, tactics: Tactics): DeliveredObject {
  const { raw, id, type, version } = object;
  const entity = readEntity(raw, type);
  const withdrawn = withdrawalOf(raw);
  const text = searchedText(raw, entity);
  const told = { id, type, version, raw, statements: readStatements(object, tactics), text };
  // Most objects are live relationships: they are spared two copies.
  if (entity === undefined && withdrawn === undefined) return told;
  return {
    ...told,
    ...(entity === undefined ? {} : { entity }),
    ...(withdrawn === undefined ? {} : { withdrawn }),
  };
}

/** References out of a delivery are usual (a report on ATT&CK's techniques), so they are summed up in one warning. */
function warnOfDangling(objects: readonly DeliveredObject[], sound: SoundObjects, issues: IssueList): void {
  const missing = new Map<string, string>();
  for (const { id, statements } of objects)
    for (const { subject, object } of statements) {
      if (subject !== id && !sound.has(subject)) missing.set(subject, missing.get(subject) ?? id);
      if (typeof object === 'string' && !sound.has(object)) missing.set(object, missing.get(object) ?? id);
    }
  const [first] = missing;
  if (first === undefined) return;
  const message = `${missing.size} objects are referred to but not described here, the first is ${first[0]}.`;
  issues.add(INTAKE_ISSUES.dangling, message, { object: first[1] });
}
