import { issueOf, type Issue, type IssueDeclaration, type Place } from '../../facts/index.ts';

/** Why a rule cannot be read or made ready: thrown within this room, and collected where it is left. */
export class Unreadable extends Error {
  readonly issue: Issue;

  constructor(declaration: IssueDeclaration, message: string, place?: Place) {
    super(message);
    this.issue = issueOf(declaration, message, place);
  }
}
