import { errorOf, issueOf } from '../../../facts/index.ts';
import { SIGMA_ISSUES } from '../../../sigma/index.ts';
import { fromUtf8, parsedJson } from '../../../text/index.ts';
import { sigmaMatching } from '../../../workbench/index.ts';
import type { Call } from '../../call/call.ts';
import { EXIT, type ExitCode } from '../../call/command.ts';
import { ruleFilesIn } from '../../files/sigma-files.ts';
import { streamLines } from '../../files/stream-lines.ts';
import { CLI_ISSUES } from '../../issues.ts';
import { harmlessText } from '../../../forms/index.ts';
import { remarkIssues } from '../../terminal/remark-issues.ts';

/** Holds rules against events as they come, one to a line; each that a rule matches is answered in a line. */
export async function sigmaStream(call: Call): Promise<ExitCode> {
  const [place = '-', file = '-', ...others] = call.arguments;
  if (others.length > 0) throw errorOf(CLI_ISSUES.oneStream, `${others.length + 1} inputs are named.`);
  const rules = sigmaMatching(await ruleFilesIn(place, call));
  remarkIssues(call, rules.issues);
  let matched = 0;
  let refused = 0;
  for await (const lines of streamLines(file)) {
    const answers = lines.flatMap(({ line, bytes, isCut }): readonly object[] => {
      const matches = isCut ? undefined : rules.matching(parsedJson(fromUtf8(bytes)), line);
      if (matches === undefined) {
        refused++;
        return [
          {
            line,
            issue: issueOf(SIGMA_ISSUES.eventUnreadable, 'The line is no object of JSON.', { file, line }),
          },
        ];
      }
      if (matches.length > 0) matched++;
      return matches.length === 0 ? [] : [{ line, matches }];
    });
    const text = answers.map((answer) => `${JSON.stringify(answer)}\n`).join('');
    if (text !== '') call.terminal.answer(harmlessText(text));
  }
  return refused > 0 ? EXIT.input : matched === 0 ? EXIT.nothing : EXIT.ok;
}
