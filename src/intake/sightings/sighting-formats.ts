import { isRaw, rawsOf, textOf, type Raw } from '../../stix/index.ts';
import { hasRuleTags } from '../alerts/tags.ts';
import { valuesAt } from '../alerts/values-at.ts';
import { WRAPPERS } from '../alerts/wrappers.ts';
import type { GivenSightings } from './given-sighting.ts';
import { readCtidSighting } from './read-ctid-sighting.ts';
import { readLayerSightings } from './read-layer-sightings.ts';
import { isMispEvent, readMispSightings } from './read-misp-sightings.ts';
import { readStixSightings } from './read-stix-sightings.ts';
import { readTaggedAlert } from './read-tagged-alert.ts';

/** A format in JSON that sightings are read from. */
export interface SightingFormat {
  readonly name: string;
  /** Completes “It is read as …”. */
  readonly label: string;
  /** Whether a record, or the document where that is one, is of this format. */
  readonly is: (raw: Raw) => boolean;
  /** What a record says; absent where an engine reads the format. */
  readonly read?: (raw: Raw) => GivenSightings;
  /** True where records have no times. */
  readonly needsDate?: true;
}

const has =
  (...fields: readonly string[]): SightingFormat['is'] =>
  (raw) =>
    fields.some((field) => raw[field] !== undefined);

/** Formats in JSON, the more certain ones first. A row more adds one. */
export const SIGHTING_FORMATS: readonly SightingFormat[] = [
  {
    name: 'ocsf',
    label: 'findings of OCSF',
    is: (raw) => has('class_uid')(raw) || isRaw(raw['finding_info']),
  },
  {
    name: 'ecs-hits',
    label: 'alerts in the Elastic Common Schema, as a search gives them',
    is: (raw) => isRaw(raw['_source']),
  },
  {
    name: 'stix',
    label: 'sightings of STIX',
    is: (raw) => ['bundle', 'sighting'].includes(textOf(raw, 'type')) || isOfObjects(raw),
    read: readStixSightings,
  },
  { name: 'misp', label: 'events of MISP', is: isMispEvent, read: readMispSightings },
  {
    name: 'layer',
    label: 'a layer of the ATT&CK Navigator',
    is: (raw) => rawsOf(raw, 'techniques').some(has('techniqueID')),
    read: readLayerSightings,
    needsDate: true,
  },
  {
    name: 'ctid',
    label: 'records of the Sightings Ecosystem',
    is: (raw) => has('tid')(raw) && has('start_time', 'detection_type')(raw),
    read: readCtidSighting,
  },
  { name: 'alerts', label: 'alerts with tags of Sigma', is: hasRuleTags, read: readTaggedAlert },
  {
    name: 'ecs',
    label: 'alerts in the Elastic Common Schema',
    is: (raw) =>
      has('@timestamp', 'kibana', 'kibana.alert.uuid')(raw) &&
      has('threat', 'threat.technique.id', 'event', 'ecs', 'kibana', 'kibana.alert.uuid', 'signal')(raw),
  },
];

function isOfObjects(raw: Raw): boolean {
  return rawsOf(raw, 'objects').some((object) => textOf(object, 'type') === 'sighting');
}

/** The format that a record of JSON is of; undefined where none is known by its shape. */
export function sightingFormatOf(parsed: unknown): SightingFormat | undefined {
  return isRaw(parsed) ? SIGHTING_FORMATS.find(({ is }) => is(parsed)) : undefined;
}

/** The records of a document that is none itself, but holds a list of them; undefined where it does not. */
export function wrappedRecords(parsed: unknown): readonly unknown[] | undefined {
  if (!isRaw(parsed) || sightingFormatOf(parsed) !== undefined) return undefined;
  const lists = WRAPPERS.map((way) => valuesAt(parsed, way));
  return lists.find(([first]) => sightingFormatOf(first) !== undefined);
}
