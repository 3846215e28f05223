import {
  as,
  choice,
  count,
  list,
  number,
  oneOf,
  optional,
  SELECTION,
  shape,
  STATED_BY,
  SUGGESTION_TIERS,
  text,
  type ReportSuggestion,
} from '../../../answers/index.ts';
import { count as counted, defined } from '../../../text/index.ts';
import { PAGE, PAGED, pageOf } from '../../results/page.ts';
import { Quote, quoted } from '../../results/quotes.ts';
import { named, NamedThing } from '../../results/things.ts';
import { linkOf } from '../links.ts';
import { tool } from '../../tool.ts';
import { REPORT_TEXT, reportGiven } from './report-given.ts';

const Suggestion = shape('SuggestedFact', 'Something that the text is read to state.', {
  relation: text('name of the relation, e.g. `uses`'),
  subject: optional(as(NamedThing, 'whose it is; absent where the text leaves it open')),
  object: as(NamedThing, 'the technique, software, place or sector'),
  tier: oneOf(SUGGESTION_TIERS, '`accept`: can be taken as it is; `review`: somebody should look'),
  probability: optional(number('0 … 1, how likely the text states it; absent where that was never measured')),
  stated_by: list(
    oneOf(STATED_BY, 'a way'),
    'by its id, by its name, in other words, in a field, or by a pattern',
  ),
  evidence: optional(as(Quote, 'the sentence that speaks most for it')),
  known_from: list(text('name of a source'), 'sources that report the same already'),
});

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
        suggestions: rows.map(suggestionOf),
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

function suggestionOf({
  relation,
  subject,
  object,
  tier,
  probability,
  statedBy,
  sentences,
  knownFrom,
}: ReportSuggestion) {
  return {
    relation,
    ...defined({
      subject: subject === undefined ? undefined : named(subject),
      probability,
      evidence: quoted(sentences[0]?.text ?? '', 'the text given'),
    }),
    object: named(object),
    tier,
    stated_by: statedBy,
    known_from: knownFrom.slice(0, MOST_SOURCES),
  };
}

const MOST_SOURCES = 5;
