import { ASSERTION_STATUSES } from '../../threat/index.ts';
import { flag, option, question } from '../question.ts';
import { as, either, list, oneOf, optional, shape, text, truth, type Of } from '../schema.ts';

/** What analysts, cases and loaded reports state. */
export const AssertionsQuestion = question({
  source: option('--source <name>', 'only of this source'),
  retracted: flag('--retracted', 'those that were taken back, too'),
});
export type AssertionsQuestion = Of<typeof AssertionsQuestion>;

const Literal = shape('Literal', 'A word or a date, not a thing.', { literal: text('the word') });

const StatingReport = shape('StatingReport', 'A report that states something.', {
  title: text('its title'),
  publisher: optional(text('who published it')),
  date: optional(text('when: `2026`, `2026-05` or `2026-05-02`')),
  url: optional(text('its address on the web')),
});

export const ListedAssertion = shape('ListedAssertion', 'What an analyst, a case or a report states.', {
  label: text('short name by which it can be taken back, e.g. `AS-1A2B3C4D`'),
  statement: text('what it states, with names instead of ids: `Wily Weasel uses Digging`'),
  subject: text('STIX id of the thing that it is about'),
  relation: text('name of the relation'),
  object: either(text('STIX id of a thing'), Literal, 'STIX id of the other thing, or a literal'),
  source: text('who states it: a case number, an analyst, the label of a report'),
  status: oneOf(ASSERTION_STATUSES, 'how sure they are'),
  created: text('when it was first reported: a timestamp'),
  modified: text('when it was last changed: a timestamp'),
  tlp: text('level of the Traffic Light Protocol, e.g. `amber`; empty where it bears no marking'),
  sentence: text('in their own words; empty where there are none'),
  firstSeen: optional(text('when the behaviour was first seen: a timestamp')),
  lastSeen: optional(text('when it was last seen: a timestamp')),
  thing: optional(
    text(
      'the word that names the object, where it is a country, region or sector that only the vocabulary knows',
    ),
  ),
  report: optional(
    as(StatingReport, 'the report that states it; absent for what an analyst or a case states'),
  ),
  references: list(text('a document'), 'addresses or names of documents'),
  retracted: truth('whether it is taken back: it stays as history and reports nothing any more'),
});
export type ListedAssertion = Of<typeof ListedAssertion>;

export const AssertionsAnswer = shape('AssertionsAnswer', 'What analysts, cases and loaded reports state.', {
  assertions: list(ListedAssertion, 'by source, then by statement'),
});
export type AssertionsAnswer = Of<typeof AssertionsAnswer>;
