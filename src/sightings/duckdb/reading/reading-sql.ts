import { isTechniqueId, techniqueId, type RecordShape } from './record-shape.ts';

/** Most techniques that one record may name: what has more is bait, or a list and no detection. */
const MOST_TECHNIQUES = 1000;

/** Times before are slips: alerts did not name techniques then. */
const EARLIEST = '2000-01-01';

/** Most often that one record may say something was seen. */
const LARGEST_COUNT = 4_000_000_000;

/**
 * One row for each technique of a record, and one for each record that is rejected: `uid, ts, sector, organisation, threat_group,
 * technique, source, detector, n, reason`. Texts are never NULL. `reason` is empty, or the name of the issue for which the record is
 * rejected; such a row has no technique.
 *
 * @param from a table with the fields of the shape
 * @param until times from here on are not believed, `YYYY-MM-DD`
 */
export function readingSql(shape: RecordShape, from: string, until: string): string {
  if (shape.techniques === undefined)
    return `SELECT * EXCLUDE (is_meant) REPLACE (CASE WHEN reason = '' THEN technique ELSE '' END AS technique) FROM (${judgedSql(shape, from, until)})`;
  const techniques = "unnest(CASE WHEN reason = '' THEN techniques ELSE [''] END) AS technique";
  return `SELECT * EXCLUDE (techniques, is_meant), ${techniques} FROM (${judgedSql(shape, from, until)})`;
}

/** Which records are rejected: `place`, counting from 1 in the order of the table, `reason`, and the `record` itself where it is asked for. */
export function rejectedSql(shape: RecordShape, from: string, until: string, withRecord: boolean): string {
  const judged = judgedSql(shape, from, until, withRecord ? 'to_json(r)' : 'NULL');
  const numbered = `SELECT row_number() OVER () AS place, reason, record FROM (${judged})`;
  return `SELECT * FROM (${numbered}) WHERE reason <> '' ORDER BY place`;
}

function judgedSql(shape: RecordShape, from: string, until: string, record?: string): string {
  const texts = [
    [shape.uid, 'uid'],
    [shape.sector, 'sector'],
    [shape.organisation, 'organisation'],
    [shape.group, 'threat_group'],
    [shape.source, 'source'],
    [shape.detector, 'detector'],
  ].map(([expression, name]) => `coalesce(${expression}, '') AS ${name}`);
  const parts = [
    ...texts,
    `${shape.time} AS ts`,
    `floor(coalesce(${shape.count}, 1)) AS n`,
    shape.techniques === undefined
      ? `${techniqueId(shape.technique ?? 'NULL')} AS technique`
      : `${shape.techniques} AS techniques`,
    `coalesce(${shape.isMeant}, false) AS is_meant`,
    ...(record === undefined ? [] : [`${record} AS record`]),
  ];
  const said = `SELECT ${parts.join(', ')} FROM ${from} AS r`;
  // Nearly all records have one technique, and to look for others takes long.
  const once =
    '(CASE WHEN len(techniques) > 1 THEN list_distinct(techniques) ELSE techniques END AS techniques)';
  const each = shape.techniques === undefined ? said : `SELECT * REPLACE ${once} FROM (${said})`;
  return `SELECT *, ${reasonSql(shape, until)} AS reason FROM (${each})`;
}

function reasonSql({ techniques }: RecordShape, until: string): string {
  const reasons = [
    ['NOT is_meant', 'otherRecord'],
    ...(techniques === undefined
      ? [[`NOT coalesce(${isTechniqueId('technique')}, false)`, 'noTechnique']]
      : [
          ['coalesce(len(techniques), 0) = 0', 'noTechnique'],
          [`len(techniques) > ${MOST_TECHNIQUES}`, 'tooManyTechniques'],
        ]),
    ['ts IS NULL', 'noTime'],
    [`ts < '${EARLIEST}' OR ts >= '${until}'`, 'unlikelyTime'],
    [`n < 1 OR n > ${LARGEST_COUNT}`, 'unlikelyCount'],
  ];
  return `CASE ${reasons.map(([condition, reason]) => `WHEN ${condition} THEN '${reason}'`).join(' ')} ELSE '' END`;
}
