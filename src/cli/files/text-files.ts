import { isUtf8 } from 'node:buffer';
import { stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { filesUnder, readFileBytes, silent, type Limits } from '../../acquisition/index.ts';
import { append } from '../../text/index.ts';
import { issueOf, type Issue } from '../../facts/index.ts';
import { CLI_ISSUES } from '../issues.ts';

/** A file of text, found by its own name or in a folder. */
export interface TextFile {
  /** Where it is. */
  readonly path: string;
  /** What to call it: its path from the folder that was named, with that folder's name. */
  readonly name: string;
  readonly text: string;
}

/** Files of text, and what was not read. */
export interface TextFilesReading {
  readonly files: readonly TextFile[];
  readonly issues: readonly Issue[];
  /** Files of folders whose ending is not one of text. */
  readonly passedOver: readonly string[];
}

/** Endings of the files that are taken from a folder: data, detection rules, notes, code. A file named itself may have any. */
const ENDINGS = new RegExp(
  `\\.(?:${[
    'json|jsonl|ndjson|geojson|stix|ya?ml|toml|ini|cfg|conf|properties|xml|csv|tsv|psv|txt|text|log|list',
    'rules?|sigma|yara?|yar|spl|kql|kusto|eql|aql|esql|lucene|sql|query|snort|suricata|nse|zeek|bro|tf|hcl',
    'md|mdx|markdown|rst|adoc|asciidoc|org|tex|bib|html?|xhtml|svg|mmd|puml|dot',
    'py|ipynb|js|mjs|cjs|ts|jsx|tsx|ps1|psm1|psd1|sh|bash|bat|cmd|vbs|rb|go|rs|java|kt|cs|c|h|cpp|hpp|php|pl|lua|r|dl|j2|jinja2?',
  ].join('|')})$`,
  'iu',
);

/**
 * Reads files of text, those of folders in order of their names. Links within folders are not followed, nor is what is hidden looked
 * at. What is not UTF-8 is left out, with an issue.
 *
 * @throws FoeprintError A4xx where one cannot be read
 */
export async function readTextFiles(given: readonly string[], limits: Limits): Promise<TextFilesReading> {
  const files: TextFile[] = [];
  const passedOver: string[] = [];
  const issues: Issue[] = [];
  for (const location of given) {
    const { taken, others } = await pathsAt(location);
    append(passedOver, others);
    for (const path of taken) {
      const bytes = await readFileBytes(path, limits, silent);
      const name = path === location ? basename(path) : join(basename(location), relative(location, path));
      if (isUtf8(bytes)) files.push({ path, name, text: bytes.toString('utf8') });
      else issues.push(issueOf(CLI_ISSUES.notUtf8, `“${path}” is not UTF-8.`, { file: path }));
    }
  }
  return { files, issues, passedOver };
}

/** What was named itself, or what a folder has: files to take, and those of other endings. */
async function pathsAt(
  location: string,
): Promise<{ readonly taken: readonly string[]; readonly others: readonly string[] }> {
  const state = await stat(location).catch(() => undefined);
  if (state?.isDirectory() !== true) return { taken: [location], others: [] };
  const paths = await filesUnder(location);
  return {
    taken: paths.filter((path) => ENDINGS.test(path)),
    others: paths.filter((path) => !ENDINGS.test(path)),
  };
}
