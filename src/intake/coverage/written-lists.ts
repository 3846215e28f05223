import { isMapping } from '../../text/index.ts';
import { platformNamed } from '../../threat/index.ts';
import type { Raw } from '../../stix/index.ts';

/** A list, or one thing as a list of it; nothing as an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** A mapping; of anything else, one without fields. */
export function fieldsOf(value: unknown): Raw {
  return isMapping(value) ? value : {};
}

/** A text that has letters, without the space around it. */
export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The texts of a list, or one text. */
export function textsIn(value: unknown): readonly string[] {
  return listOf(value).flatMap((each) => textIn(each) ?? []);
}

/** Platforms as ATT&CK spells them; undefined where all are meant, or none is known by its name. */
export function platformsIn(value: unknown): readonly string[] | undefined {
  const names = textsIn(value);
  if (names.some((name) => name.toLowerCase() === 'all')) return undefined;
  const platforms = new Set(names.flatMap((name) => platformNamed(name)?.name ?? []));
  return platforms.size === 0 ? undefined : [...platforms];
}
