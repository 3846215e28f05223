import type { DeliveredObject, Delivery, Issue, SourceDescription } from '../../facts/index.ts';
import { CLAIM_TYPE, isRaw, textOf, isStixTimestamp, readTimestamp } from '../../stix/index.ts';
import { lazily } from '../../text/index.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { documentFormat } from '../recognition/document-format.ts';
import type { KnownFormat } from '../recognition/known-format.ts';
import { danglingIssues, outsideReferences } from './outside-references.ts';
import { describeSource, type AboutDelivery } from './describe-source.ts';
import { DeliveredObjects } from './delivered-objects.ts';
import { ignoredFields } from './ignored-fields.ts';
import { stixEntries } from './stix-entries.ts';

/**
 * Reads a STIX 2.0 or 2.1 bundle: every object as it is, whatever its type, and what it reports in our terms.
 * A list of objects or of bundles, a single object, and the answer of a TAXII server are read as if they were a bundle, with a warning.
 *
 * @param parsed the document as `JSON.parse` gives it; it is kept by reference and must not be changed afterwards
 * @throws FoeprintError where the document is no STIX (I101), is empty (I102), or holds nothing usable (I103)
 */
export function readBundle(parsed: unknown, about: AboutDelivery): Delivery {
  const issues = new IssueList(about.location);
  const entries = entriesOf(parsed, issues);
  const delivered = new DeliveredObjects(entries, issues, about.markings);
  const { objects } = delivered;
  if (objects.length === 0)
    issues.refuse(INTAKE_ISSUES.nothingUsable, `None of ${entries.length} entries is usable.`);
  const source = describeSource(objects, about);
  if (about.release !== undefined && source.release !== about.release)
    issues.add(
      INTAKE_ISSUES.publishedOtherwise,
      `By its SHA-256 it is ${source.name}, not ${about.release}.`,
    );
  return new BundleDelivery(source, delivered, issues);
}

/** What a bundle contains. Its warnings take as long to find as all the rest, so they are looked for when somebody asks. */
class BundleDelivery implements Delivery {
  readonly source: SourceDescription;
  readonly objects: readonly DeliveredObject[];
  readonly #delivered: DeliveredObjects;
  readonly #errors: IssueList;
  readonly #issues = lazily(() => this.#withWarnings());
  readonly #referredTo = lazily(() => outsideReferences(this.#delivered));

  constructor(source: SourceDescription, delivered: DeliveredObjects, errors: IssueList) {
    this.source = source;
    this.objects = delivered.objects;
    this.#delivered = delivered;
    this.#errors = errors;
  }

  get issues(): readonly Issue[] {
    return this.#issues();
  }

  get referredTo(): ReadonlyMap<string, string> {
    return this.#referredTo();
  }

  #withWarnings(): readonly Issue[] {
    // What claims hold is taken over from the objects that they were read in, and was looked at there.
    const own = this.objects.filter(({ type }) => type !== CLAIM_TYPE);
    for (const object of own) ignoredFields(object, this.#errors);
    warnOfOddTimes(own, this.#errors);
    const [dangling] = danglingIssues(this.referredTo, this.source.location);
    if (dangling !== undefined) this.#errors.add(INTAKE_ISSUES.dangling, dangling.message, dangling.place);
    return this.#errors.toArray();
  }
}

/** The entries of a bundle, or of what can be read as one. */
function entriesOf(parsed: unknown, issues: IssueList): readonly unknown[] {
  const found = stixEntries(parsed);
  if (found === undefined) {
    const other = documentFormat(parsed);
    return issues.refuse(INTAKE_ISSUES.notStix, whatItIs(parsed, other), other?.hint);
  }
  if (found.entries.length === 0)
    return issues.refuse(INTAKE_ISSUES.emptyBundle, 'There are no objects in it.');
  if (found.around !== undefined) issues.add(INTAKE_ISSUES.bareObjects, found.around);
  if (found.hasMore)
    issues.add(INTAKE_ISSUES.morePages, 'The server says that it has more than is in this answer.');
  return found.entries;
}

function whatItIs(parsed: unknown, other: KnownFormat | undefined): string {
  if (other !== undefined) return `It is ${other.label}.`;
  if (Array.isArray(parsed)) return 'It is a list, but not of STIX objects.';
  if (!isRaw(parsed)) return 'It is not a JSON object.';
  if (parsed['type'] === 'bundle') return 'The `objects` of the bundle are not a list.';
  return `It is a JSON object without \`"type": "bundle"\`; its first fields are ${Object.keys(parsed).slice(0, 5).join(', ') || 'none'}.`;
}

const TIME_FIELDS = [
  'created',
  'modified',
  'first_seen',
  'last_seen',
  'start_time',
  'stop_time',
  'first_observed',
  'last_observed',
  'valid_from',
  'valid_until',
  'published',
];

/** Whoever writes one time oddly writes them all so: they are summed up in one warning. */
function warnOfOddTimes(objects: readonly DeliveredObject[], issues: IssueList): void {
  const odd = objects.flatMap(({ id, raw }) =>
    TIME_FIELDS.flatMap((field) => {
      const given = textOf(raw, field);
      const read = given === '' || isStixTimestamp(given) ? undefined : readTimestamp(given);
      return read === undefined ? [] : [{ id, field, given, read }];
    }),
  );
  const [first] = odd;
  if (first === undefined) return;
  const others = odd.length === 1 ? '' : ` (and ${odd.length - 1} more like it)`;
  const message = `\`${first.given}\` was read as ${first.read}${others}.`;
  issues.add(INTAKE_ISSUES.oddTimestamp, message, { object: first.id, field: first.field });
}
