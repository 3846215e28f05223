import { quoted } from '../engine.ts';

/** Most bytes that one record may have; the reader’s buffers, and with them its memory, follow from it. */
export const LONGEST_RECORD = 1024 * 1024;

/**
 * Records of a file of JSON Lines, plain or gzip, with just these fields. A line that is no JSON, or no object, is a record
 * without any; empty lines are none.
 *
 * @param fields by type: nothing is inferred, so that what other producers add cannot break the reading
 */
export function jsonRecords(file: string, fields: Readonly<Record<string, string>>): string {
  const columns = Object.entries(fields).map(([name, type]) => `${quoted(name)}: ${quoted(type)}`);
  return `read_json(${quoted(file)}, format = 'newline_delimited', columns = {${columns.join(', ')}}, auto_detect = false, ignore_errors = true, maximum_object_size = ${LONGEST_RECORD})`;
}
