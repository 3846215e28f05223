import { TechniqueQuestion, TechniqueAnswer } from '../../../answers/index.ts';
import { techniqueDocument, techniqueTables } from '../../../report/index.ts';
import { techniquePage } from '../../pages/technique.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'technique',
  summary: 'one technique: who uses it in which words, how rare, defences, other releases, mappings',
  details:
    'What matters stands first, on one screen; then who uses it, as sources report and as rules derive, newest evidence first, mitigations with the sentence how, detection strategies down to log sources, what it is in other releases, and vulnerabilities and controls where mappings are loaded. Ids of earlier releases are carried.',
  question: TechniqueQuestion,
  answer: TechniqueAnswer,
  needs: 'desk',
  examples: [
    { line: 'technique T1059.001', label: 'PowerShell: who, how rare, what helps' },
    { line: 'technique T1190 --all -o t1190.html', label: 'every example, as a page' },
    { line: 'technique T1059.001 -o powershell.xlsx', label: 'users, defences, log sources as tables' },
  ],
  run: (desk, { technique, all }) => techniquePage(desk, technique, all),
  isEmpty: () => false,
  document: techniqueDocument,
  tables: techniqueTables,
  inFull: { all: true },
});
