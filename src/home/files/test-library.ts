import { isUtf8 } from 'node:buffer';
import { readFiles, type Limits } from '../../acquisition/index.ts';
import type { EmulationTest, TestLibrary } from '../../answers/index.ts';
import { issueOf, type Issue } from '../../facts/index.ts';
import { INTAKE_ISSUES, readAtomics } from '../../intake/index.ts';
import { append, defined, fileName, fromUtf8 } from '../../text/index.ts';

/** A library of tests, and what of it could not be used. */
export interface TestLibraryFile {
  readonly library: TestLibrary;
  readonly issues: readonly Issue[];
}

/** Where a library says under which licence it is published. */
const LICENCE = /(?:^|[/\\!])LICEN[CS]E(?:\.(?:txt|md))?$/iu;
/** Test definitions: one file for each technique. Indexes of the library repeat them all. */
const TESTS = /(?:^|[/\\!])T\d{4}(?:\.\d{3})?\.ya?ml$/iu;

/**
 * Reads a library of tests: Atomic Red Team or one of its form, a file, a folder or an archive (zip, tar, also as gzip).
 *
 * @throws FoeprintError A4xx where it cannot be read
 */
export async function readTestLibrary(location: string, limits: Limits): Promise<TestLibraryFile> {
  const { files } = await readFiles(location, limits, (name) => TESTS.test(name) || LICENCE.test(name));
  const tests = new Map<string, EmulationTest>();
  const issues: Issue[] = [];
  let refused = 0;
  const sources = files.filter((file) => !LICENCE.test(file.location));
  for (const { bytes, location: file } of sources) {
    const reading = isUtf8(bytes) ? readAtomics(fromUtf8(bytes), file) : notText(file);
    append(issues, reading.issues);
    refused += reading.refused;
    for (const test of reading.tests) {
      if (!tests.has(test.guid)) tests.set(test.guid, test);
      else issues.push(issueOf(INTAKE_ISSUES.sameAtomicTest, `Two tests are ${test.guid}.`, { file }));
    }
  }
  const licence = files.find((file) => LICENCE.test(file.location))?.bytes;
  return {
    library: {
      name: fileName(location),
      tests: [...tests.values()],
      files: sources.length,
      refused,
      ...defined({ licence: licence && isUtf8(licence) ? fromUtf8(licence).trim() : undefined }),
    },
    issues,
  };
}

function notText(file: string): ReturnType<typeof readAtomics> {
  return { tests: [], refused: 1, issues: [issueOf(INTAKE_ISSUES.notAtomics, 'It is not UTF-8.', { file })] };
}
