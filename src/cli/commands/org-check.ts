import { placeName } from '../../acquisition/index.ts';
import { OrgCheckAnswer, path } from '../../answers/index.ts';
import { foundAbove, readCoverage, readOrganisation } from '../../home/index.ts';
import { organisationDocument } from '../../report/index.ts';
import { EXIT } from '../call/command.ts';
import { homeCommand } from '../call/home-command.ts';
import { withFileNames } from '../organisation/organisation.ts';
import { withFileName } from '../../actions/index.ts';

const DEFAULT_FILE = 'org.yaml';

export const orgCheck = homeCommand({
  name: 'org check',
  summary: 'what is understood of org.yaml and its coverage files, and what is wrong with them',
  details:
    'Every mistake with file, line and column; exits with 3 where there is one. Warnings alone do not count.',
  given: { file: path('[file]', 'file to check (default: org.yaml, in this folder or one above it)') },
  answer: OrgCheckAnswer,
  hasTables: true,
  examples: [
    { line: 'org check telecom.yaml', label: 'on the terminal' },
    { line: 'org check telecom.yaml --json', label: 'for a script' },
  ],
  run: async ({ file = fileHere() }, { home }) => {
    const { limits } = (await home()).configuration.config;
    const { organisation, understood, issues } = await readOrganisation(file, limits);
    const { files, issues: further } = await readCoverage(organisation.controls.coverage, { limits });
    const all = [...issues, ...further];
    return {
      answer: {
        file: placeName(file),
        organisation: withFileNames(organisation),
        understood,
        coverage: files.map(({ file: each, covered, visible }) => ({
          file: placeName(each),
          covered,
          visible,
        })),
        issues: all.map((issue) => withFileName(issue)),
      },
      exitCode: all.some(({ severity }) => severity === 'error') ? EXIT.input : EXIT.ok,
    };
  },
  document: (answer, { file = fileHere() }) => {
    const asGiven = (name: string): string => (name === answer.file ? file : name);
    return organisationDocument({
      ...answer,
      file,
      issues: answer.issues.map((issue) => withFileName(issue, asGiven)),
    });
  },
});

/** Where there is none, the one that is missing is complained of. */
function fileHere(): string {
  return foundAbove(DEFAULT_FILE, 'file', '.') ?? DEFAULT_FILE;
}
