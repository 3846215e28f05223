import { planLayer } from '../../../analysis/index.ts';
import { PlanAnswer, PlanQuestion } from '../../../answers/index.ts';
import { planDocument, planTables } from '../../../report/index.ts';
import { layersByDomain } from '../../layers/layers-by-domain.ts';
import { planFor } from '../../planning/plan.ts';
import { answeredAs, useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'plan',
  summary: 'what to build first within a budget: mitigations, detections, log sources and controls',
  details:
    'Against groups, or what an organisation is to expect: what answers most of the weight of their techniques for its cost, in order, each with what it adds and why; what nothing answers, and how far the plan can be from the best. Coverage and mitigations in place are taken off first.',
  question: PlanQuestion,
  answer: PlanAnswer,
  needs: 'desk',
  examples: [
    { line: 'plan --groups G0016,G0007', label: 'the ten things that answer most of what two groups do' },
    {
      line: 'plan --org org.yaml --kind controls --framework nist_800_53 --budget 20',
      label: 'twenty controls of NIST SP 800-53',
    },
    {
      line: 'plan --org org.yaml --kind log-sources --cost costs.csv -o plan.xlsx',
      label: 'which logs to collect, by what they cost, for a spreadsheet',
    },
  ],
  run: planFor,
  isEmpty: ({ lines }) => lines.length === 0,
  document: planDocument,
  tables: planTables,
  layers: async (desk, question) =>
    answeredAs(await planFor(desk, question), (answer) =>
      layersByDomain(desk, (options) => planLayer(answer, options)),
    ),
  inFull: { limit: Number.MAX_SAFE_INTEGER },
});
