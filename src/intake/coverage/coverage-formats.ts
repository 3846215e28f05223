import { isMapping } from '../../text/index.ts';
import type { CoverageFormat } from './coverage-format.ts';
import { isCoverageTable, readCsvCoverage } from './read-csv-coverage.ts';
import { readDettectCoverage } from './read-dettect-coverage.ts';
import { isExercise, readExercise } from './read-exercise.ts';
import { isIdList, isJson, readIdList } from './read-id-list.ts';
import { readLayerCoverage } from './read-layer-coverage.ts';
import { readDettectDataSources } from './read-dettect-data-sources.ts';
import {
  isElasticExport,
  isElasticToml,
  readElasticExport,
  readElasticToml,
} from './read-elastic-coverage.ts';
import { isSplunkDetection, readSplunkCoverage } from './read-splunk-coverage.ts';
import { isSigma, readSigmaCoverage } from './read-sigma-coverage.ts';

/** Every format of coverage files, in the order in which they are tried. Every command that takes coverage takes them all. */
export const COVERAGE_FORMATS: readonly CoverageFormat[] = [
  {
    // Its first line, `[metadata]`, looks like a list of JSON.
    name: 'elastic',
    label: 'a detection rule of Elastic (TOML)',
    recognises: ({ text }) => isElasticToml(text),
    read: readElasticToml,
  },
  {
    name: 'elastic-export',
    label: 'rules as Kibana exports them (NDJSON)',
    recognises: ({ text }) => isElasticExport(text),
    read: readElasticExport,
  },
  {
    name: 'layer',
    label: 'a layer of the ATT&CK Navigator, of any version',
    recognises: ({ text, json }) => isJson(text) && layersIn(json()),
    read: ({ json, file }) => readLayerCoverage(json(), file),
  },
  {
    name: 'dettect',
    label: 'a DeTT&CT technique administration',
    recognises: ({ text }) => /^file_type\s*:\s*['"]?technique-administration/mu.test(text),
    read: ({ text, file }) => readDettectCoverage(text, file),
  },
  {
    name: 'dettect-data-sources',
    label: 'a DeTT&CT data source administration',
    recognises: ({ text }) => /^file_type\s*:\s*['"]?data-source-administration/mu.test(text),
    read: ({ text, file }) => readDettectDataSources(text, file),
  },
  {
    name: 'splunk',
    label: 'a detection of Splunk’s security content',
    recognises: ({ text }) => isSplunkDetection(text),
    read: readSplunkCoverage,
  },
  {
    name: 'sigma',
    label: 'a Sigma rule',
    recognises: ({ text }) => isSigma(text),
    read: readSigmaCoverage,
  },
  {
    name: 'exercise',
    label: 'results of an exercise, in the page that `foeprint emulate` writes',
    recognises: ({ text }) => isExercise(text),
    read: readExercise,
  },
  {
    name: 'csv',
    label: 'a CSV file with a column of technique ids',
    recognises: ({ text, file }) => !isJson(text) && !/\.ya?ml$/iu.test(file) && isCoverageTable(text),
    read: readCsvCoverage,
  },
  {
    name: 'list',
    label: 'a list of technique ids, one or more in a line',
    recognises: isIdList,
    read: readIdList,
  },
];

function layersIn(parsed: unknown): boolean {
  const list: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  return list.some((entry) => isMapping(entry) && Array.isArray(entry['techniques']));
}
