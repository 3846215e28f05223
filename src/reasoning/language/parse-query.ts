import type { Issue } from '../../facts/index.ts';
import { REASONING_ISSUES as ISSUES } from '../issues.ts';
import type { Program, Query, Vocabulary } from '../program.ts';
import { checkQuery } from './check-rule.ts';
import { readQuery } from './read-syntax.ts';
import { reporterFor } from './reporter.ts';
import { scopeOfProgram } from './scope.ts';

/** A query, present where nothing is an error; and everything there is to say about its text. */
export interface ParsedQuery {
  readonly query?: Query;
  readonly issues: readonly Issue[];
}

/** Longer questions are not read. */
const LONGEST_QUERY = 50_000;

/**
 * Reads a question such as `uses(G, T), mitigates(M, T), G = "G0071"` about the relations of a program.
 *
 * @param program its relations and unions may be asked for; only these two parts are read
 * @param vocabulary gives the type names
 */
export function parseQuery(
  text: string,
  program: Pick<Program, 'relations' | 'unions'>,
  vocabulary: Vocabulary,
): ParsedQuery {
  const issues: Issue[] = [];
  const reporter = reporterFor('query', text, issues);
  if (text.length > LONGEST_QUERY) {
    const message = `The query has ${text.length} characters; at most ${LONGEST_QUERY} are read.`;
    reporter.report(ISSUES.tooLong, 0, message);
    return { issues };
  }
  const reading = readQuery(text);
  if (!reading.ok) {
    reporter.report(ISSUES.syntax, reading.at, reading.fault);
    return { issues };
  }
  const rule = checkQuery(text, reading.value, scopeOfProgram(program, vocabulary), reporter);
  return issues.some((issue) => issue.severity === 'error') ? { issues } : { query: { text, rule }, issues };
}
