import { issueOf, type Issue, type IssueDeclaration, type Place } from '../../facts/index.ts';

/** Collects what is wrong with one file; offsets become lines and columns. */
export interface Reporter {
  report(declaration: IssueDeclaration, at: number, message: string, hint?: string): void;
  place(at: number): Place;
}

/** A reporter for one file that appends to `issues`. */
export function reporterFor(file: string, text: string, issues: Issue[]): Reporter {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const place = (at: number): Place => {
    const line = starts.findLastIndex((start) => start <= at);
    return { file, line: line + 1, column: at - (starts[line] ?? 0) + 1 };
  };
  return {
    place,
    report: (declaration, at, message, hint) => {
      issues.push(issueOf(declaration, message, place(at), hint));
    },
  };
}
