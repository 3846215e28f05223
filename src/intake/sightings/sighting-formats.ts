import { isRaw, textOf, type Raw } from '../../stix/index.ts';

/** A format that sightings are read from. */
export interface SightingFormat {
  readonly name: string;
  /** Completes “it is …”. */
  readonly label: string;
  /** Whether a record, or the document where that is one, is of this format. */
  readonly is: (raw: Raw) => boolean;
}

const has =
  (...fields: readonly string[]): SightingFormat['is'] =>
  (raw) =>
    fields.some((field) => raw[field] !== undefined);

/** Formats in JSON, the more certain ones first. A row more, and its reader, add one. */
export const JSON_SIGHTING_FORMATS = [
  {
    name: 'ocsf',
    label: 'findings in OCSF',
    is: (raw) => has('class_uid')(raw) || isRaw(raw['finding_info']),
  },
  {
    name: 'ecs-hits',
    label: 'alerts in the Elastic Common Schema, as a search gives them',
    is: (raw) => isRaw(raw['_source']),
  },
  {
    name: 'ecs',
    label: 'alerts in the Elastic Common Schema',
    is: (raw) =>
      (textOf(raw, '@timestamp') !== '' || has('kibana', 'kibana.alert.uuid')(raw)) &&
      has('threat', 'threat.technique.id', 'event', 'ecs', 'kibana', 'kibana.alert.uuid', 'signal')(raw),
  },
] as const satisfies readonly SightingFormat[];

/** Lists of records in documents around them, by the way to the list. */
const WRAPPED: readonly (readonly string[])[] = [
  ['hits', 'hits'],
  ['findings'],
  ['Findings'],
  ['Records'],
  ['records'],
  ['events'],
  ['alerts'],
  ['results'],
  ['data'],
  ['value'],
];

/** Name of the format that a record of JSON is of; undefined where none is known by its shape. */
export function jsonSightingFormat(parsed: unknown): string | undefined {
  return isRaw(parsed) ? JSON_SIGHTING_FORMATS.find(({ is }) => is(parsed))?.name : undefined;
}

/** The records of a document that is none itself, but holds a list of them; undefined where it does not. */
export function wrappedRecords(parsed: unknown): readonly unknown[] | undefined {
  if (!isRaw(parsed) || jsonSightingFormat(parsed) !== undefined) return undefined;
  for (const way of WRAPPED) {
    const list = way.reduce<unknown>((value, key) => (isRaw(value) ? value[key] : undefined), parsed);
    if (Array.isArray(list) && jsonSightingFormat(list[0]) !== undefined) return list;
  }
  return undefined;
}
