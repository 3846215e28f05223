import type { FieldReading } from './field-readings.ts';
import { ACTOR_FIELDS, CAMPAIGN_FIELDS, SOFTWARE_FIELDS, TIDAL_GROUP_FIELDS } from './field-readings.ts';

/** How the values of one kind of cluster are read. */
export interface ClusterType {
  /** `type` of the cluster file. */
  readonly type: string;
  /** STIX type that its values become. */
  readonly becomes: string;
  /** Fields of `meta` that say something; the others are kept as told, and searched. */
  readonly fields: readonly FieldReading[];
  /** Who makes the claims where the entry does not say. */
  readonly claimant?: string;
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

/** What the values of other clusters become, by the `category` of the cluster. */
const CATEGORIES: ReadonlyMap<string, Omit<ClusterType, 'type'>> = new Map([
  ['actor', { becomes: 'threat-actor', fields: ACTOR_FIELDS }],
  ['tool', { becomes: 'malware', fields: SOFTWARE_FIELDS }],
  ['malware', { becomes: 'malware', fields: SOFTWARE_FIELDS }],
  ['sector', { becomes: 'identity', fields: [] }],
]);

/** How to read a cluster of this type and category; one that is not known becomes a custom type of its own. */
export function clusterType(type: string, category: string): ClusterType {
  const known = CLUSTER_TYPES.find((row) => row.type === type);
  if (known !== undefined) return known;
  const alike = CATEGORIES.get(category.toLowerCase());
  return { type, ...(alike ?? { becomes: customType(type), fields: [] }) };
}

/** `x-misp-…`, in the letters that STIX allows for a type. */
function customType(type: string): string {
  const name = type.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `x-misp-${name.replace(/^-|-$/g, '') || 'value'}`.slice(0, 250);
}
