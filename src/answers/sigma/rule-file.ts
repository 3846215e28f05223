import { fromFile } from '../question.ts';
import { list, shape, text, type Of } from '../schema.ts';

/** A file of Sigma rules. */
export const RuleFile = shape('RuleFile', 'A file of Sigma rules, as it is.', {
  file: text('what it is called in what is found'),
  text: text('YAML, one rule or several documents'),
});
export type RuleFile = Of<typeof RuleFile>;

/** The field of a question that has rules. */
export const RULE_FILES = fromFile(
  list(RuleFile, 'files of rules'),
  'sigma-rules',
  '<rules>',
  'Sigma rules: a file, a folder, or an archive (zip, tar, gzip); `-` for standard input',
);
