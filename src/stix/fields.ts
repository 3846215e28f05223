import { isMapping } from '../text/index.ts';

/** A JSON object as parsed: nothing is known of its values yet. */
export type Raw = Readonly<Record<string, unknown>>;

export { isMapping as isRaw } from '../text/index.ts';

/** A field as text; the empty text where it is absent, empty or something else. */
export function textOf(raw: Raw, field: string): string {
  const value = raw[field];
  return typeof value === 'string' ? value : '';
}

/** The non-empty texts of a list; none where the field is absent or something else. */
export function textsOf(raw: Raw, field: string): readonly string[] {
  const value = raw[field];
  return Array.isArray(value)
    ? value.filter((text): text is string => typeof text === 'string' && text !== '')
    : [];
}

/** The JSON objects of a list; none where the field is absent or something else. */
export function rawsOf(raw: Raw, field: string): readonly Raw[] {
  const value = raw[field];
  return Array.isArray(value) ? value.filter(isMapping) : [];
}
