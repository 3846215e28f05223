import type { FieldReading } from './field-readings.ts';
import {
  ACTOR_FIELDS,
  CAMPAIGN_FIELDS,
  MITRE_FIELDS,
  SOFTWARE_FIELDS,
  TIDAL_GROUP_FIELDS,
} from './field-readings.ts';

/** How the values of one kind of cluster are read. */
export interface ClusterType {
  /** `type` of the cluster file. */
  readonly type: string;
  /** STIX type that its values become. */
  readonly becomes: string;
  /** Fields of `meta` that say something; the others are kept as they are, and searched. */
  readonly fields: readonly FieldReading[];
  /** Who makes the claims where the entry does not say. */
  readonly claimant?: string;
  /** True where the values are the things of a framework of MITRE's, with their numbers: each is about the thing itself. */
  readonly isNumbered?: true;
}

/** The clusters that are read in full. Add a row to read one more. */
export const CLUSTER_TYPES: readonly ClusterType[] = [
  { type: 'threat-actor', becomes: 'threat-actor', fields: ACTOR_FIELDS },
  {
    type: 'microsoft-activity-group',
    becomes: 'threat-actor',
    fields: ACTOR_FIELDS,
    claimant: 'Microsoft',
  },
  { type: 'groups', becomes: 'threat-actor', fields: TIDAL_GROUP_FIELDS, claimant: 'Tidal Cyber' },
  { type: 'campaigns', becomes: 'campaign', fields: CAMPAIGN_FIELDS, claimant: 'Tidal Cyber' },
  { type: 'producer', becomes: 'identity', fields: [] },
  { type: 'sector', becomes: 'identity', fields: [] },
  { type: 'target-information', becomes: 'location', fields: [] },
  { type: 'ransomware', becomes: 'malware', fields: SOFTWARE_FIELDS },
];

/**
 * What the things of MITRE's frameworks become, by the last words of their cluster: `mitre-software`, `mitre-campaign`, and before
 * August 2026 `mitre-malware`, `mitre-tool`, `mitre-ics-groups`, `mitre-enterprise-attack-intrusion-set`.
 */
const MITRES: ReadonlyMap<string, string> = new Map([
  ['intrusion-set', 'threat-actor'],
  ['group', 'threat-actor'],
  ['campaign', 'campaign'],
  ['malware', 'malware'],
  ['tool', 'malware'],
  ['software', 'malware'],
  ['attack-pattern', 'attack-pattern'],
  ['technique', 'attack-pattern'],
  ['course-of-action', 'course-of-action'],
  ['mitigation', 'course-of-action'],
  ['tactic', 'x-mitre-tactic'],
  ['asset', 'x-mitre-asset'],
  ['data-source', 'x-mitre-data-source'],
  ['data-component', 'x-mitre-data-component'],
  ['detection-strategy', 'x-mitre-detection-strategy'],
  ['analytic', 'x-mitre-analytic'],
]);

const MITRE_CLUSTER =
  /^mitre-(?:(?:ent(?:er|re)prise|mobile|pre|ics|atlas|fight)-)?(?:attack-)?([a-z-]+?)s?$/;

/** `mitre-attack-pattern` is of attack patterns, and so is `mitre-mobile-attack-attack-pattern`. */
function mitreType(type: string): ClusterType | undefined {
  const things = MITRE_CLUSTER.exec(type)?.[1] ?? '';
  const becomes = MITRES.get(things) ?? MITRES.get(`attack-${things}`);
  return becomes === undefined
    ? undefined
    : { type, becomes, fields: MITRE_FIELDS, claimant: 'MITRE', isNumbered: true };
}

/** What the values of other clusters become, by the `category` of the cluster. */
const CATEGORIES: ReadonlyMap<string, Omit<ClusterType, 'type'>> = new Map([
  ['actor', { becomes: 'threat-actor', fields: ACTOR_FIELDS }],
  ['tool', { becomes: 'malware', fields: SOFTWARE_FIELDS }],
  ['malware', { becomes: 'malware', fields: SOFTWARE_FIELDS }],
  ['sector', { becomes: 'identity', fields: [] }],
]);

/** How to read a cluster of this type and category; one that is not known becomes a custom type of its own. */
export function clusterType(type: string, category: string): ClusterType {
  const known = CLUSTER_TYPES.find((row) => row.type === type) ?? mitreType(type);
  if (known !== undefined) return known;
  const alike = CATEGORIES.get(category.toLowerCase());
  return { type, ...(alike ?? { becomes: customType(type), fields: [] }) };
}

/** `x-misp-…`, in the letters that STIX allows for a type. */
function customType(type: string): string {
  const name = type.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `x-misp-${name.replace(/^-|-$/g, '') || 'value'}`.slice(0, 250);
}
