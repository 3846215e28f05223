import { append } from '../../text/index.ts';
import type { EntityDescription } from '../../facts/index.ts';
import { rawsOf, textOf, textsOf, type Raw } from '../../stix/index.ts';

const TEXTS = [
  'description',
  'abstract',
  'content',
  'pattern',
  'value',
  'explanation',
  'x_mitre_detection',
  'x_mitre_shortname',
];

const LISTS = ['labels', 'goals', 'sectors', 'x_mitre_platforms', 'x_mitre_contributors'];

/** Fields that hold lists of objects, and their fields that are searched. */
const NESTED: readonly { readonly field: string; readonly texts: readonly string[] }[] = [
  { field: 'external_references', texts: ['external_id'] },
  { field: 'x_mitre_log_source_references', texts: ['name', 'channel'] },
  { field: 'x_mitre_log_sources', texts: ['name', 'channel'] },
  { field: 'x_mitre_mutable_elements', texts: ['field', 'description'] },
];

/** What full-text search finds an object by: its name counts as title, everything else as body. */
export function searchedText(
  raw: Raw,
  entity: EntityDescription | undefined,
): { title: string; body: string } {
  if (entity === undefined) return { title: '', body: textOf(raw, 'description') };
  const parts = [entity.label, ...entity.aliases];
  for (const field of TEXTS) parts.push(textOf(raw, field));
  for (const field of LISTS) append(parts, textsOf(raw, field));
  for (const { field, texts } of NESTED)
    for (const nested of rawsOf(raw, field)) for (const text of texts) parts.push(textOf(nested, text));
  return { title: entity.name, body: parts.filter((part) => part !== '').join('\n') };
}
