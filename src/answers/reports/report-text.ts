import { MARKING_LEVELS } from '../../facts/index.ts';
import { argument, question, whole } from '../question.ts';
import { count, list, oneOf, optional, shape, text, truth, type Of } from '../schema.ts';

/** The words of a kept report. */
export const ReportTextQuestion = question({
  report: argument('<report>', 'a report that is kept: its label, the beginning of its id, or its title'),
  from: whole('--from <sentence>', 'the sentence to begin with, by its number', { fallback: '0, the first' }),
  limit: whole('-n, --limit <count>', 'most sentences to give', { fallback: 'all' }),
});
export type ReportTextQuestion = Of<typeof ReportTextQuestion>;

export const TextSentence = shape('TextSentence', 'A sentence of a text, or what is too short to be one.', {
  text: text('in its words; what is too short stands in lines where several follow each other'),
  place: optional(
    count('its number in the report, from 0, as suggestions name it; absent of a bullet, a number or a mark'),
  ),
});

export const TextParagraph = shape('TextParagraph', 'A paragraph, heading, item or row of a table.', {
  isContinued: truth('whether it begins before what is given here'),
  sentences: list(TextSentence, 'in their order'),
});
export type TextParagraph = Of<typeof TextParagraph>;

/** The words of a kept report, as it was read, sentence by sentence. */
export const ReportTextAnswer = shape('ReportTextAnswer', 'The words of a kept report, as it was read.', {
  label: text('by which it is named, e.g. `REP-1A2B3C4D`'),
  title: text('its title'),
  level: optional(oneOf(MARKING_LEVELS, 'how far it may go; absent where it bears no marking')),
  sentences: count('how many sentences the whole of it has'),
  next: optional(count('the sentence to go on with; absent where this is the end of it')),
  paragraphs: list(TextParagraph, 'those asked for, in their order'),
});
export type ReportTextAnswer = Of<typeof ReportTextAnswer>;
