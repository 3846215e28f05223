import { ExplainQuestion, ExplainAnswer } from '../../../answers/index.ts';
import { explanationMermaid, explanationSvg } from '../../../draw/index.ts';
import { explanationDocument, explanationsText } from '../../../report/index.ts';
import { explain } from '../../explanation/explain.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'explain',
  summary: 'why a group uses a technique, why a mitigation or detection is relevant',
  details:
    'Gives the shortest proof down to the quoted sentence and its citation, and how many proofs there are. If no source reports the fact and no rule derives it, says what is reported instead and what every rule that could derive it lacks.',
  question: ExplainQuestion,
  answer: ExplainAnswer,
  needs: 'desk',
  examples: [
    { line: 'explain G0071 T1059.003', label: 'why Orangeworm uses the Windows command shell' },
    {
      line: 'explain G0073 M1038 --via T1059.001',
      label: 'why execution prevention is relevant, through PowerShell',
    },
    { line: 'explain G0073 M1038 --graph svg -o why.svg', label: 'all proofs in one picture' },
  ],
  run: (desk, { first, second, ...search }) => explain(desk, first, second, search),
  isEmpty: ({ explanations }) => explanations.every(({ status }) => status === 'unknown'),
  document: explanationDocument,
  plainText: explanationsText,
  hasNoTables: true,
  drawing: ({ explanations: [explanation] }) =>
    explanation === undefined ? '' : explanationSvg(explanation),
  texts: [
    {
      name: 'mermaid',
      endings: ['mmd', 'mermaid'],
      form: 'mermaid',
      write: ({ explanations: [explanation] }) =>
        explanation === undefined ? '' : explanationMermaid(explanation),
    },
    {
      name: 'json',
      endings: [],
      form: 'json',
      write: ({ explanations: [explanation] }) =>
        explanation === undefined ? '' : `${JSON.stringify(explanation.graph, undefined, 2)}\n`,
    },
  ],
  formOption: { spelling: '--graph <format>', label: 'the whole explanation as a graph' },
});
