import { question } from '../question.ts';
import { count, list, number, shape, text, truth, type Of } from '../schema.ts';

/** The rules in force. */
export const RulesQuestion = question({});

export const RuleInForce = shape('RuleInForce', 'A rule as it was applied.', {
  name: text('its name'),
  pack: text('the pack that it is from'),
  sentence: text('sentence of its explanations; `{A}` stands for variable A'),
  concludes: text('the relation that it derives'),
  weight: number('confidence that it hands on, 0 … 1'),
  isOn: truth('whether it takes part'),
  derivations: count('facts that it derives, counted with every way to derive them'),
});

const RelationTerm = shape('RelationTerm', 'What stands at one place of a relation.', {
  name: text('what it is in the relation, e.g. `user`'),
  types: list(text('a type'), 'types allowed there; empty where any is'),
});

const RelationInForce = shape('RelationInForce', 'A relation, and how many facts of it there are.', {
  name: text('its name'),
  terms: list(RelationTerm, 'what it relates, in order'),
  sentence: text('sentence for one fact; `{0}`, `{1}` … stand for its terms'),
  reported: count('facts that sources report'),
  derived: count('facts that no source reports and only rules derive'),
});

export const RulesAnswer = shape(
  'RulesAnswer',
  'The rules in force, and the relations that they and questions may speak of.',
  {
    rules: list(RuleInForce, 'in the order of their files'),
    relations: list(RelationInForce, 'in the order of their declarations'),
  },
);
export type RulesAnswer = Of<typeof RulesAnswer>;
