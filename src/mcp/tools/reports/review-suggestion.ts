import * as z from 'zod/mini';
import { count, list, oneOf, option, shape, text } from '../../../answers/index.ts';
import { ASSERTION_STATUSES } from '../../../threat/index.ts';
import { defined } from '../../../text/index.ts';
import { tool } from '../../tool.ts';

const VERDICTS = ['accept', 'change', 'reject', 'undo'] as const;

const Decided = shape('SuggestionDecided', 'A suggestion, and what was decided of it.', {
  key: text('by which it is named'),
  verdict: text('what was decided'),
});

export const reviewSuggestion = tool({
  name: 'review_suggestion',
  title: 'Decide on a suggestion',
  description:
    'Keeps a decision on a suggestion of a kept report: accept it, change what holds, reject it, or take the last decision back. Only on the word of the person who reviews: never by yourself. It makes no fact before a person loads the report, and stands in the journal, where it can be undone.',
  asks: [],
  does: 'report-review',
  input: {
    report: text('the report by its label, e.g. `REP-1A2B3C4D`'),
    key: text('key of the suggestion, as `read_report` gives it'),
    verdict: oneOf(VERDICTS, 'what the reviewer decides'),
    subject: option('--subject <group>', 'of what is accepted or changed: whose it is, by id or name'),
    object: option('--object <thing>', 'of what is changed: what holds instead'),
    status: z.optional(
      oneOf(ASSERTION_STATUSES, 'of what is accepted or changed: how sure it is; default mentioned'),
    ),
  },
  output: {
    label: text('label of the report'),
    decided: list(Decided, 'what was decided'),
    open: count('suggestions of it that nobody has decided on'),
    journal: count('number of the entry in the journal; 0 where nothing was changed'),
  },
  example: { report: 'The raid of spring', key: 'uses/G9001/T9003', verdict: 'accept' },
  answer: async ({ report, key, verdict, ...details }, { act }) => {
    const done = await act('report-review', { report, [verdict]: [key], ...defined(details) });
    const answer = z.looseObject({
      label: z.string(),
      open: z.number(),
      decided: z.array(z.looseObject({ key: z.string(), verdict: z.string() })),
    });
    const { label, open, decided } = answer.parse(done.answer);
    return {
      output: {
        label,
        decided: decided.map((each) => ({ key: each.key, verdict: each.verdict })),
        open,
        journal: done.journal ?? 0,
      },
      text: `Kept of ${label}: ${verdict} ${key}. ${open} open.`,
      from: [done],
    };
  },
});
