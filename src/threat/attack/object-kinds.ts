type Row = readonly [
  name: string,
  plural: string,
  types: readonly string[],
  label?: RegExp | undefined,
  noun?: string,
];

/** Where no noun is given, the name is one. */
const ROWS = [
  ['group', 'groups', ['intrusion-set'], /^G\d{4}$/, 'adversary group'],
  ['campaign', 'campaigns', ['campaign'], /^C\d{4}$/],
  ['software', 'software', ['malware', 'tool'], /^S\d{4}$/],
  ['technique', 'techniques', ['attack-pattern'], /^T\d{4}(\.\d{3})?$/],
  ['mitigation', 'mitigations', ['course-of-action'], /^M\d{4}$/],
  ['tactic', 'tactics', ['x-mitre-tactic'], /^TA\d{4}$/],
  ['matrix', 'matrices', ['x-mitre-matrix']],
  ['detection-strategy', 'detection-strategies', ['x-mitre-detection-strategy'], /^DET\d{4}$/],
  ['analytic', 'analytics', ['x-mitre-analytic'], /^AN\d{4}$/],
  ['data-component', 'data-components', ['x-mitre-data-component'], /^DC\d{4}$/],
  ['data-source', 'data-sources', ['x-mitre-data-source'], /^DS\d{4}$/],
  ['asset', 'assets', ['x-mitre-asset'], /^A\d{4}$/],
  ['actor', 'actors', ['threat-actor'], undefined, 'threat actor'],
  ['identity', 'identities', ['identity']],
  ['location', 'locations', ['location']],
  ['indicator', 'indicators', ['indicator']],
  ['report', 'reports', ['report']],
  ['vulnerability', 'vulnerabilities', ['vulnerability']],
  ['control', 'controls', ['x-foeprint-control']],
  ['framework', 'frameworks', ['x-foeprint-framework'], undefined, 'control framework'],
  ['infrastructure', 'infrastructure', ['infrastructure']],
  ['assertion', 'assertions', ['x-foeprint-assertion'], /^AS-[0-9A-F]{8}$/],
] as const satisfies readonly Row[];

export type KindName = (typeof ROWS)[number][0];

/** A kind of object in the words of the field. */
export interface ObjectKind {
  /** Name in rules and in `--type`. */
  readonly name: KindName;
  /** Name of its catalogue: `foeprint list PLURAL`. */
  readonly plural: string;
  /** STIX types it covers. */
  readonly types: readonly string[];
  /** Pattern of its ATT&CK ids, where ATT&CK gives it one. */
  readonly label: RegExp | undefined;
  /** What a sentence calls one of them. */
  readonly noun: string;
}

/**
 * The kinds of object that analysts name, as one table: catalogues (`foeprint list …`), labels, and the
 * type names that rules may use are all read from it. Add a row to add a kind.
 *
 * ATT&CK ids do not identify: withdrawn mitigations carry technique numbers. Objects are keyed by type and STIX id.
 */
export const OBJECT_KINDS: readonly ObjectKind[] = ROWS.map(
  ([name, plural, types, label, noun = name.replaceAll('-', ' ')]) => ({ name, plural, types, label, noun }),
);

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
