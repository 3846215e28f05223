import { isRaw, rawsOf, textOf, type Raw } from '../../stix/index.ts';
import { isBuilderFlow } from '../reports/builder-flow.ts';
import { FORMATS, HINTS, type KnownFormat } from './known-format.ts';

interface Row extends KnownFormat {
  /** Whether an object of JSON or YAML has the shape; of a list, its first entry is asked. */
  readonly is: (raw: Raw) => boolean;
}

const has =
  (...fields: readonly string[]): Row['is'] =>
  (raw) =>
    fields.every((field) => raw[field] !== undefined);
const matches =
  (field: string, pattern: RegExp): Row['is'] =>
  (raw) =>
    pattern.test(textOf(raw, field));
const both =
  (...shapes: readonly Row['is'][]): Row['is'] =>
  (raw) =>
    shapes.every((is) => is(raw));
const either =
  (...shapes: readonly Row['is'][]): Row['is'] =>
  (raw) =>
    shapes.some((is) => is(raw));

/** MISP wraps an event in `Event`, and what a search answers in `response`, or its attributes alone in `Attribute`. */
function isMispEvent(raw: Raw): boolean {
  if (isRaw(raw['Event']) || rawsOf(raw, 'Attribute').some(has('type', 'value'))) return true;
  const answer = raw['response'];
  const first: unknown = Array.isArray(answer) ? answer[0] : answer;
  return isRaw(first) && (isRaw(first['Event']) || Array.isArray(first['Attribute']));
}

/** Elastic's detection rules name the frameworks of their threats. */
function isElasticRule(raw: Raw): boolean {
  return rawsOf(raw, 'threat').some(has('framework'));
}

/** A layer says its domain and techniques; old ones no more than the techniques. */
function isLayer(raw: Raw): boolean {
  const techniques = raw['techniques'];
  if (!Array.isArray(techniques)) return false;
  return 'domain' in raw || isRaw(raw['versions']) || rawsOf(raw, 'techniques').some(has('techniqueID'));
}

/** Formats in JSON or YAML that are known by their shape, the more certain ones first. Add a row to name one more. */
const ROWS: readonly Row[] = [
  { is: isMispEvent, label: 'a MISP event', hint: HINTS.report },
  { is: has('info', 'Attribute', 'uuid'), label: 'a MISP event', hint: HINTS.report },
  {
    is: both(has('list'), either(has('matching_attributes'), has('type', 'version', 'description'))),
    label: 'a MISP warninglist',
    hint: HINTS.nothing,
  },
  { is: has('namespace', 'predicates'), label: 'a MISP taxonomy', hint: HINTS.nothing },
  { is: has('attributes', 'uuid', 'name'), label: 'a template of a MISP object', hint: HINTS.nothing },
  {
    is: (raw) => isRaw(raw['Galaxy']) || rawsOf(raw, 'Galaxy').some(has('GalaxyCluster')),
    label: 'a galaxy as a MISP server exports it',
    hint: HINTS.galaxy,
  },
  {
    is: has('namespace', 'icon', 'uuid', 'type'),
    label: 'the definition of a MISP galaxy, which holds none of its values',
    hint: HINTS.galaxy,
  },
  { is: isLayer, label: 'an ATT&CK Navigator layer', hint: HINTS.layer },
  {
    is: matches('file_type', /^technique-administration$/),
    label: 'a DeTT&CT technique administration file',
    hint: HINTS.covers,
  },
  {
    is: matches('file_type', /^group-administration$/),
    label: 'a DeTT&CT administration file of groups',
    hint: HINTS.report,
  },
  {
    is: matches('file_type', /^data-source-administration$/),
    label: 'a DeTT&CT data source administration file',
    hint: HINTS.covers,
  },
  { is: matches('file_type', /./), label: 'a DeTT&CT file', hint: HINTS.migrate },
  { is: has('logsource', 'detection'), ...FORMATS.sigma },
  {
    is: isBuilderFlow,
    label: 'a file of the Attack Flow Builder (.afb)',
    hint: HINTS.report,
  },
  {
    is: both(matches('type', /^playbook(?:-template)?$/), matches('spec_version', /^cacao/i)),
    label: 'a CACAO playbook',
    hint: HINTS.nothing,
  },
  { is: has('playbook', 'steps'), ...FORMATS.playbook },
  {
    is: both(has('name'), either(has('sectors'), has('countries'), has('regions'))),
    ...FORMATS.organisation,
  },
  {
    is: (raw) => textOf(raw, 'foeprint') === 'dump',
    label: 'a dump of Foeprint',
    hint: '`foeprint restore FILE` takes it.',
  },
  { is: has('attack_technique', 'atomic_tests'), ...FORMATS.atomic },
  { is: has('emulation_plan_details'), ...FORMATS.emulation },
  {
    is: (raw) => rawsOf(raw, 'collections').some(has('versions')),
    label: 'an index of ATT&CK’s releases',
    hint: '`foeprint sync` loads a release; name the index as `attack.index` in the configuration.',
  },
  {
    is: either(has('api_roots'), (raw) => rawsOf(raw, 'collections').some(has('can_read'))),
    label: 'what a TAXII server says of its collections, without objects',
    hint: HINTS.taxii,
  },
  {
    is: either(
      has('http_status', 'title'),
      (raw) => rawsOf(raw, 'objects').some(has('date_added', 'media_type')),
      (raw) =>
        Array.isArray(raw['versions']) &&
        Object.keys(raw).every((field) => /^(?:more|next|versions)$/.test(field)),
      has('request_timestamp', 'total_count'),
    ),
    label: 'an answer of a TAXII server that holds no objects',
    hint: HINTS.taxii,
  },
  { is: has('stix_header'), label: 'STIX 1 (JSON)', hint: HINTS.xml },
  {
    is: either(isElasticRule, (raw) => rawsOf(raw, 'rules').some(isElasticRule)),
    label: 'detection rules of Elastic',
    hint: HINTS.migrate,
  },
  {
    is: either(has('catalogVersion', 'vulnerabilities'), has('dataType', 'cveMetadata')),
    label: 'a list of vulnerabilities',
    hint: HINTS.nothing,
  },
  {
    is: (raw) => isRaw(raw['document']) && has('csaf_version')(raw['document']),
    label: 'a CSAF advisory',
    hint: HINTS.nothing,
  },
  { is: has('victim', 'actor', 'action'), label: 'an incident in VERIS', hint: HINTS.nothing },
  { is: matches('version', /^https?:\/\/jsonfeed\.org\//i), label: 'a feed (JSON Feed)', hint: HINTS.feed },
  { is: has('@context'), label: 'a document in JSON-LD', hint: HINTS.nothing },
  { is: has('$schema', 'properties'), label: 'a JSON schema', hint: HINTS.nothing },
];

function isListOfIds(parsed: unknown): boolean {
  return (
    Array.isArray(parsed) &&
    parsed.length > 0 &&
    parsed.every(
      (entry) =>
        typeof entry === 'string' && /^\s*(?:T\d{4}(?:\.\d{3})?|[GSMC]\d{4}|TA\d{4})\s*$/i.test(entry),
    )
  );
}

/** What a parsed document is that is not for loading, by its shape; undefined where it is no format that is known. */
export function documentFormat(parsed: unknown): KnownFormat | undefined {
  if (isListOfIds(parsed)) return FORMATS.ids;
  const first: unknown = Array.isArray(parsed) ? parsed[0] : parsed;
  return isRaw(first) ? ROWS.find(({ is }) => is(first)) : undefined;
}
