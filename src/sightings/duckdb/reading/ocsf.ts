import { firstText, techniqueIds, timeOf, type RecordShape } from './record-shape.ts';

const ATTACKS = 'STRUCT(technique STRUCT(uid VARCHAR), sub_technique STRUCT(uid VARCHAR))[]';
const NAMED = 'STRUCT("name" VARCHAR)';

function idsIn(attacks: string): string {
  return `list_transform(${attacks}, lambda attack: coalesce(attack.sub_technique.uid, attack.technique.uid))`;
}

/**
 * Detection Finding (class 2004) of OCSF 1.1 and later, and Security Finding (2001) of 1.0. With the profile for security controls
 * the same attacks stand twice, in `finding_info` and at the top: each id counts once.
 */
export const OCSF: RecordShape = {
  fields: {
    class_uid: 'INTEGER',
    time: 'VARCHAR',
    time_dt: 'VARCHAR',
    count: 'DOUBLE',
    metadata: `STRUCT(uid VARCHAR, tenant_uid VARCHAR, product STRUCT("name" VARCHAR, vendor_name VARCHAR))`,
    finding_info: `STRUCT(uid VARCHAR, title VARCHAR, analytic ${NAMED}, attacks ${ATTACKS})`,
    finding: 'STRUCT(uid VARCHAR, title VARCHAR)',
    analytic: NAMED,
    attacks: ATTACKS,
    cloud: `STRUCT(org ${NAMED}, account ${NAMED})`,
    device: `STRUCT(org ${NAMED})`,
    threat_actor: NAMED,
    osint: `STRUCT(threat_actor ${NAMED})[]`,
  },
  isMeant: 'coalesce(class_uid IN (2001, 2004), finding_info IS NOT NULL OR finding IS NOT NULL)',
  uid: firstText('finding_info.uid', 'finding.uid', 'metadata.uid'),
  sector: 'NULL',
  organisation: firstText('cloud.org.name', 'device.org.name', 'metadata.tenant_uid', 'cloud.account.name'),
  group: firstText('threat_actor.name', 'osint[1].threat_actor.name'),
  source: firstText('metadata.product.name', 'metadata.product.vendor_name'),
  detector: firstText('finding_info.analytic.name', 'analytic.name', 'finding_info.title', 'finding.title'),
  count: 'count',
  time: timeOf('time', 'time_dt'),
  techniques: techniqueIds(`list_concat(${idsIn('finding_info.attacks')}, ${idsIn('attacks')})`),
};
