/** An input that imports are measured with. */
export interface MeasuredInput {
  readonly file: string;
  /** SQL that writes it, from the table `made_up`. */
  readonly written: (path: string) => string;
  /** What a bare engine does for the same columns: the file, read with the types of just these, into Parquet. */
  readonly bare: (path: string, target: string) => string;
  /** The most that ours may take of its processor time: until the words are known, and until all is stored. */
  readonly budgets: Readonly<Record<'read' | 'stored', number>>;
}

const ATTACKS = 'STRUCT(technique STRUCT(uid VARCHAR), sub_technique STRUCT(uid VARCHAR))[]';

/** By format. One finding in five has two attacks. */
export const INPUTS: Readonly<Record<'ocsf' | 'table', MeasuredInput>> = {
  ocsf: {
    file: 'findings.ndjson',
    written: (
      path,
    ) => `COPY (SELECT 2004 AS class_uid, 1 AS activity_id, 4 AS severity_id, epoch_ms(ts) AS "time",
        {version: '1.3.0', product: {name: source, vendor_name: 'Northwind'}} AS metadata,
        {uid: uid, title: 'Alert of ' || detector, analytic: {name: detector, type_id: 1}, attacks:
          list_transform(CASE WHEN hash(uid) % 5 = 0 THEN [technique_id, 'T9850'] ELSE [technique_id] END, lambda id:
            {version: '18.1', tactic: {uid: 'TA9001', name: 'Sowing'}, technique: {uid: id, name: 'Seed drill'}, sub_technique: {uid: id || '.001', name: 'By hand'}})} AS finding_info,
        {org: {name: org_id}, provider: 'Northwind'} AS cloud, {hostname: 'barn-' || hash(uid) % 10000, type_id: 1} AS device,
        CASE WHEN group_id <> '' THEN {name: group_id} END AS threat_actor
      FROM made_up) TO '${path}' (FORMAT json)`,
    bare: (
      path,
      target,
    ) => `COPY (SELECT finding_info.uid AS uid, make_timestamp("time" * 1000) AS ts, cloud.org.name AS organisation, threat_actor.name AS threat_group,
        metadata.product.name AS source, finding_info.analytic.name AS detector,
        unnest(list_transform(finding_info.attacks, lambda attack: coalesce(attack.sub_technique.uid, attack.technique.uid))) AS technique
      FROM read_json('${path}', format = 'newline_delimited', auto_detect = false, columns = {class_uid: 'INTEGER', "time": 'BIGINT', metadata: 'STRUCT(product STRUCT("name" VARCHAR))',
        finding_info: 'STRUCT(uid VARCHAR, analytic STRUCT("name" VARCHAR), attacks ${ATTACKS})', cloud: 'STRUCT(org STRUCT("name" VARCHAR))', threat_actor: 'STRUCT("name" VARCHAR)'}))
      TO '${target}' (FORMAT parquet, COMPRESSION snappy)`,
    budgets: { read: 2.2, stored: 4 },
  },
  table: {
    file: 'alerts.csv',
    written: (
      path,
    ) => `COPY (SELECT uid AS id, ts AS "time", sector, org_id AS organisation, group_id AS "group", technique_id AS technique, source, detector, n AS "count"
      FROM made_up) TO '${path}' (FORMAT csv)`,
    bare: (
      path,
      target,
    ) => `COPY (FROM read_csv('${path}', auto_detect = false, header = true, columns = {id: 'VARCHAR', "time": 'TIMESTAMP', sector: 'VARCHAR', organisation: 'VARCHAR',
        "group": 'VARCHAR', technique: 'VARCHAR', source: 'VARCHAR', detector: 'VARCHAR', "count": 'INTEGER'})) TO '${target}' (FORMAT parquet, COMPRESSION snappy)`,
    budgets: { read: 2, stored: 5 },
  },
};
