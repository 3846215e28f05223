import { deterministicId, type DeliveredObject, type Statement } from '../facts/index.ts';
import { defined } from '../text/index.ts';
import { ASSERTION_STATUSES, tlpNamed, tlpOfMarking, type AssertionStatus } from '../threat/index.ts';
import { ASSERTION_TYPE } from './claim.ts';
import { isRaw, rawsOf, textOf, textsOf, type Raw } from './fields.ts';

/** A report that states something. */
export interface StatingReport {
  readonly title: string;
  /** Who published it: the claimant, where it is known. */
  readonly publisher?: string;
  /** When it was published: `2020`, `2020-10` or `2020-10-28`. */
  readonly date?: string;
  /** Its address on the web. */
  readonly url?: string;
}

/** One thing that an analyst, an incident case or a report says. */
export interface Assertion {
  /** Id of the thing it is about. */
  readonly subject: string;
  /** A relation of `RELATIONS`. */
  readonly relation: string;
  /** Id of another thing, or a literal. */
  readonly object: Statement['object'];
  /** Who or what says so: a case number, an analyst, the label of a report. With what is said it identifies the assertion. */
  readonly source: string;
  readonly status: AssertionStatus;
  /** When it was said first, ISO 8601 UTC. */
  readonly created: string;
  /** When it was last changed, ISO 8601 UTC: of two objects for one assertion the later is in view. */
  readonly modified: string;
  /** Level of the Traffic Light Protocol, e.g. `amber`; empty where it bears no marking. */
  readonly tlp: string;
  /** What it says with names instead of ids: `Wily Weasel uses Digging`. */
  readonly statement: string;
  /** The words of the analyst, or of the report; empty where there are none. */
  readonly sentence: string;
  /** First and last time the behaviour was seen, ISO 8601 UTC. */
  readonly firstSeen?: string;
  readonly lastSeen?: string;
  /** The word that names the object, where it is a country, region or sector that only the vocabulary knows. */
  readonly thing?: string;
  /** The report that states it; absent for what an analyst or a case says. It is cited before all others. */
  readonly report?: StatingReport;
  /** Addresses or names of documents. */
  readonly references: readonly string[];
  /** True where it is taken back: it stays as history and reports nothing any more. */
  readonly retracted: boolean;
}

/** The same source, subject, relation and object are the same assertion, whatever else changes. */
export function assertionId({ source, subject, relation, object }: Assertion): string {
  const what = typeof object === 'string' ? ['thing', object] : ['literal', object.literal];
  return deterministicId(ASSERTION_TYPE, source, subject, relation, ...what);
}

/** Short name of an assertion for people: `AS-` and the first eight digits of its UUID. */
export function assertionLabel(id: string): string {
  return `AS-${id.slice(ASSERTION_TYPE.length + 2, ASSERTION_TYPE.length + 10).toUpperCase()}`;
}

/** The object that reports an assertion. Its evidence is named as in STIX, so that one reader serves all. */
export function assertionObject(assertion: Assertion): DeliveredObject {
  const { subject, relation, object, modified, statement, source, sentence, retracted } = assertion;
  const id = assertionId(assertion);
  const label = assertionLabel(id);
  return {
    id,
    type: ASSERTION_TYPE,
    version: modified,
    raw: rawAssertion(assertion, id),
    entity: { name: `${statement} (${source})`, label, aliases: [] },
    statements: [{ relation, subject, object }],
    ...(retracted ? { withdrawn: 'revoked' as const } : {}),
    ...defined({ level: tlpNamed(assertion.tlp)?.name }),
    text: { title: statement, body: [label, source, sentence].filter((text) => text !== '').join('\n') },
  };
}

/** An assertion as it is kept and travels. */
export function rawAssertion(assertion: Assertion, id = assertionId(assertion)): Raw {
  const { subject, relation, object, source, firstSeen, lastSeen, report, references } = assertion;
  const cited = [...(report === undefined ? [] : [citationOf(report)]), ...references.map(referenceOf)];
  const marking = tlpNamed(assertion.tlp)?.markings[0];
  return {
    type: ASSERTION_TYPE,
    id,
    created: assertion.created,
    modified: assertion.modified,
    subject,
    relation,
    ...(typeof object === 'string' ? { object } : { literal: object.literal }),
    // A report whose publisher is not known is nobody’s claim but its own.
    ...defined({ claimant: report === undefined ? source : report.publisher }),
    ...(report === undefined ? {} : { report: { label: source, ...report } }),
    status: assertion.status,
    says: assertion.statement,
    description: assertion.sentence,
    ...defined({ first_seen: firstSeen, last_seen: lastSeen }),
    ...(cited.length === 0 ? {} : { external_references: cited }),
    ...(assertion.thing === undefined ? {} : { thing: assertion.thing }),
    ...(marking === undefined ? {} : { object_marking_refs: [marking] }),
    ...(assertion.retracted ? { revoked: true } : {}),
  };
}

/** A report as ATT&CK writes its references: `Publisher. (2020-10-28). Title.` */
function citationOf({ title, publisher, date, url }: StatingReport): Raw {
  const parts = [publisher ?? title, `(${date ?? 'n.d.'})`, ...(publisher === undefined ? [] : [title])];
  return { source_name: title, description: `${parts.join('. ')}.`, ...defined({ url }) };
}

function referenceOf(reference: string): Raw {
  return /^https?:\/\//.test(reference)
    ? { source_name: reference, url: reference }
    : { source_name: reference };
}

/** Reads what {@link rawAssertion} wrote; undefined where it is something else. */
export function readAssertion(raw: unknown): Assertion | undefined {
  if (!isRaw(raw) || raw['type'] !== ASSERTION_TYPE) return undefined;
  const status = ASSERTION_STATUSES.find((known) => known === raw['status']);
  const literal = textOf(raw, 'literal');
  const object = literal === '' ? textOf(raw, 'object') : { literal };
  const { report } = raw;
  const source = isRaw(report) ? textOf(report, 'label') : textOf(raw, 'claimant');
  const needed = ['subject', 'relation', 'created', 'modified'].map((field) => textOf(raw, field));
  const [subject = '', relation = '', created = '', modified = ''] = needed;
  if (status === undefined || object === '' || source === '' || needed.includes('')) return undefined;
  const tlp = textsOf(raw, 'object_marking_refs').map((id) => tlpOfMarking(id)?.name);
  const stating = isRaw(report) ? statingReport(report) : undefined;
  const references = rawsOf(raw, 'external_references').slice(stating === undefined ? 0 : 1);
  return {
    subject,
    relation,
    object,
    source,
    status,
    created,
    modified,
    tlp: tlp.find((name) => name !== undefined) ?? (stating !== undefined && tlp.length === 0 ? '' : 'red'),
    statement: textOf(raw, 'says'),
    sentence: textOf(raw, 'description'),
    ...defined({
      firstSeen: textOf(raw, 'first_seen') || undefined,
      lastSeen: textOf(raw, 'last_seen') || undefined,
      thing: textOf(raw, 'thing') || undefined,
      report: stating,
    }),
    references: references.map((reference) => textOf(reference, 'source_name')),
    retracted: raw['revoked'] === true,
  };
}

function statingReport(raw: Raw): StatingReport {
  const [publisher, date, url] = ['publisher', 'date', 'url'].map((field) => textOf(raw, field) || undefined);
  return { title: textOf(raw, 'title'), ...defined({ publisher, date, url }) };
}
