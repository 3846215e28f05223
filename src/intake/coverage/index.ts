export type { CoverageReading } from './coverage-reading.ts'; // what a file says is covered
export { readDettectCoverage } from './read-dettect-coverage.ts'; // DeTT&CT technique administration
export { readLayerCoverage } from './read-layer-coverage.ts'; // Navigator layers
