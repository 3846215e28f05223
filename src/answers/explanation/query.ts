import { Explanation } from './explanation.ts';
import { Mention } from './mention.ts';
import { argument, flag, question, whole } from '../question.ts';
import { list, optional, shape, text, truth, type Of } from '../schema.ts';

/** A question in the rule language. */
export const QueryQuestion = question({
  query: argument('<question>', 'premises of a rule; variables start with a capital'),
  explain: flag('--explain', 'show the proof of each answer'),
  limit: whole('-n, --limit <count>', 'most answers to show', { fallback: '100' }),
});
export type QueryQuestion = Of<typeof QueryQuestion>;

const QueryMatch = shape('QueryMatch', 'One way to make the question true.', {
  things: list(Mention, 'in the order of the variables'),
  facts: list(text('a fact in words'), 'the facts of the first way in which it is true'),
  explanations: optional(list(Explanation, 'why each of them holds; present where it was asked for')),
});
export type QueryMatch = Of<typeof QueryMatch>;

export const QueryAnswer = shape('QueryAnswer', 'Answers to a question in the rule language.', {
  question: text('the question'),
  variables: list(text('a variable'), 'its variables; none where it asks whether something holds'),
  answers: list(QueryMatch, 'what makes it true; one without things where it holds and has no variables'),
  isComplete: truth('false where there are more answers than were asked for'),
});
export type QueryAnswer = Of<typeof QueryAnswer>;
