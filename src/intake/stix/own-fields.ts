import type { DeliveredObject } from '../../facts/index.ts';
import { citedNames } from '../../text/index.ts';
import { motiveNamed } from '../../threat/index.ts';
import {
  ASSERTION_TYPE,
  CLAIM_TYPE,
  claimObject,
  attackId,
  rawsOf,
  textOf,
  textsOf,
  type Raw,
  knownTime,
} from '../../stix/index.ts';

/** A field by which an object says something of itself. */
export interface OwnField {
  readonly field: string;
  readonly relation: string;
  /** What a text of the field says; undefined where it says nothing. */
  readonly reads: (text: string) => string | undefined;
  /** Field whose text cites what this one rests on; default: the object does not say, and all that it cites counts. */
  readonly citedIn?: string;
  /** STIX types of the objects that the row is for; default: everything but {@link EVIDENCE}. */
  readonly types?: readonly string[];
}

const ADVERSARIES = ['intrusion-set', 'threat-actor'];

const asGiven = (text: string): string | undefined => text.trim() || undefined;
const dayOf = (text: string): string | undefined => knownTime(text)?.slice(0, 10);
const motive = (text: string): string | undefined => motiveNamed(text)?.name ?? asGiven(text);

/**
 * Fields of STIX 2.1 (sections 4.3, 4.7 to 4.11, 4.18) that say when something was seen and what kind of adversary it is. A field may
 * hold a text or a list of texts. Each becomes a claim of its own, beside what the description says. Add a row to read one more.
 */
export const OWN_FIELDS: readonly OwnField[] = [
  { field: 'first_seen', relation: 'first-seen', reads: dayOf, citedIn: 'x_mitre_first_seen_citation' },
  { field: 'last_seen', relation: 'last-seen', reads: dayOf, citedIn: 'x_mitre_last_seen_citation' },
  { field: 'primary_motivation', relation: 'motivated-by', reads: motive, types: ADVERSARIES },
  { field: 'secondary_motivations', relation: 'motivated-by', reads: motive, types: ADVERSARIES },
  { field: 'personal_motivations', relation: 'motivated-by', reads: motive, types: ['threat-actor'] },
  { field: 'goals', relation: 'pursues', reads: asGiven, types: ADVERSARIES },
  { field: 'objective', relation: 'pursues', reads: asGiven, types: ['campaign'] },
  { field: 'sophistication', relation: 'has-sophistication', reads: asGiven, types: ADVERSARIES },
  { field: 'resource_level', relation: 'has-resources', reads: asGiven, types: ADVERSARIES },
  { field: 'roles', relation: 'has-role', reads: asGiven, types: ['threat-actor'] },
  { field: 'threat_actor_types', relation: 'classified-as', reads: asGiven, types: ['threat-actor'] },
];

/** Types whose dates say when something else was seen: evidence of what they report, no fact about themselves. */
const EVIDENCE: ReadonlySet<string> = new Set([
  'relationship',
  'sighting',
  'observed-data',
  'marking-definition',
  CLAIM_TYPE,
  ASSERTION_TYPE,
]);

const ROWS_OF_TYPE = new Map<string, readonly OwnField[]>();

function rowsOf(type: string): readonly OwnField[] {
  const known = ROWS_OF_TYPE.get(type);
  if (known !== undefined) return known;
  const rows = OWN_FIELDS.filter(({ types }) => types?.includes(type) ?? !EVIDENCE.has(type));
  ROWS_OF_TYPE.set(type, rows);
  return rows;
}

/** The claims that an object makes by its own fields; `series` as in `Claim`. */
export function readOwnFields(
  object: Pick<DeliveredObject, 'id' | 'type' | 'raw' | 'version' | 'withdrawn' | 'level'>,
  series: string,
): readonly DeliveredObject[] {
  const rows = rowsOf(object.type).filter(({ field }) => object.raw[field] !== undefined);
  return rows.flatMap((row) =>
    textsIn(object.raw, row.field).flatMap((text) => claimOf(object, series, row, text)),
  );
}

/** Each text once. */
function textsIn(raw: Raw, field: string): readonly string[] {
  const text = textOf(raw, field);
  return text === '' ? [...new Set(textsOf(raw, field))] : [text];
}

function claimOf(
  object: Pick<DeliveredObject, 'id' | 'raw' | 'version' | 'withdrawn' | 'level'>,
  series: string,
  { field, relation, reads, citedIn }: OwnField,
  text: string,
): readonly DeliveredObject[] {
  const literal = reads(text);
  if (literal === undefined) return [];
  const { confidence } = object.raw;
  return [
    claimObject({
      series,
      relation,
      subject: object.id,
      objects: [{ literal }],
      field,
      text,
      confidence: typeof confidence === 'number' ? String(confidence) : undefined,
      references: referencesOf(object.raw, citedIn),
      within: object,
    }),
  ];
}

/** The documents that a field rests on, as the object refers to them; by name alone where it does not. */
function referencesOf(raw: Raw, citedIn: string | undefined): readonly Raw[] {
  const references = rawsOf(raw, 'external_references').filter((reference) => attackId(reference) === '');
  const cited = citedIn === undefined ? [] : citedNames(textOf(raw, citedIn));
  if (cited.length === 0) return references;
  return cited.map(
    (name) =>
      references.find((reference) => textOf(reference, 'source_name').trim() === name) ?? {
        source_name: name,
      },
  );
}
