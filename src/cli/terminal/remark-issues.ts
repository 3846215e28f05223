import { formatIssue, type Issue } from '../../facts/index.ts';
import type { Call } from '../call/call.ts';

/** Issues that are listed one by one; the rest is counted. */
const MOST_LISTED = 10;

/** Writes warnings on an input that was used all the same to standard error. */
export function remarkIssues({ terminal }: Pick<Call, 'terminal'>, issues: readonly Issue[]): void {
  for (const issue of issues.slice(0, MOST_LISTED)) terminal.remark(formatIssue(issue));
  if (issues.length > MOST_LISTED) terminal.remark(`and ${issues.length - MOST_LISTED} more like these`);
}
