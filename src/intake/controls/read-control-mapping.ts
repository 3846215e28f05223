import {
  deterministicId,
  type DeliveredObject,
  type Delivery,
  type SourceDescription,
} from '../../facts/index.ts';
import { claimObject, isRaw, textOf, textsOf, type Raw } from '../../stix/index.ts';
import { compareText, defined } from '../../text/index.ts';
import { attackKey, attackNumber, typesOf } from '../../threat/index.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import type { AboutDelivery } from '../stix/describe-source.ts';
import { shapeProblem } from '../stix/shape.ts';
import { mappedFramework, type MappedFramework } from './frameworks.ts';
import { relationOfMapping } from './mapping-types.ts';

/** Longest id of a capability, in characters; longer ones are texts. */
const LONGEST_ID = 200;

/** Statuses of entries that say something; others are work that is not done. */
const DONE: ReadonlySet<string> = new Set(['', 'complete']);
const NON_MAPPABLE = 'non_mappable';

/** What the head of a mapping says, and the objects that its entries are about. */
interface Mapping extends MappedFramework {
  readonly series: string;
  /** Of the framework, e.g. `rev5`. */
  readonly version: string;
  /** ATT&CK release whose ids it uses, e.g. `16.1`; empty where it does not say. */
  readonly attack: string;
  readonly title: string;
  readonly groups: Raw;
  readonly claimant: string | undefined;
  /** `created` and `modified`, as far as they are known. */
  readonly dates: Raw;
  readonly frameworkId: string;
}

/** An entry that can be kept. */
interface Entry {
  readonly raw: Raw;
  readonly technique: string;
  /** Absent where the entry says that nothing of the framework maps to the technique. */
  readonly capability: string | undefined;
}

/** Whether a parsed document has the shape of a mapping of the Mappings Explorer. */
export function isControlMapping(parsed: unknown): boolean {
  return isRaw(parsed) && isRaw(parsed['metadata']) && Array.isArray(parsed['mapping_objects']);
}

/**
 * Reads a mapping of a framework to ATT&CK in the schema of the Mappings Explorer: every capability is a control (of `kev` a
 * vulnerability), every entry a claim about a technique under the id that it had in the release mapped to, every technique that the
 * framework has nothing for a claim that says so.
 *
 * A framework is a series, `mapping:` and its id; its version and the ATT&CK release make the release.
 *
 * @throws FoeprintError where the document is no mapping (I520) or holds nothing usable (I521)
 */
export function readControlMapping(parsed: unknown, about: AboutDelivery): Delivery {
  const issues = new IssueList(about.location);
  const given = isRaw(parsed) ? parsed['mapping_objects'] : undefined;
  const metadata = isRaw(parsed) ? parsed['metadata'] : undefined;
  if (!isRaw(metadata) || !Array.isArray(given) || shapeProblem(metadata) !== undefined)
    return issues.refuse(INTAKE_ISSUES.notMapping, 'It has no `metadata` and list of `mapping_objects`.');
  if (textOf(metadata, 'mapping_framework').trim() === '')
    return issues.refuse(INTAKE_ISSUES.notMapping, 'Its `metadata` has no `mapping_framework`.');
  const mapping = mappingOf(metadata, about);
  const entries = soundEntries(given, issues);
  if (entries.length === 0)
    issues.refuse(INTAKE_ISSUES.noMappings, `None of ${given.length} entries is usable.`);
  const objects = new Map<string, DeliveredObject>();
  // Of several descriptions of one capability the first counts.
  const keep = (object: DeliveredObject): void =>
    void (objects.has(object.id) || objects.set(object.id, object));
  keep(frameworkObject(mapping, metadata, entries));
  // A mapping names one capability thousands of times.
  const ids = new Map<string, string>();
  const read = new Set<string>();
  for (const entry of entries) {
    // Published mappings have entries twice; to make an id takes longer than to look.
    const written = JSON.stringify(entry.raw);
    if (read.has(written)) continue;
    read.add(written);
    const { capability = '' } = entry;
    if (capability !== '' && !ids.has(capability)) {
      const object = capabilityObject(mapping, capability, entry.raw);
      ids.set(capability, object.id);
      keep(object);
    }
    keep(claimOf(mapping, entry, ids.get(capability)));
  }
  return { source: describe(mapping, about), objects: [...objects.values()], issues: issues.toArray() };
}

