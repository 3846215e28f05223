import { MitigationsQuestion, MitigationsAnswer } from '../../../answers/index.ts';
import { mitigationsDocument, mitigationsTables } from '../../../report/index.ts';
import { mitigationsOf } from '../../techniques/mitigations.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'mitigations',
  summary: 'mitigations of a technique, or relevant to a group',
  question: MitigationsQuestion,
  answer: MitigationsAnswer,
  needs: 'desk',
  examples: [
    { line: 'mitigations T1059.003', label: 'what mitigates it, by ATT&CK' },
    { line: 'mitigations G0073', label: 'what rules hold relevant, with the techniques through which it is' },
  ],
  run: (desk, { name }) => mitigationsOf(desk, name),
  isEmpty: (answer) => answer.mitigations.length === 0,
  rows: (answer) => answer.mitigations,
  document: mitigationsDocument,
  tables: mitigationsTables,
});
