/** Where documents of tools hold lists of alerts, as searches, exports and queues write them. */
export const WRAPPERS: readonly string[] = [
  // Elasticsearch and OpenSearch
  'hits.hits',
  // OCSF
  'findings',
  // Security Hub
  'Findings',
  // CloudTrail, SQS
  'Records',
  // Event Hubs
  'records',
  'events',
  'alerts',
  // Splunk
  'results',
  'sightings',
  // Microsoft Graph
  'value',
  'data',
];
