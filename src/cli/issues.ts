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
} as const satisfies Record<string, IssueDeclaration>;
