import { TriageAnswer, TriageQuestion } from '../../../answers/index.ts';
import { triageDocument, triageTables } from '../../../report/index.ts';
import { triage } from '../../triage/triage.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'triage',
  summary: 'what alerts mean: their techniques, and groups whose reported ways are like them',
  details:
    'Groups are ranked by the techniques that they are reported to use, the rarer and the more often reported the more it counts; software that was seen, sector and country of the victim add to it. Each answer says how far to believe it. It is no evidence of who did it.',
  question: TriageQuestion,
  answer: TriageAnswer,
  needs: 'desk',
  examples: [
    { line: 'triage T1059.001 T1566.001 T1105 T1547.001', label: 'techniques by their ids' },
    {
      line: 'triage alerts.json --sector telecommunications --country LU',
      label: 'alerts, and whom they are of',
    },
    { line: 'triage alerts.json --group APT28', label: 'what speaks for one group, and what to look for' },
    { line: 'triage - --json', label: 'alerts from standard input, for a program' },
  ],
  run: triage,
  isEmpty: ({ candidates }) => candidates.length === 0,
  document: triageDocument,
  tables: triageTables,
});
