import {
  IDENTIFIED_BY,
  type DeliveredObject,
  type EntityDescription,
  type Statement,
} from '../../facts/index.ts';
import {
  attackKey,
  attackKind,
  attackNumber,
  countryNamed,
  frameworkId,
  numberInName,
} from '../../threat/index.ts';
import {
  claimObject,
  type Claim,
  isRaw,
  textOf,
  textsOf,
  type Raw,
  countryId,
  placeOf,
  sectorsOf,
  type NamedThing,
} from '../../stix/index.ts';
import type { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { DESCRIBED_TYPES, readProse } from '../../reading/index.ts';
import type { ClusterType } from './cluster-types.ts';
import type { FieldReading } from './field-readings.ts';
import { synonymsOf, claimedNames } from './names.ts';
import { readReference, type RelatedReference } from './related.ts';

/** A value of a cluster that can be kept. */
export interface ClusterValue {
  readonly raw: Raw;
  readonly meta: Raw;
  /** STIX id: that of the country for a country, otherwise the type that it becomes and its own UUID. */
  readonly id: string;
  readonly type: string;
  readonly uuid: string;
  readonly name: string;
  readonly series: string;
}

/** Version of an object that a cluster describes: above that of a bare mention, below every STIX timestamp. */
const DESCRIBED = '1';

/** MITRE's and Tidal's ids of groups and campaigns, which stand among the synonyms. */
const GROUP_ID = /^[GC]\d{4}$/;

/** Id of the object that a value becomes. Countries are known by their ISO code, whoever describes them. */
export function valueId(raw: Raw, uuid: string, becomes: string): string {
  const code = becomes === 'location' ? countryCode(raw) : undefined;
  return code === undefined ? `${becomes}--${uuid}` : countryId(code);
}

function countryCode(raw: Raw): string | undefined {
  const meta = raw['meta'];
  if (!isRaw(meta)) return undefined;
  const [code] = textsOf(meta, 'iso-code');
  const known = countryNamed(textOf(raw, 'value'));
  // A disputed territory may carry the code of another value; then only its name decides.
  return code !== undefined && (known === undefined || known.code === code) ? code : undefined;
}

/** The object of a value, the claims that it makes, and the things that it names. */
export function readValue(
  value: ClusterValue,
  cluster: ClusterType,
  siblings: ReadonlyMap<string, string>,
  issues: IssueList,
): readonly DeliveredObject[] {
  const things: NamedThing[] = [...ownPlace(value), ...ownSectors(value, cluster)];
  const claims = [
    ...nameClaims(value, cluster),
    ...cluster.fields.flatMap((field) => fieldClaims(value, cluster, field, things, issues)),
    ...referenceClaims(value, cluster, siblings, issues),
    ...mentionClaims(value),
  ];
  const object = valueObject(value, cluster, things);
  return [
    object,
    ...things.flatMap(({ objects }) => objects.filter(({ id }) => id !== value.id)),
    ...claims.map(claimObject),
    ...proseOf(value, object, cluster),
  ];
}

/** What the description of an adversary or a campaign says. */
function proseOf(
  { series, name, meta }: ClusterValue,
  object: DeliveredObject,
  cluster: ClusterType,
): readonly DeliveredObject[] {
  if (!DESCRIBED_TYPES.has(object.type)) return [];
  const claimant = writerOf(meta, cluster);
  return readProse({ series, object, name, aliases: synonymsOf(meta), claimant });
}

function valueObject(
  value: ClusterValue,
  cluster: ClusterType,
  things: readonly NamedThing[],
): DeliveredObject {
  const { raw, id, type, name } = value;
  const entity = cluster.isNumbered === true ? numberedEntity(value) : entityOf(value);
  return {
    id,
    type,
    version: DESCRIBED,
    raw,
    entity,
    statements: [...wholesOf(value, things), ...identityOf(value, cluster, entity)],
    ...(raw['revoked'] === true ? { withdrawn: 'revoked' as const } : {}),
    text: { title: name, body: searchedBody(value, entity) },
  };
}

function entityOf({ meta, name, type, series }: ClusterValue): EntityDescription {
  const synonyms = synonymsOf(meta).filter((synonym) => synonym !== name && !GROUP_ID.test(synonym));
  const ownId = series.endsWith(':groups') ? textOf(meta, 'group_attack_id') : '';
  const country = type === 'location' ? countryNamed(name) : undefined;
  const aliases = [...synonyms, ...(ownId.startsWith('G3') || ownId.startsWith('G5') ? [ownId] : [])];
  return country === undefined
    ? { name, label: '', aliases }
    : { name, label: country.code, aliases: [country.alpha3, ...aliases] };
}

/** A thing of a framework: its number in `external_id`, and behind the name (`Wily Weasel - G9001`), which is also known without it. */
function numberedEntity({ meta, name, type, series }: ClusterValue): EntityDescription {
  const id = textOf(meta, 'external_id');
  const named = numberInName(type, name);
  const label = attackNumber(type, id) || (named?.number ?? '') || frameworkId(series, id);
  const plain = label !== '' && name.endsWith(` - ${label}`) ? name.slice(0, -label.length - 3).trim() : name;
  const own = plain === '' ? name : plain;
  const aliases = new Set([name, ...synonymsOf(meta)]);
  aliases.delete(own);
  return { name: own, label, aliases: [...aliases] };
}

function identityOf(
  { id, type }: ClusterValue,
  { isNumbered }: ClusterType,
  { label }: EntityDescription,
): readonly Statement[] {
  const kind = isNumbered === true ? attackKind(type) : undefined;
  const number = attackNumber(type, label);
  return kind === undefined || number === ''
    ? []
    : [{ relation: IDENTIFIED_BY, subject: id, object: attackKey(kind, number) }];
}

/** A described country is in its region, a described sector is a kind of the sectors that its name names. */
function wholesOf({ id, type }: ClusterValue, things: readonly NamedThing[]): readonly Statement[] {
  const own = things.find((thing) => thing.id === id)?.objects[0]?.statements;
  if (own !== undefined) return own;
  return type === 'identity'
    ? things.map((thing) => ({ relation: 'part-of', subject: id, object: thing.id }))
    : [];
}

function ownPlace({ type, name, id }: ClusterValue): readonly NamedThing[] {
  const place = type === 'location' ? placeOf(name) : undefined;
  return place?.id === id ? [place] : [];
}

function ownSectors({ name }: ClusterValue, cluster: ClusterType): readonly NamedThing[] {
  if (cluster.type !== 'sector') return [];
  return sectorsOf(name).filter(({ objects }) => objects[0]?.raw['sectors'] !== undefined);
}

function claimBy(
  value: ClusterValue,
  claim: Omit<Claim, 'series' | 'subject' | 'references'> & Partial<Pick<Claim, 'references'>>,
): Claim {
  return { series: value.series, subject: value.id, references: referencesOf(value.meta), ...claim };
}

/** The documents that an entry cites: it does not say which of them supports which of its fields. */
function referencesOf(meta: Raw): readonly string[] {
  return [
    ...new Set([...textsOf(meta, 'refs'), ...textsOf(meta, 'references'), ...textsOf(meta, 'sources')]),
  ];
}

function nameClaims(value: ClusterValue, { claimant }: ClusterType): readonly Claim[] {
  return claimedNames(value.name, value.meta).map((claimed) =>
    claimBy(value, {
      relation: GROUP_ID.test(claimed.name) ? 'has-attack-id' : 'known-as',
      objects: [{ literal: claimed.name }],
      field: claimed.field,
      text: claimed.name,
      // Whoever gave the name stands for it; the documents report what its bearer did.
      references: [],
      claimant: claimed.claimant ?? claimant,
    }),
  );
}

function fieldClaims(
  value: ClusterValue,
  cluster: ClusterType,
  reading: FieldReading,
  things: NamedThing[],
  issues: IssueList,
): readonly Claim[] {
  const claimant = claimantOf(value, cluster, reading);
  const hedge = reading.isSuspected === true ? 'suspected' : undefined;
  const confidence = (reading.confidence && textOf(value.meta, reading.confidence)) || hedge;
  return metaTexts(value, reading.field, issues).flatMap((text) =>
    reading.reads(text).map(({ relation, object, thing }) => {
      if (thing !== undefined) things.push(thing);
      return claimBy(value, {
        relation,
        objects: [object],
        field: reading.field,
        text: typeof object === 'string' ? text : text.trim(),
        claimant,
        confidence,
      });
    }),
  );
}

/** An id of ATT&CK is MITRE's claim, even where Tidal repeats it. */
function claimantOf({ meta }: ClusterValue, cluster: ClusterType, reading: FieldReading): string | undefined {
  if (reading.field.endsWith('_attack_id')) return writerOf(meta, cluster);
  return reading.claimant ?? cluster.claimant;
}

/** Who wrote an entry: Tidal marks those that it repeats from MITRE, with their ids and descriptions. */
function writerOf(meta: Raw, { claimant }: ClusterType): string | undefined {
  return claimant === undefined ? undefined : textOf(meta, 'source') || claimant;
}

function metaTexts({ meta, id }: ClusterValue, field: string, issues: IssueList): readonly string[] {
  const value = meta[field];
  if (value === undefined) return [];
  const listed: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = listed.filter((text) => typeof text === 'string');
  if (texts.length < listed.length)
    issues.add(INTAKE_ISSUES.ignoredMeta, `\`${field}\` is not text.`, {
      object: id,
      field: `meta.${field}`,
    });
  return [...new Set(texts)];
}

function referenceClaims(
  value: ClusterValue,
  { claimant }: ClusterType,
  siblings: ReadonlyMap<string, string>,
  issues: IssueList,
): readonly Claim[] {
  const related = value.raw['related'];
  const entries: readonly unknown[] = Array.isArray(related) ? related : [];
  return entries.flatMap((entry, index) => {
    const reference = isRaw(entry) ? readReference(entry, value.type) : undefined;
    if (reference === undefined)
      issues.add(INTAKE_ISSUES.badReference, 'A reference says too little.', {
        object: value.id,
        field: `related[${index}]`,
      });
    return reference === undefined ? [] : [referenceClaim(value, claimant, reference, siblings)];
  });
}

/** A UUID of another file says no type: the claim is made of each that it may be, and holds for the one that exists. */
function referenceClaim(
  value: ClusterValue,
  claimant: string | undefined,
  reference: RelatedReference,
  siblings: ReadonlyMap<string, string>,
): Claim {
  const sibling = siblings.get(reference.uuid);
  const [first = `${value.type}--${reference.uuid}`, ...others] =
    sibling === undefined ? reference.types.map((type) => `${type}--${reference.uuid}`) : [sibling];
  return claimBy(value, {
    relation: reference.relation,
    objects: [first, ...others],
    reversed: reference.reversed,
    field: `related ${reference.type}`,
    text: reference.uuid,
    claimant,
    confidence: reference.confidence,
  });
}

/** Tidal links the groups and campaigns that a description speaks of. */
const TIDAL_LINK = /\[([^\]]*)\]\(https:\/\/app\.tidalcyber\.com\/(groups|campaigns)\/([0-9a-f-]{36})\)/g;