function mappingOf(metadata: Raw, about: AboutDelivery): Mapping {
  const framework = mappedFramework(textOf(metadata, 'mapping_framework'));
  const version = dayOf(metadata, 'mapping_framework_version') ?? idOf(metadata, 'mapping_framework_version');
  const domain = textOf(metadata, 'technology_domain').trim().toLowerCase();
  const attack = idOf(metadata, 'attack_version');
  const groups = metadata['capability_groups'];
  const parts = [framework.id, ...(domain === '' || domain === 'enterprise' ? [] : [domain])];
  return {
    ...framework,
    series: about.series ?? `mapping:${parts.join(':')}`,
    version,
    attack,
    title: `${framework.name} ${version}`.trim(),
    groups: isRaw(groups) ? groups : {},
    claimant: textOf(metadata, 'organization') || textOf(metadata, 'author') || undefined,
    dates: defined({
      created: timeOf(metadata, 'creation_date'),
      modified: timeOf(metadata, 'last_update') ?? timeOf(metadata, 'creation_date'),
    }),
    frameworkId: deterministicId(typesOf('framework')[0] ?? '', ...parts, version),
  };
}

function describe({ series, title, version, attack }: Mapping, about: AboutDelivery): SourceDescription {
  const release = about.release ?? [version, attack].filter((part) => part !== '').join('-');
  return {
    kind: about.kind ?? 'mapping',
    name: about.name ?? `${title} mapped to ATT&CK ${attack}`.trim(),
    series,
    ...(release === '' ? {} : { release }),
    location: about.location,
    sha256: about.sha256,
    bytes: about.bytes,
    statements: [],
  };
}

function soundEntries(given: readonly unknown[], issues: IssueList): readonly Entry[] {
  return given.flatMap((raw, index): readonly Entry[] => {
    const place = { field: `mapping_objects[${index}]` };
    if (!isRaw(raw) || shapeProblem(raw) !== undefined) {
      issues.add(INTAKE_ISSUES.badMapping, `Entry ${index} is no object, or too deep or too long.`, place);
      return [];
    }
    const status = textOf(raw, 'status').trim().toLowerCase();
    const isMapped = DONE.has(status);
    if (!isMapped && status !== NON_MAPPABLE) {
      issues.add(INTAKE_ISSUES.unfinishedMapping, `Entry ${index} is “${status.slice(0, 40)}”.`, place);
      return [];
    }
    const technique = attackNumber('attack-pattern', textOf(raw, 'attack_object_id'));
    const capability = idOf(raw, 'capability_id');
    if (technique === '' || (isMapped && (capability === '' || capability.length > LONGEST_ID))) {
      const lacks = technique === '' ? 'technique' : 'capability';
      issues.add(INTAKE_ISSUES.badMapping, `Entry ${index} names no ${lacks}.`, place);
      return [];
    }
    if (isMapped && typeof raw['capability_id'] === 'number')
      issues.add(INTAKE_ISSUES.numberForId, `\`capability_id\` of entry ${index} is a number.`, place);
    return [{ raw, technique, capability: isMapped ? capability : undefined }];
  });
}

function frameworkObject(mapping: Mapping, metadata: Raw, entries: readonly Entry[]): DeliveredObject {
  const { frameworkId: id, title, series, attack } = mapping;
  const techniques = [...new Set(entries.map(({ technique }) => technique))].toSorted(compareText);
  const raw = {
    type: typesOf('framework')[0] ?? '',
    id,
    name: title,
    attack_version: attack,
    techniques,
    ...(entries.some(({ raw: entry }) => textOf(entry, 'score_value').trim() !== '') ? { scored: true } : {}),
    metadata,
    ...mapping.dates,
  };
  return described(mapping, raw, series.replace(/^mapping:/, ''), `mapped to ATT&CK ${attack}`, []);
}

