import { issueOf } from '../../facts/index.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { COVERAGE_FORMATS } from './coverage-formats.ts';
import type { CoverageReading, CoverageText } from './coverage-format.ts';
import { readDettectCoverage } from './read-dettect-coverage.ts';
import { isJson, readIdsInText } from './read-id-list.ts';
import { readLayerCoverage } from './read-layer-coverage.ts';

/** How coverage is read. */
export interface CoverageAsked {
  /** Of a text of no known format, every technique id counts. Default false: a text may as well say what is not covered. */
  readonly idsInText?: boolean;
}

/**
 * Reads what a file says is covered, whatever its format: {@link COVERAGE_FORMATS}.
 *
 * @returns undefined for one of many files in a folder or archive that is of no such format
 */
export function readCoverage(
  coverage: CoverageText,
  { idsInText = false }: CoverageAsked = {},
): CoverageReading | undefined {
  const format = COVERAGE_FORMATS.find(({ recognises }) => recognises(coverage));
  if (format !== undefined) return { ...format.read(coverage), format: format.name };
  if (idsInText) return readIdsInText(coverage);
  return coverage.isNamed ? refused(coverage) : undefined;
}

/** Where a file that was named itself falls short of the format that such files have. */
function refused({ text, file, json }: CoverageText): CoverageReading {
  if (isJson(text)) return readLayerCoverage(json(), file);
  if (/\.ya?ml$/iu.test(file)) return readDettectCoverage(text, file);
  const known = COVERAGE_FORMATS.map((format) => format.label).join(', ');
  return {
    claims: [],
    issues: [issueOf(INTAKE_ISSUES.notCoverage, `It is none of these: ${known}.`, { file })],
  };
}
