export * from './loading.ts'; // sources loaded, synchronised, forgotten, dumped, restored
export * from './assertion.ts'; // assertions of one’s own
export * from './files.ts'; // files written, settings
export * from './sightings-import.ts'; // sightings imported
export * from './sightings.ts'; // sightings removed, joined, published, made up
export { SightingsInitClusterAnswer } from './cluster.ts'; // tables of a cluster
export * from './tokens.ts'; // tokens of the API
