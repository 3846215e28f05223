/**
 * The kinds of object that analysts name, as one table: catalogues (`foeprint list …`), labels, and the
 * type names that rules may use are all read from it. Add a row to add a kind.
 *
 * ATT&CK ids do not identify: withdrawn mitigations carry technique numbers. Objects are keyed by type and STIX id.
 */
export const OBJECT_KINDS = [
  {
    name: 'group',
    plural: 'groups',
    types: ['intrusion-set'],
    label: /^G\d{4}$/,
    noun: 'adversary group',
  },
  { name: 'campaign', plural: 'campaigns', types: ['campaign'], label: /^C\d{4}$/, noun: 'campaign' },
  { name: 'software', plural: 'software', types: ['malware', 'tool'], label: /^S\d{4}$/, noun: 'software' },
  {
    name: 'technique',
    plural: 'techniques',
    types: ['attack-pattern'],
    label: /^T\d{4}(\.\d{3})?$/,
    noun: 'technique',
  },
  {
    name: 'mitigation',
    plural: 'mitigations',
    types: ['course-of-action'],
    label: /^M\d{4}$/,
    noun: 'mitigation',
  },
  { name: 'tactic', plural: 'tactics', types: ['x-mitre-tactic'], label: /^TA\d{4}$/, noun: 'tactic' },
  { name: 'matrix', plural: 'matrices', types: ['x-mitre-matrix'], label: undefined, noun: 'matrix' },
  {
    name: 'detection-strategy',
    plural: 'detection-strategies',
    types: ['x-mitre-detection-strategy'],
    label: /^DET\d{4}$/,
    noun: 'detection strategy',
  },
  {
    name: 'analytic',
    plural: 'analytics',
    types: ['x-mitre-analytic'],
    label: /^AN\d{4}$/,
    noun: 'analytic',
  },
  {
    name: 'data-component',
    plural: 'data-components',
    types: ['x-mitre-data-component'],
    label: /^DC\d{4}$/,
    noun: 'data component',
  },
  {
    name: 'data-source',
    plural: 'data-sources',
    types: ['x-mitre-data-source'],
    label: /^DS\d{4}$/,
    noun: 'data source',
  },
  { name: 'asset', plural: 'assets', types: ['x-mitre-asset'], label: /^A\d{4}$/, noun: 'asset' },
  { name: 'actor', plural: 'actors', types: ['threat-actor'], label: undefined, noun: 'threat actor' },
  { name: 'identity', plural: 'identities', types: ['identity'], label: undefined, noun: 'identity' },
  { name: 'location', plural: 'locations', types: ['location'], label: undefined, noun: 'location' },
  { name: 'indicator', plural: 'indicators', types: ['indicator'], label: undefined, noun: 'indicator' },
  { name: 'report', plural: 'reports', types: ['report'], label: undefined, noun: 'report' },
  {
    name: 'vulnerability',
    plural: 'vulnerabilities',
    types: ['vulnerability'],
    label: undefined,
    noun: 'vulnerability',
  },
  {
    name: 'infrastructure',
    plural: 'infrastructure',
    types: ['infrastructure'],
    label: undefined,
    noun: 'infrastructure',
  },
  {
    name: 'assertion',
    plural: 'assertions',
    types: ['x-foeprint-assertion'],
    label: /^AS-[0-9A-F]{8}$/,
    noun: 'assertion',
  },
] as const satisfies readonly ObjectKind[];

/** A kind of object in the words of the field. */
export interface ObjectKind {
  /** Name in rules and in `--type`. */
  readonly name: string;
  /** Name of its catalogue: `foeprint list PLURAL`. */
  readonly plural: string;
  /** STIX types it covers. */
  readonly types: readonly string[];
  /** Pattern of its ATT&CK ids, where ATT&CK gives it one. */
  readonly label: RegExp | undefined;
  /** What a sentence calls one of them. */
  readonly noun: string;
}

export type KindName = (typeof OBJECT_KINDS)[number]['name'];

const KIND_OF_TYPE = new Map<string, ObjectKind>(
  OBJECT_KINDS.flatMap((kind) => kind.types.map((type) => [type, kind] as const)),
);

/** Kinds of what is done against techniques. */
export const DEFENCE_KINDS = ['mitigation', 'detection-strategy'] as const satisfies readonly KindName[];

/** The kind of a STIX type; undefined where no kind has it. */
export function kindOfType(type: string): ObjectKind | undefined {
  return KIND_OF_TYPE.get(type);
}

/** STIX types of a kind. */
export function typesOf(kind: KindName): readonly string[] {
  return OBJECT_KINDS.find((row) => row.name === kind)?.types ?? [];
}

/** What a sentence calls a thing of this STIX type: `adversary group`; the type itself where no row has it. */
export function sayType(type: string): string {
  return KIND_OF_TYPE.get(type)?.noun ?? type;
}
