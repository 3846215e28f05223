import {
  FoeprintError,
  issueOf,
  type DeliveredObject,
  type Delivery,
  type Issue,
  type IssueDeclaration,
  type SourceDescription,
} from '../../facts/index.ts';
import { isThingKey } from '../../threat/index.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { describeSource, type AboutDelivery } from './describe-source.ts';
import { isRaw } from './fields.ts';
import { DeliveredObjects } from './delivered-objects.ts';
import { ignoredFields } from './ignored-fields.ts';

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
  const delivered = new DeliveredObjects(entries, issues, about.markings);
  const { objects } = delivered;
  if (objects.length === 0)
    refuse(INTAKE_ISSUES.nothingUsable, `None of ${entries.length} entries is usable.`, about, issues);
  return new BundleDelivery(describeSource(objects, about), delivered, issues);
}

/** What a bundle tells. Its warnings take as long to find as all the rest, so they are looked for when somebody asks. */
class BundleDelivery implements Delivery {
  readonly source: SourceDescription;
  readonly objects: readonly DeliveredObject[];
  readonly #delivered: DeliveredObjects;
  readonly #errors: IssueList;
  #issues: readonly Issue[] | undefined;

  constructor(source: SourceDescription, delivered: DeliveredObjects, errors: IssueList) {
    this.source = source;
    this.objects = delivered.objects;
    this.#delivered = delivered;
    this.#errors = errors;
  }

  get issues(): readonly Issue[] {
    this.#issues ??= this.#withWarnings();
    return this.#issues;
  }

  #withWarnings(): readonly Issue[] {
    for (const object of this.objects) ignoredFields(object, this.#errors);
    warnOfDangling(this.#delivered, this.#errors);
    return this.#errors.toArray();
  }
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

/** References out of a delivery are usual (a report on ATT&CK's techniques), so they are summed up in one warning. */
function warnOfDangling(delivered: DeliveredObjects, issues: IssueList): void {
  const missing = new Map<string, string>();
  for (const { id, statements } of delivered.objects)
    for (const { subject, object } of statements) {
      if (subject !== id && !delivered.has(subject)) missing.set(subject, missing.get(subject) ?? id);
      if (typeof object === 'string' && !delivered.has(object) && !isThingKey(object))
        missing.set(object, missing.get(object) ?? id);
    }
  const [first] = missing;
  if (first === undefined) return;
  const message = `${missing.size} objects are referred to but not described here, the first is ${first[0]}.`;
  issues.add(INTAKE_ISSUES.dangling, message, { object: first[1] });
}
