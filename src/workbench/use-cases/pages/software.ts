import { SoftwareQuestion, SoftwareAnswer } from '../../../answers/index.ts';
import { softwareDocument, softwareTables } from '../../../report/index.ts';
import { softwarePage } from '../../pages/software.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'software',
  summary: 'one malware or tool: who uses it in which words, and what it does',
  details:
    'What matters stands first, on one screen; then groups and campaigns, newest evidence first, those of which only rules derive it apart, and techniques with sentence and citation.',
  question: SoftwareQuestion,
  answer: SoftwareAnswer,
  needs: 'desk',
  examples: [
    { line: 'software "Cobalt Strike"', label: 'by name, alias or id' },
    { line: 'software S0154 --all -o cobalt-strike.html', label: 'every group and campaign, as a page' },
  ],
  run: (desk, { software, all }) => softwarePage(desk, software, all),
  isEmpty: () => false,
  document: softwareDocument,
  tables: softwareTables,
  inFull: { all: true },
});
