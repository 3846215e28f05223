import * as z from 'zod/mini';
import { IssueShape } from '../issue.ts';
import { flag, fromFile, SELECTION } from '../question.ts';
import { count, list, number, optional, shape, text, type Of } from '../schema.ts';

const RuleText = shape('RuleText', 'A file of rules, as it is.', {
  file: text('what it is called in what is found'),
  text: text('rules in the rule language'),
});

/** What is wrong with rules of one’s own. */
export const RulesCheckQuestion = z.strictObject({
  rules: fromFile(
    list(RuleText, 'files of rules'),
    'rule-texts',
    '<rules...>',
    'files of rules; they may use what the rules in force declare, and one that is called as one of those takes its place',
  ),
  derive: flag('--derive', 'also how many facts each rule derives from the knowledge in view'),
  ...SELECTION,
});
export type RulesCheckQuestion = Of<typeof RulesCheckQuestion>;

const CheckedRule = shape('CheckedRule', 'A rule that can be applied.', {
  name: text('its name'),
  sentence: text('sentence of its explanations; `{A}` stands for variable A'),
  concludes: text('the relation that it derives'),
  weight: number('confidence that it hands on, 0 … 1'),
  derivations: optional(
    count(
      'facts that it derives, counted with every way to derive them; absent where that was not asked for',
    ),
  ),
});

export const RulesCheckAnswer = shape('RulesCheckAnswer', 'What is wrong with rules of one’s own.', {
  files: count('files that were looked at'),
  errors: count('errors: with one, no rule of these files can be applied'),
  warnings: count('what is to be minded'),
  issues: list(IssueShape, 'errors and warnings, each with line and column, file by file'),
  rules: list(CheckedRule, 'the rules of these files, in their order; empty where there is an error'),
});
export type RulesCheckAnswer = Of<typeof RulesCheckAnswer>;
