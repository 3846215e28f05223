export type { CoverageFormat, CoverageText } from './coverage-format.ts'; // a format of coverage files
export { COVERAGE_FORMATS } from './coverage-formats.ts'; // all of them
export type { CoverageReading } from './coverage-reading.ts'; // what a file says is covered
export { readCoverage, type CoverageAsked } from './read-coverage.ts'; // a file of any of them
export { readDettectCoverage } from './read-dettect-coverage.ts'; // DeTT&CT technique administration
export { readLayerCoverage } from './read-layer-coverage.ts'; // Navigator layers
