import { issueOf, type Issue } from '../../facts/index.ts';
import { isMapping, parsedJson } from '../../text/index.ts';
import { SIGMA_ISSUES } from '../issues.ts';

/** Events as a file has them, and what of it is none. */
export interface EventsRead {
  readonly events: readonly Readonly<Record<string, unknown>>[];
  readonly issues: readonly Issue[];
}

/** Reads events from JSON: one, a list of them, or one to a line. */
export function readEvents(file: string, text: string): EventsRead {
  const whole = parsedJson(text);
  const list: readonly unknown[] | undefined = Array.isArray(whole)
    ? whole
    : isMapping(whole)
      ? [whole]
      : undefined;
  const given = list?.map((json) => ({ json, line: undefined })) ?? linesOf(text);
  const events: Readonly<Record<string, unknown>>[] = [];
  const issues: Issue[] = [];
  for (const [position, { json, line }] of given.entries())
    if (isMapping(json)) events.push(json);
    else if (issues.length < MOST_ISSUES)
      issues.push(
        issueOf(
          SIGMA_ISSUES.eventUnreadable,
          line === undefined
            ? `Event ${String(position + 1)} is no object.`
            : 'The line is no object of JSON.',
          {
            file,
            ...(line === undefined ? {} : { line }),
          },
        ),
      );
  if (given.length === 0)
    issues.push(issueOf(SIGMA_ISSUES.eventUnreadable, 'There is no event in it.', { file }));
  return { events, issues };
}

/** A file that is none has as many faults as lines. */
const MOST_ISSUES = 20;

function linesOf(text: string): readonly { readonly json: unknown; readonly line: number }[] {
  return text
    .split('\n')
    .map((one, position) => ({ text: one.trim(), line: position + 1 }))
    .filter((one) => one.text !== '')
    .map((one) => ({ json: parsedJson(one.text), line: one.line }));
}
