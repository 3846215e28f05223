import { Explanation } from './explanation.ts';
import { Mention } from './mention.ts';
import { argument, flag, option, options, question, whole } from '../question.ts';
import { as, list, shape, type Of } from '../schema.ts';

/** Why two things stand in relation, or why not. */
export const ExplainQuestion = question({
  first: argument('<first>', 'e.g. a group'),
  second: argument('<second>', 'e.g. a technique, mitigation or detection strategy'),
  relation: option('--relation <name>', 'the relation asked about', {
    fallback: 'all that hold between the two',
  }),
  via: options('--via <name>', 'only proofs that go through this technique or software (repeatable)'),
  all: flag('--all', 'every proof'),
  limit: whole('-n, --limit <count>', 'most proofs to show', { fallback: '1' }),
});
export type ExplainQuestion = Of<typeof ExplainQuestion>;

export const ExplainAnswer = shape('ExplainAnswer', 'Why two things stand in relation, or why not.', {
  first: as(Mention, 'the first'),
  second: as(Mention, 'the second'),
  explanations: list(
    Explanation,
    'one for every relation that holds between the two; for the likeliest that do not where none holds',
  ),
});
export type ExplainAnswer = Of<typeof ExplainAnswer>;
