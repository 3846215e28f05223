import { isUtf8 } from 'node:buffer';
import { basename, relative } from 'node:path';
import { readFiles, type Limits } from '../../acquisition/index.ts';
import type { RuleFile, RuleLibrary } from '../../answers/index.ts';
import { issueOf, type Issue } from '../../facts/index.ts';
import { SIGMA_ISSUES } from '../../sigma/index.ts';
import { defined, fileName, fromUtf8 } from '../../text/index.ts';

/** A library of rules, and what of it could not be used. */
export interface RuleLibraryFile {
  readonly library: RuleLibrary;
  readonly issues: readonly Issue[];
}

/** Where a library says under which licence it is published: of the rules themselves, where that has a file of its own. */
const LICENCE = /(?:^|[/\\!])LICEN[CS]E(?:[.\w-]*)$/iu;

/**
 * Reads a library of Sigma rules: that of SigmaHQ or one of its form, a file, a folder or an archive (zip, tar, also as gzip). Rules
 * are taken as they are, byte for byte.
 *
 * @throws FoeprintError A4xx where it cannot be read
 */
export async function readRuleLibrary(location: string, limits: Limits): Promise<RuleLibraryFile> {
  const { files } = await readFiles(
    location,
    limits,
    (name) => /\.ya?ml$/iu.test(name) || LICENCE.test(name),
  );
  const rules: RuleFile[] = [];
  const issues: Issue[] = [];
  for (const { bytes, location: place } of files) {
    if (LICENCE.test(place)) continue;
    const file = nameWithin(location, place);
    // A decoder for texts would take a byte order mark away.
    if (isUtf8(bytes)) rules.push({ file, text: Buffer.from(bytes).toString('utf8') });
    else issues.push(issueOf(SIGMA_ISSUES.notYaml, 'It is not UTF-8.', { file }));
  }
  const licences = files.filter((file) => LICENCE.test(file.location) && isUtf8(file.bytes));
  const licence = licences.find((file) => /rule/iu.test(basename(file.location))) ?? licences[0];
  return {
    library: {
      name: fileName(location),
      files: rules,
      refused: issues.length,
      ...defined({ licence: licence && fromUtf8(licence.bytes).trim() }),
    },
    issues,
  };
}

/** The path in an archive or a folder; of a file its name. */
function nameWithin(location: string, place: string): string {
  if (place.startsWith(`${location}!`)) return place.slice(location.length + 1);
  return relative(location, place).replaceAll('\\', '/') || basename(place);
}
