/** As STIX writes it: `2024-01-31T12:00:00Z`, with any fraction of a second. */
const TIMESTAMP =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?Z$/;

/** `2024-01-31T12:00:00.000Z`, the form that nearly every source writes. */
const USUAL_LENGTH = 24;

/**
 * ISO 8601 as people and programs write it: a day alone; a space or a small `t` between day and time; no seconds; a comma before
 * the fraction; an offset (`+02:00`, `+0200`, `+02`), a small `z`, or no zone at all. Also the short form without marks
 * between the parts, `20240131T120000Z`.
 */
const ANY_TIME =
  /^(\d{4})-(\d\d)-(\d\d)(?:(?:[Tt_]| {1,2})(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)? ?(?:[Zz]|UTC|GMT|([+-])(\d\d)(?::?(\d\d))?)?)?$/;

/** The beginning of a time in the short form. */
const SHORT_TIME = /^(\d{4})(\d\d)(\d\d)([Tt_ ])(\d\d)(\d\d)(\d\d)/;

/** Longer texts are no times. */
const LONGEST = 64;

/** Whether a text is a time as STIX wants it (STIX 2.1, section 3.2). */
export function isStixTimestamp(text: string): boolean {
  return TIMESTAMP.test(text);
}

/**
 * A time to the millisecond in UTC, so that comparing two as text compares them in time. What says no zone is taken for UTC,
 * a day for its first moment.
 *
 * @returns `2024-01-31T12:00:00.000Z`; undefined if the text is not a time.
 */
export function readTimestamp(text: string): string | undefined {
  if (!TIMESTAMP.test(text)) return readAnyTime(text);
  if (text.length === USUAL_LENGTH) return text;
  const fraction = text.slice(20, -1).slice(0, 3).padEnd(3, '0');
  return `${text.slice(0, 19)}.${fraction}Z`;
}

/** A time as STIX writes it; what is written so already, or is no time at all, stays as given. */
export function asStixTimestamp(text: string): string {
  return isStixTimestamp(text) ? text : (readTimestamp(text) ?? text);
}

function readAnyTime(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const parts = ANY_TIME.exec(text.trim().replace(SHORT_TIME, '$1-$2-$3$4$5:$6:$7'));
  if (parts === null) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = ''] = parts;
  const [sign, hours = '0', minutes = '0'] = parts.slice(8);
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  if (!TIMESTAMP.test(local)) return undefined;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  if (offset === 0) return local;
  const time = Date.parse(local.replace(':60.', ':59.')) - offset * 60_000;
  const utc = Number.isNaN(time) ? '' : new Date(time).toISOString();
  // Around the years 0 and 9999 an offset may lead out of the years that can be written.
  return TIMESTAMP.test(utc) ? utc : undefined;
}
