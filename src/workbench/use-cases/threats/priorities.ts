import { withNearbySightings } from '../../threats/nearby-sightings.ts';
import { PrioritiesQuestion, PrioritiesAnswer } from '../../../answers/index.ts';
import { prioritiesDocument, prioritiesTables } from '../../../report/index.ts';
import { withCoverage } from '../../coverage/counted-coverage.ts';
import { prioritiesFor } from '../../threats/priorities.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'priorities',
  summary: 'what helps most against what is to be expected: mitigations and log sources, in order',
  details:
    'By the share of the expectation that each answers, and the step at which it adds most to what was taken before. Coverage (what is kept, and files of the organisation, or those of --coverage) and mitigations in place are taken off first; ids of other releases are carried to the one in view.',
  question: PrioritiesQuestion,
  answer: PrioritiesAnswer,
  needs: 'desk',
  examples: [
    { line: 'priorities --org org.yaml', label: 'what to do first' },
    { line: 'priorities --org org.yaml --kind log-sources --limit 30', label: 'which log source next' },
    {
      line: 'priorities --org org.yaml --kind detections --limit 50 -o detections.html',
      label: 'with platforms and log sources, as a page',
    },
    {
      line: 'priorities --org org.yaml --coverage our-layer.json -o priorities.xlsx',
      label: 'only the gaps, for a spreadsheet',
    },
  ],
  run: async (desk, question) =>
    await withCoverage(desk, question, async (coverage) => {
      const { organisation, ...search } = question;
      return await withNearbySightings(desk, organisation, search, (nearby) =>
        prioritiesFor(desk, organisation, {
          ...search,
          ...nearby,
          coverage,
          weights: desk.settings.weights,
          policy: desk.settings.score,
        }),
      );
    }),
  isEmpty: ({ rankings }) => rankings.every(({ of }) => of === 0),
  document: prioritiesDocument,
  tables: prioritiesTables,
  inFull: { limit: Number.MAX_SAFE_INTEGER },
});
