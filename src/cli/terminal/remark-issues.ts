import { formatIssue, type Issue } from '../../facts/index.ts';
import type { Call } from '../call/call.ts';

/** Issues that are listed one by one; the rest is counted. */
const MOST_LISTED = 10;

/** Writes warnings on an input that was used all the same to standard error. */
export function remarkIssues({ terminal }: Pick<Call, 'terminal'>, issues: readonly Issue[]): void {
  for (const line of listed(issues)) terminal.remark(line);
}

/** Writes what could not be answered to standard error. */
export function complainOfIssues({ terminal }: Pick<Call, 'terminal'>, issues: readonly Issue[]): void {
  for (const line of listed(issues)) terminal.complain(line);
}

function listed(issues: readonly Issue[]): readonly string[] {
  const lines = issues.slice(0, MOST_LISTED).map(formatIssue);
  const more = issues.length - MOST_LISTED;
  return more > 0 ? [...lines, `and ${more} more like these`] : lines;
}
