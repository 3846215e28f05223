import { OBJECT_KINDS } from '../../threat/index.ts';
import type { EntityDescription } from '../../facts/index.ts';
import { rawsOf, textOf, textsOf, type Raw } from './fields.ts';

/** Under which names ATT&CK cites itself: today's, and those of the old Mobile, ICS and PRE matrices. */
const ATTACK_NAMES: ReadonlySet<string> = new Set([
  'mitre-attack',
  'mitre-mobile-attack',
  'mitre-ics-attack',
  'mitre-pre-attack',
]);

const LABEL_PATTERNS = new Map<string, RegExp | undefined>(
  OBJECT_KINDS.flatMap((kind) => kind.types.map((type) => [type, kind.label] as const)),
);

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

/** What an object is called; undefined where facts cannot be about it. */
export function readEntity(raw: Raw, type: string): EntityDescription | undefined {
  if (NOT_ENTITIES.has(type)) return undefined;
  const name = nameOf(raw);
  return { name, label: labelOf(raw, type), aliases: aliasesOf(raw, name) };
}

function nameOf(raw: Raw): string {
  for (const field of NAME_FIELDS) {
    const name = textOf(raw, field).trim();
    if (name !== '') return name;
  }
  return '';
}

/**
 * The ATT&CK id of an object, empty where it has none that fits its type: withdrawn mitigations of old carry
 * the number of a technique (`T1105`), which would make them pass for it.
 */
function labelOf(raw: Raw, type: string): string {
  const pattern = LABEL_PATTERNS.get(type);
  for (const reference of rawsOf(raw, 'external_references')) {
    const label = attackId(reference);
    if (label !== '' && (pattern?.test(label) ?? true)) return label;
  }
  return '';
}

/** The ATT&CK id that an external reference carries; empty for a reference to anything else. */
export function attackId(reference: Raw): string {
  return ATTACK_NAMES.has(textOf(reference, 'source_name')) ? textOf(reference, 'external_id') : '';
}

function aliasesOf(raw: Raw, name: string): readonly string[] {
  const told = [...textsOf(raw, 'aliases'), ...textsOf(raw, 'x_mitre_aliases')];
  if (told.length === 0) return told;
  const aliases = new Set(told.map((alias) => alias.trim()));
  aliases.delete(name);
  aliases.delete('');
  return [...aliases];
}
