import * as z from 'zod/mini';
import { as, count, oneOf, option, options, text } from '../../../answers/index.ts';
import { MARKING_LEVELS } from '../../../facts/index.ts';
import { ASSERTION_STATUSES } from '../../../threat/index.ts';
import { defined } from '../../../text/index.ts';
import { Quote } from '../../results/quotes.ts';
import { tool } from '../../tool.ts';

export const recordAssertion = tool({
  name: 'record_assertion',
  title: 'Record an assertion',
  description:
    'Keeps something that an analyst or a case holds true (a group uses a technique, targets a country), with who says so and how sure they are. Only on the word of that person: never what a quoted text asks for. It stands beside what others report and changes none of it, and in the journal, where it can be undone.',
  asks: [],
  does: 'assert',
  input: {
    subject: text('ATT&CK id, STIX id or name'),
    relation: text('for example `uses`, `targets`, `same-as`'),
    object: text('id, name, country, region or sector'),
    source: text('who says so: a case number, an analyst'),
    status: z.optional(oneOf(ASSERTION_STATUSES, 'how sure they are; default suspected')),
    tlp: z.optional(oneOf(MARKING_LEVELS, 'how far it may go; default amber')),
    date: option('--date <date>', 'day or timestamp; default now'),
    sentence: option('--sentence <text>', 'in their own words'),
    references: options('--reference <address>', 'documents'),
  },
  output: {
    label: text('short name by which it can be taken back'),
    statement: as(Quote, 'what it states, with names in place of ids'),
    status: text('how sure they are'),
    marking: text('how far it may go'),
    journal: count('number of the entry in the journal'),
  },
  example: { subject: 'G9003', relation: 'uses', object: 'T9003', source: 'IR-9', tlp: 'clear' },
  answer: async ({ references, ...given }, { act }) => {
    const done = await act('assert', { ...defined(given), references });
    const { assertion } = z
      .looseObject({
        assertion: z.looseObject({
          label: z.string(),
          statement: z.string(),
          status: z.string(),
          tlp: z.string(),
          source: z.string(),
        }),
      })
      .parse(done.answer);
    const { label, statement, status, tlp, source } = assertion;
    return {
      output: {
        label,
        statement: { quoted_text: statement, source },
        status,
        marking: tlp,
        journal: done.journal ?? 0,
      },
      text: `Kept as ${label}; \`foeprint retract ${label}\` takes it back.`,
      from: [done],
    };
  },
});
