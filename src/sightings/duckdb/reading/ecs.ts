import { firstText, timeOf, type RecordShape } from './record-shape.ts';

// One text or a list of them: a list becomes its JSON text.
const IDS = 'STRUCT(id VARCHAR, subtechnique STRUCT(id VARCHAR))';
const ALERT = '"kibana.alert';
const THREATS = [
  'threat.technique.id',
  'threat.technique.subtechnique.id',
  '"threat.technique.id"',
  '"threat.technique.subtechnique.id"',
  `${ALERT}.rule.threat"`,
  'kibana.alert.rule.threat',
  'signal.rule.threat',
];

/**
 * Alerts in the Elastic Common Schema, those of Kibana with them. `threat.technique.id` and `.subtechnique.id` are lists beside one another:
 * a technique of which a sub-technique stands there counts as that.
 */
export const ECS: RecordShape = {
  fields: {
    '@timestamp': 'VARCHAR',
    event: 'STRUCT(id VARCHAR, "module" VARCHAR, provider VARCHAR, created VARCHAR)',
    threat: `STRUCT(technique ${IDS}, "group" STRUCT(id VARCHAR, "name" VARCHAR))`,
    'threat.technique.id': 'VARCHAR',
    'threat.technique.subtechnique.id': 'VARCHAR',
    'threat.group.id': 'VARCHAR',
    'kibana.alert.uuid': 'VARCHAR',
    'kibana.alert.rule.name': 'VARCHAR',
    'kibana.alert.rule.threat': 'VARCHAR',
    kibana: 'STRUCT(alert STRUCT(uuid VARCHAR, "rule" STRUCT("name" VARCHAR, threat VARCHAR)))',
    signal: 'STRUCT("rule" STRUCT("name" VARCHAR, threat VARCHAR))',
    rule: 'STRUCT("name" VARCHAR)',
    organization: 'STRUCT("name" VARCHAR, id VARCHAR)',
    'organization.name': 'VARCHAR',
    labels: 'STRUCT(sector VARCHAR)',
    observer: 'STRUCT(product VARCHAR)',
    agent: 'STRUCT("type" VARCHAR)',
    _id: 'VARCHAR',
  },
  isMeant: `"@timestamp" IS NOT NULL OR coalesce(${THREATS.join(', ')}) IS NOT NULL`,
  uid: firstText(`${ALERT}.uuid"`, 'kibana.alert.uuid', '_id', 'event.id'),
  sector: 'labels.sector',
  organisation: firstText('organization.name', '"organization.name"', 'organization.id'),
  group: `coalesce(nullif(regexp_extract(coalesce(threat."group".id, "threat.group.id"), 'G\\d{4}'), ''), trim(threat."group"."name", '[]"'))`,
  source: firstText('observer.product', 'event.module', 'event.provider', 'agent.type'),
  detector: firstText(`${ALERT}.rule.name"`, 'kibana.alert.rule.name', 'signal.rule.name', 'rule.name'),
  count: 'NULL',
  time: timeOf('"@timestamp"', 'event.created'),
  techniques: mostExact(
    `regexp_extract_all(upper(concat_ws(' ', ${THREATS.join(', ')})), '\\bT\\d{4}(?:[./]\\d{3})?\\b')`,
  ),
};

/** Ids of a list, without techniques of which a sub-technique is in it. */
function mostExact(ids: string): string {
  const spelled = `list_transform(${ids}, lambda id: replace(id, '/', '.'))`;
  return `list_filter(${spelled}, lambda id: len(list_filter(${spelled}, lambda other: starts_with(other, id || '.'))) = 0)`;
}

/** The same records as a search of Elasticsearch gives them: each as `_source` of a hit. */
export function hitsOf(records: (fields: Readonly<Record<string, string>>) => string): string {
  const { _id, ...fields } = ECS.fields;
  const source = Object.entries(fields).map(([name, type]) => `"${name}" ${type}`);
  const hits = records({ _id: _id ?? 'VARCHAR', _source: `STRUCT(${source.join(', ')})` });
  return `(SELECT _id, unnest(_source) FROM ${hits})`;
}
