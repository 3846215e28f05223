import type { IssueDeclaration } from '../facts/index.ts';

/** What can be wrong with a command line beyond what its parser says. */
export const CLI_ISSUES = {
  cannotWrite: {
    code: 'C701',
    name: 'cannot-write',
    severity: 'error',
    meaning: 'The file for the answer cannot be written.',
    remedy: 'Check the folder, its permissions and the space left; or leave out `--out`.',
  },
  unknownExport: {
    code: 'C702',
    name: 'unknown-export',
    severity: 'error',
    meaning: 'There is nothing of this name to export.',
    remedy: 'Use one of the names that `foeprint export --help` shows.',
  },
  needsFile: {
    code: 'C703',
    name: 'needs-file',
    severity: 'error',
    meaning: 'The answer is a binary file, which no terminal can show.',
    remedy: 'Name the file to write with `--out`.',
  },
  unknownOverlap: {
    code: 'C704',
    name: 'unknown-overlap',
    severity: 'error',
    meaning: 'There is no overlap of things of this kind.',
    remedy: 'Use `foeprint overlap groups`.',
  },
  cannotReadFile: {
    code: 'C705',
    name: 'cannot-read-file',
    severity: 'error',
    meaning: 'A file named by an option cannot be read.',
    remedy: 'Check the path and its permissions.',
  },
  oneLayer: {
    code: 'C706',
    name: 'one-layer',
    severity: 'error',
    meaning: 'A picture shows one layer, and there are several.',
    remedy: 'Choose one with `--layer`, or write an Excel file, which has a sheet for each.',
  },
  nothingToLayer: {
    code: 'C707',
    name: 'nothing-to-layer',
    severity: 'error',
    meaning: 'A layer needs groups, by name or from the recipe of a layer that `foeprint layer` made.',
    remedy: 'Name a group, or give such a layer with `--again`.',
  },
  notNamed: {
    code: 'C708',
    name: 'layer-not-named',
    severity: 'error',
    meaning: 'A layer to combine was given without the name that the expression calls it by.',
    remedy: 'Write it as name=file, e.g. `threat=apt28.json`.',
  },
  nothingToCombine: {
    code: 'C713',
    name: 'nothing-to-combine',
    severity: 'error',
    meaning: 'A combination needs an expression and layers, or a layer that was combined before.',
    remedy: 'Write `foeprint layer combine "a and b" a=one.json b=other.json`, or `--again combined.json`.',
  },
  badMissing: {
    code: 'C709',
    name: 'bad-missing-score',
    severity: 'error',
    meaning: 'What a missing score counts is skip, absent or a number.',
    remedy: 'Use `--missing skip`, `--missing absent` or `--missing 0`.',
  },
  noRelease: {
    code: 'C710',
    name: 'no-release-named',
    severity: 'error',
    meaning: 'A migration needs the release to carry to.',
    remedy: 'Say which with `--to`, e.g. `--to 18.1`.',
  },
  wouldOverwrite: {
    code: 'C711',
    name: 'would-overwrite',
    severity: 'error',
    meaning:
      'A migrated file would be written over the file that it is made from, or over another migrated one.',
    remedy: 'Name another folder with `--into`; migrate files of the same name one after the other.',
  },
  notUtf8: {
    code: 'C712',
    name: 'not-utf8',
    severity: 'error',
    meaning: 'A file is not UTF-8 text, so it cannot be changed without harm.',
    remedy: 'Save it as UTF-8; it was left out.',
  },
} as const satisfies Record<string, IssueDeclaration>;
