import { count, list, optional, ReportShowQuestion, text } from '../../../answers/index.ts';
import { count as counted, defined } from '../../../text/index.ts';
import { PAGE, PAGED, pageOf } from '../../results/page.ts';
import { linkOf } from '../links.ts';
import { tool } from '../../tool.ts';
import { Suggestion, suggestionOf } from './suggestion.ts';

export const readReport = tool({
  name: 'read_report',
  title: 'A kept report',
  description:
    'Says what a report that the home keeps is read to state, what was decided of it, and what is open: suggestions with their keys, sentences and how likely each is. Which reports there are, `find` does not say: the resource template `report` completes their labels.',
  asks: ['report-show'],
  input: {
    report: ReportShowQuestion.shape.report,
    tier: ReportShowQuestion.shape.tier,
    undecided: ReportShowQuestion.shape.undecided,
    ...PAGED,
  },
  output: {
    label: text('label of the report'),
    name: text('its title, as it has it'),
    published: optional(text('when it was published')),
    suggestions: list(Suggestion, 'techniques, the most likely first; then software, then the rest'),
    ...PAGE,
    decided: count('suggestions that somebody decided on'),
    to_accept: count('suggestions that can be taken as they are'),
  },
  example: { report: 'The raid of spring' },
  answer: async ({ report, tier, undecided, ...page }, { ask, listKey }) => {
    const shown = await ask('report-show', { report, undecided, ...defined({ tier }) });
    const { answer } = shown;
    const { rows, ...pages } = pageOf(answer.suggestions, page, listKey);
    return {
      output: {
        label: answer.label ?? '',
        name: answer.title,
        ...defined({ published: answer.date }),
        suggestions: rows.map((each) => suggestionOf(each, answer.title)),
        ...pages,
        decided: answer.counts.decided,
        to_accept: answer.counts.accept,
      },
      text: `“${answer.title}”: ${counted(answer.counts.suggestions, 'suggestion')}, ${answer.counts.decided} decided.`,
      from: [shown],
      links: rows.flatMap(({ object }) => linkOf(object)),
    };
  },
});