function mentionClaims(value: ClusterValue): readonly Claim[] {
  const mentioned = new Map<string, string>();
  for (const [, name = '', kind, uuid = ''] of textOf(value.raw, 'description').matchAll(TIDAL_LINK))
    if (uuid !== value.uuid)
      mentioned.set(`${kind === 'groups' ? 'threat-actor' : 'campaign'}--${uuid}`, name);
  return [...mentioned].map(([id, name]) =>
    claimBy(value, {
      relation: 'mentions',
      objects: [id],
      field: 'description',
      text: name,
      claimant: 'Tidal Cyber',
    }),
  );
}

/** Fields of `meta` whose texts lead elsewhere, or are ransom notes of many pages. */
const NOT_SEARCHED = /^(?:refs|links|references|sources|official-refs|ransom\w*notes?.*|tags)$/;

function searchedBody({ raw, meta }: ClusterValue, { label, aliases }: EntityDescription): string {
  const parts = [label, ...aliases, textOf(raw, 'description')];
  for (const [field, value] of Object.entries(meta)) {
    if (NOT_SEARCHED.test(field) || field === 'name-attribution') continue;
    parts.push(typeof value === 'string' ? value : textsOf(meta, field).join('\n'));
  }
  return [...new Set(parts)].filter((part) => part.trim() !== '').join('\n');
}
