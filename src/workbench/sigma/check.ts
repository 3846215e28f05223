import type { SigmaCheckAnswer, SigmaCheckQuestion } from '../../answers/index.ts';
import { checkRules, idsGivenTwice } from '../../sigma/index.ts';
import { groupedBy } from '../../text/index.ts';
import type { Answered } from '../use-case.ts';

/** Looks at rules, file by file, and at what only shows among many. */
export function checkSigma({ rules: files, errorsOnly }: SigmaCheckQuestion): Answered<SigmaCheckAnswer> {
  const checked = files.map(({ file, text }) => ({ file, ...checkRules(file, text) }));
  const rules = checked.flatMap((each) => each.rules);
  const twice = groupedBy(idsGivenTwice(rules), ({ place }) => place?.file ?? '');
  const all = checked.flatMap(({ file, issues }) => [...issues, ...(twice.get(file) ?? [])]);
  const errors = all.filter(({ severity }) => severity === 'error');
  return {
    answer: {
      files: files.length,
      rules: rules.length,
      errors: errors.length,
      warnings: all.length - errors.length,
      issues: errorsOnly ? errors : all,
    },
    restsOn: [],
  };
}
