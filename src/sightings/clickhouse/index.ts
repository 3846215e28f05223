export type { ClusterOptions } from './cluster.ts';
export { openClusterSightings, type ClusterSightings } from './cluster-sightings.ts'; // a store in a cluster
export { initCluster, type ServerPlan } from './init.ts'; // its tables
export { SENT_COLUMNS, type SentBatch, type SentMonth } from './commit.ts';
export { refuseOthers, type TakenState } from './take.ts'; // rows out of a cluster
export type { ClusterCompacted } from './compact.ts';
