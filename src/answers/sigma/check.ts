import * as z from 'zod/mini';
import { IssueShape } from '../issue.ts';
import { count, list, shape, type Of } from '../schema.ts';
import { flag } from '../question.ts';
import { RULE_FILES } from './rule-file.ts';

/** What is wrong with Sigma rules. */
export const SigmaCheckQuestion = z.strictObject({
  rules: RULE_FILES,
  errorsOnly: flag('--errors-only', 'leave out what is only against the conventions of SigmaHQ'),
});
export type SigmaCheckQuestion = Of<typeof SigmaCheckQuestion>;

export const SigmaCheckAnswer = shape('SigmaCheckAnswer', 'What is wrong with Sigma rules.', {
  files: count('files that were looked at'),
  rules: count('rules in them that could be read'),
  errors: count('errors: what is against the specification, or cannot be matched'),
  warnings: count('warnings: what is against the conventions of SigmaHQ, and documents that are left out'),
  issues: list(IssueShape, 'all of them, file by file'),
});
export type SigmaCheckAnswer = Of<typeof SigmaCheckAnswer>;
