import {
  attackKind,
  attackNumber,
  frameworkId,
  frameworkSoftwareId,
  leadingNumber,
  namesAttack,
  numberInAddress,
  numberInName,
} from '../threat/index.ts';
import type { EntityDescription } from '../facts/index.ts';
import { rawsOf, textOf, textsOf, type Raw } from './fields.ts';
import { wholePlaceOf } from './whole-place.ts';

/** Types whose objects relate or mark others instead of being something that facts are about. */
const NOT_ENTITIES: ReadonlySet<string> = new Set(['relationship', 'marking-definition']);

/** Fields that name an object that has no `name`: observables, notes, opinions, references. First one wins. */
const NAME_FIELDS = [
  'name',
  'value',
  'path',
  'abstract',
  'display_name',
  'account_login',
  'key',
  'subject',
  'pattern',
];

/** Where else the name of nameless objects is looked for: conditions and operators of Attack Flow. */
const NAME_FIELD_OF_TYPE: ReadonlyMap<string, string> = new Map([
  ['attack-condition', 'description'],
  ['attack-operator', 'operator'],
]);

/** Types of STIX that cite frameworks without being things of them. */
const CITING_TYPES: ReadonlySet<string> = new Set([
  'grouping',
  'identity',
  'indicator',
  'infrastructure',
  'intrusion-set',
  'location',
  'malware',
  'malware-analysis',
  'note',
  'observed-data',
  'opinion',
  'report',
  'sighting',
  'threat-actor',
  'tool',
  'vulnerability',
]);

/** Fields that hold an ATT&CK number and nothing else: OpenCTI's. */
const NUMBER_FIELDS = ['x_mitre_id'];

/** What an object is called; undefined where facts cannot be about it. */
export function readEntity(raw: Raw, type: string): EntityDescription | undefined {
  if (NOT_ENTITIES.has(type)) return undefined;
  const ownName = nameOf(raw, type);
  const aliases = aliasesOf(raw, ownName);
  const place = wholePlaceOf(raw, type);
  if (place !== undefined) return { name: ownName || place.name, label: place.label, aliases };
  if (attackKind(type) === undefined)
    return { name: ownName, label: ownLabelOf(raw, type) || frameworkLabelOf(raw, type), aliases };
  const named = numberInName(type, ownName);
  const label = leadingNumber(
    [
      ...rawsOf(raw, 'external_references').map((reference) => numberOf(reference, type)),
      ...NUMBER_FIELDS.map((field) => attackNumber(type, textOf(raw, field))),
      named?.number ?? '',
    ].filter((number) => number !== ''),
  );
  if (label === '') return { name: ownName, label: frameworkLabelOf(raw, type), aliases };
  // A name that repeats the number is kept without it, and found by both.
  return named?.number === label
    ? { name: named.name, label, aliases: aliasesOf(raw, named.name, ownName) }
    : { name: ownName, label, aliases };
}

function nameOf(raw: Raw, type: string): string {
  const own = NAME_FIELD_OF_TYPE.get(type);
  for (const field of own === undefined ? NAME_FIELDS : [...NAME_FIELDS, own]) {
    const name = textOf(raw, field).trim();
    if (name !== '') return name;
  }
  return '';
}

/** The number that a reference to ATT&CK gives to an object of a type; empty where it gives none that fits. */
function numberOf(reference: Raw, type: string): string {
  if (!namesAttack(textOf(reference, 'source_name'))) return '';
  const id = textOf(reference, 'external_id').trim();
  if (id === '') return numberInAddress(type, textOf(reference, 'url'));
  // Some write the address of the page into it, or the name behind the number.
  return attackNumber(type, id) || numberInAddress(type, id) || (numberInName(type, id)?.number ?? '');
}

/** ATT&CK's own types that it does not number have an id all the same: matrices that of their domain. */
function ownLabelOf(raw: Raw, type: string): string {
  if (!type.startsWith('x-mitre-')) return '';
  return attackIds(raw)[0] ?? '';
}

const SOFTWARE_TYPES: ReadonlySet<string> = new Set(['malware', 'tool']);

/** The id that another framework gives to an object that ATT&CK does not number: the first that it has. */
function frameworkLabelOf(raw: Raw, type: string): string {
  const idOf = SOFTWARE_TYPES.has(type) ? frameworkSoftwareId : frameworkId;
  if (CITING_TYPES.has(type) && !SOFTWARE_TYPES.has(type)) return '';
  return (
    rawsOf(raw, 'external_references')
      .map((reference) => idOf(textOf(reference, 'source_name'), textOf(reference, 'external_id')))
      .find((id) => id !== '') ?? ''
  );
}

/** The ATT&CK id that an external reference carries; empty for a reference to anything else. */
export function attackId(reference: Raw): string {
  return namesAttack(textOf(reference, 'source_name')) ? textOf(reference, 'external_id').trim() : '';
}

/** The ATT&CK ids that the references of an object carry. */
export function attackIds(raw: Raw): readonly string[] {
  return rawsOf(raw, 'external_references')
    .map(attackId)
    .filter((id) => id !== '');
}

function aliasesOf(raw: Raw, name: string, ownName = name): readonly string[] {
  const others = [...textsOf(raw, 'aliases'), ...textsOf(raw, 'x_mitre_aliases')];
  if (others.length === 0 && ownName === name) return others;
  const aliases = new Set([ownName, ...others].map((alias) => alias.trim()));
  aliases.delete(name);
  aliases.delete('');
  return [...aliases];
}
