import { withNearbySightings } from '../../threats/nearby-sightings.ts';
import { PlaybookQuestion, PlaybookAnswer } from '../../../answers/index.ts';
import { playbookDocument } from '../../../report/index.ts';
import { withCoverage } from '../../coverage/counted-coverage.ts';
import { runPlaybook } from '../../playbook/run-playbook.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'playbook',
  summary: 'the whole investigation for an organisation as a report to hand over',
  details:
    'Summary for executives, ranked groups with reasons, how they work, what to do first, how sure it is, method and sources. The steps and their parameters can be written in a file, run again on newer knowledge and compared with the last run: what changed, and why. It is no forecast.',
  question: PlaybookQuestion,
  answer: PlaybookAnswer,
  needs: 'desk',
  examples: [
    { line: 'playbook --org org.yaml -o report.html', label: 'the whole report as a page' },
    {
      line: 'playbook --org org.yaml -o report.md --save-run run.json',
      label: 'as Markdown, kept to be compared with',
    },
    { line: 'playbook --file playbook.yaml --org org.yaml --json', label: 'your own steps, for a script' },
    {
      line: 'playbook --org org.yaml -o news.html --since run.json',
      label: 'with what changed since that run',
    },
  ],
  run: async (desk, question) => {
    const { organisation, playbook, ...search } = question;
    const asOf = search.asOf ?? playbook?.asOf;
    const scope = { asOf, hide: [...(playbook?.hide ?? []), ...search.hide] };
    return await withCoverage(
      desk,
      { ...question, asOf },
      async (coverage) =>
        await withNearbySightings(desk, organisation, scope, (nearby) =>
          runPlaybook(desk, organisation, {
            ...search,
            ...nearby,
            playbook,
            coverage,
            weights: desk.settings.weights,
            policy: desk.settings.score,
            foeprint: desk.settings.foeprint,
          }),
        ),
    );
  },
  isEmpty: ({ ranking }) => ranking.length === 0,
  document: playbookDocument,
  // How often rules applied, and which sources there were, is about all that was in view.
  content: ({ steps, ...answer }) => ({
    ...answer,
    knowledge: [],
    steps: steps.filter(({ step }) => step !== 'method'),
  }),
  isKept: true,
});
