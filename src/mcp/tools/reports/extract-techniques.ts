import { choice, count, list, SELECTION, SUGGESTION_TIERS } from '../../../answers/index.ts';
import { count as counted, defined } from '../../../text/index.ts';
import { PAGE, PAGED, pageOf } from '../../results/page.ts';
import { named, NamedThing } from '../../results/things.ts';
import { linkOf } from '../links.ts';
import { tool } from '../../tool.ts';
import { REPORT_TEXT, reportGiven } from './report-given.ts';
import { Suggestion, suggestionOf } from './suggestion.ts';

export const extractTechniques = tool({
  name: 'extract_techniques',
  title: 'What a text states',
  description:
    'Reads a text (a report, an advisory, notes of an incident) and says what it states: techniques by id, by name and in other words, software, groups and victims, each with the sentence, how likely it is, and who reports it already. Suggestions are no facts; nothing is kept.',
  asks: ['report-extract'],
  input: {
    text: REPORT_TEXT,
    tier: choice('--tier <tier>', SUGGESTION_TIERS, 'only suggestions that are so sure'),
    release: SELECTION.release,
    ...PAGED,
  },
  output: {
    suggestions: list(Suggestion, 'techniques, the most likely first; then software, then the rest'),
    ...PAGE,
    groups: list(NamedThing, 'groups that the text names for certain'),
    to_accept: count('suggestions that can be taken as they are'),
    sentences: count('sentences of the text'),
  },
  example: { text: 'Example Heron (G9001) sent a letter (T9001.001).' },
  answer: async ({ text: words, tier, release, ...page }, { ask, listKey }) => {
    const read = await ask('report-extract', { report: reportGiven(words), ...defined({ tier, release }) });
    const { answer } = read;
    const { rows, ...pages } = pageOf(answer.suggestions, page, listKey);
    return {
      output: {
        suggestions: rows.map((each) => suggestionOf(each, 'the text given')),
        ...pages,
        groups: answer.groups.flatMap(({ means: [first] }) =>
          first?.isSure === true ? named(first.group) : [],
        ),
        to_accept: answer.counts.accept,
        sentences: answer.sentences,
      },
      text: `${counted(answer.counts.suggestions, 'suggestion')}, ${answer.counts.accept} of them can be taken as they are: ${rows
        .slice(0, 8)
        .map(({ object }) => `${object.label} ${object.name}`.trim())
        .join(', ')}.`,
      from: [read],
      links: rows.flatMap(({ object }) => linkOf(object)),
    };
  },
});