function capabilityId({ kind, id, version }: Mapping, capability: string): string {
  const type = typesOf(kind)[0] ?? '';
  // A vulnerability is the same whatever list has it.
  return kind === 'vulnerability'
    ? deterministicId(type, 'cve', capability.toUpperCase())
    : deterministicId(type, id, version, capability);
}

function capabilityObject(mapping: Mapping, capability: string, entry: Raw): DeliveredObject {
  const id = capabilityId(mapping, capability);
  const name = textOf(entry, 'capability_description').trim() || capability;
  const groupKey = textOf(entry, 'capability_group');
  const group = Object.hasOwn(mapping.groups, groupKey)
    ? textOf(mapping.groups, groupKey) || groupKey
    : groupKey;
  const raw = {
    type: typesOf(mapping.kind)[0] ?? '',
    id,
    name,
    capability_id: capability,
    ...(group === '' ? {} : { group }),
    framework: mapping.id,
    framework_version: mapping.version,
    ...mapping.dates,
  };
  const statements = [
    { relation: 'part-of', subject: id, object: mapping.frameworkId },
    ...(group === '' ? [] : [{ relation: 'classified-as', subject: id, object: { literal: group } }]),
  ];
  return described(mapping, raw, capability, `${mapping.title}\n${group}`, statements);
}

function described(
  { dates }: Mapping,
  raw: Raw & { readonly id: string; readonly type: string; readonly name: string },
  label: string,
  searched: string,
  statements: DeliveredObject['statements'],
): DeliveredObject {
  return {
    id: raw.id,
    type: raw.type,
    version: textOf(dates, 'modified'),
    raw,
    entity: { name: raw.name, label, aliases: [] },
    statements,
    text: { title: raw.name, body: `${label}\n${searched}` },
  };
}

/** What an entry says of a technique, under the key of its number: views lead it to the technique, or to what replaced that. */
function claimOf(
  mapping: Mapping,
  { raw, technique }: Entry,
  capability: string | undefined,
): DeliveredObject {
  const { series, claimant, dates, frameworkId, version } = mapping;
  const [type, category, value] = ['mapping_type', 'score_category', 'score_value'].map((field) =>
    textOf(raw, field).trim(),
  );
  const release = idOf(raw, 'attack_version') || mapping.attack;
  const name = textOf(raw, 'attack_object_name').trim();
  const about = `${technique} ${name}`.trim() + (release === '' ? '' : ` (ATT&CK ${release})`);
  const comments = textOf(raw, 'comments').trim();
  const said = [category, value].filter((part) => part !== undefined && part !== '').join(' ');
  const text = [about, said, comments].filter((part) => part !== '').join(': ');
  const key = attackKey('technique', technique);
  const common = {
    series,
    claimant,
    references: textsOf(raw, 'references'),
    text,
    scoreValue: value === '' ? undefined : value,
    within: { raw: dates, version: '' },
  };
  if (capability === undefined)
    return claimObject({
      ...common,
      relation: 'not-addressed-by',
      subject: key,
      objects: [frameworkId],
      field: `${mapping.title || version} maps nothing to`,
    });
  return claimObject({
    ...common,
    relation: relationOfMapping(type ?? '', category ?? ''),
    subject: capability,
    objects: [key],
    field: type === undefined || type === '' ? 'mapping' : type,
  });
}

/** An id that is a text or, as some write it, a number. */
function idOf(raw: Raw, field: string): string {
  const value = raw[field];
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : textOf(raw, field).trim();
}

/** `04/16/2025`, as the Mappings Explorer writes days, or `2025-04-16`, as ISO writes it. */
function dayOf(raw: Raw, field: string): string | undefined {
  const text = textOf(raw, field).trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const [, month = '', day = '', year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return year === undefined ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function timeOf(raw: Raw, field: string): string | undefined {
  const day = dayOf(raw, field);
  return day === undefined ? undefined : `${day}T00:00:00.000Z`;
}
