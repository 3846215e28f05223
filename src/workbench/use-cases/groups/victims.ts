import { VictimsQuestion, VictimsAnswer } from '../../../answers/index.ts';
import { victimsDocument } from '../../../report/index.ts';
import { useCase } from '../../use-case.ts';
import { victimsOf } from '../../groups/victims.ts';

export const row = useCase({
  name: 'victims',
  summary: 'whom a group attacks, why, from where and when, and who says so',
  details:
    'Sectors, countries, regions, motives, origin and activity from every source in view. Nothing is merged: contradictions stand side by side. `foeprint victimology` says of how many groups how much is known.',
  question: VictimsQuestion,
  answer: VictimsAnswer,
  needs: 'desk',
  examples: [{ line: 'victims G0016', label: 'every claim, with its source' }],
  run: (desk, { group }) => victimsOf(desk, group),
  isEmpty: ({ traits }) => traits.length === 0,
  rows: (answer) => answer.traits,
  document: victimsDocument,
});
