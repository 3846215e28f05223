import { VictimologyQuestion, VictimologyAnswer } from '../../../answers/index.ts';
import { victimologyDocument } from '../../../report/index.ts';
import { useCase } from '../../use-case.ts';
import { victimologyCoverage } from '../../groups/victims.ts';

export const row = useCase({
  name: 'victimology',
  summary: 'of how many groups it is known whom they attack, why and from where, by source',
  question: VictimologyQuestion,
  answer: VictimologyAnswer,
  needs: 'desk',
  examples: [
    {
      line: 'victimology',
      label: 'for how many groups sectors, countries and the rest are known, and which source knows them',
    },
  ],
  run: (desk) => ({ answer: victimologyCoverage(desk) }),
  isEmpty: ({ groups }) => groups === 0,
  document: victimologyDocument,
});
