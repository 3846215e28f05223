const TIMESTAMP =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?Z$/;

/** `2024-01-31T12:00:00.000Z`, the form that nearly every source writes. */
const USUAL_LENGTH = 24;

/**
 * A STIX timestamp (STIX 2.1, section 3.2) to the millisecond, so that comparing two as text compares them in time.
 *
 * @returns `2024-01-31T12:00:00.000Z`; undefined if the text is not a timestamp in UTC.
 */
export function readTimestamp(text: string): string | undefined {
  if (!TIMESTAMP.test(text)) return undefined;
  if (text.length === USUAL_LENGTH) return text;
  const fraction = text.slice(20, -1).slice(0, 3).padEnd(3, '0');
  return `${text.slice(0, 19)}.${fraction}Z`;
}
