import type { ColumnMapping, SightingPart } from '../../input/column-mapping.ts';
import { quoted } from '../engine.ts';
import { FAULTY_LINES } from './faulty-lines.ts';
import { LONGEST_RECORD } from './json-records.ts';
import type { RecordTable } from './read-rows.ts';
import { techniqueIds, timeOf, type RecordShape } from './record-shape.ts';

/**
 * Rows of a file of comma-separated values (RFC 4180) with a first line of names. Lines with too few or too many cells, broken quotes or what is
 * no UTF-8 are left out, and stand in {@link FAULTY_LINES}.
 *
 * @param names of its columns, in their order
 */
export function tableRows(
  file: string,
  names: readonly string[],
  delimiter: string,
  mapping: ColumnMapping,
): RecordTable {
  const columns = names.map((_, index) => `c${index}: 'VARCHAR'`);
  const from = `read_csv(${quoted(file)}, auto_detect = false, header = true, delim = ${quoted(delimiter)}, quote = '"', escape = '"', columns = {${columns.join(', ')}}, ignore_errors = true, store_rejects = true, rejects_table = '${FAULTY_LINES}', rejects_limit = 0, max_line_size = ${LONGEST_RECORD})`;
  return { shape: mappedShape((name) => `c${names.indexOf(name)}`, mapping), from };
}

/**
 * The parts of a sighting that a table has.
 *
 * @param columnOf SQL of a column, as text
 */
export function mappedShape(columnOf: (name: string) => string, mapping: ColumnMapping): RecordShape {
  const said = (part: SightingPart): string => {
    const [name, constant] = [mapping.columns[part], mapping.constants[part]];
    const otherwise = constant === undefined ? [] : [quoted(constant)];
    const parts = [...(name === undefined ? [] : [`nullif(${columnOf(name)}, '')`]), ...otherwise];
    return parts.length === 0 ? 'NULL' : `coalesce(${parts.join(', ')})`;
  };
  const { separator } = mapping;
  const technique = said('technique');
  return {
    fields: {},
    isMeant: 'true',
    uid: said('id'),
    sector: said('sector'),
    organisation: said('organisation'),
    group: said('group'),
    source: said('source'),
    detector: said('detector'),
    count: `CASE WHEN ${said('count')} IS NULL THEN 1 ELSE coalesce(try_cast(${said('count')} AS DOUBLE), 0) END`,
    time: timeIn(said('time'), mapping),
    ...(separator === undefined
      ? { technique }
      : {
          techniques: techniqueIds(`string_split(translate(${technique}, '[]"', ''), ${quoted(separator)})`),
        }),
  };
}

function timeIn(text: string, { timeForm, timeZone }: ColumnMapping): string {
  // A form with an offset gives a time with one.
  const zone = timeForm?.includes('%z') === true ? undefined : timeZone;
  const inZone = (read: string): string => {
    const time = `date_trunc('second', ${read})`;
    return zone === undefined ? `${time}::TIMESTAMP` : `timezone('UTC', timezone(${quoted(zone)}, ${time}))`;
  };
  if (timeForm !== undefined) return inZone(`try_strptime(${text}, ${quoted(timeForm)})`);
  if (zone === undefined) return timeOf(text);
  const withoutOffset = `CASE WHEN NOT regexp_matches(${text}, ${OFFSET}) THEN try_cast(${text} AS TIMESTAMP) END`;
  return `coalesce(${inZone(withoutOffset)}, ${timeOf(text)})`;
}

/** The end of a time that says where it holds, whatever zone a mapping names. */
const OFFSET = quoted(':\\d+(\\.\\d+)? ?(Z|UTC|[-+][\\d:]+)$');
