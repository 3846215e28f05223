import { issueOf, type NameResolver, type Issue } from '../../facts/index.ts';
import { isMapping } from '../../text/index.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { documentFormat } from '../recognition/document-format.ts';
import type { KnownFormat } from '../recognition/known-format.ts';
import { textFormat } from '../recognition/text-format.ts';
import { inOrder, partOf, readInto, type WrittenFile } from '../read-values.ts';
import { readYaml } from '../yaml-file.ts';
import { assertionId, type Assertion } from '../../stix/index.ts';
import type { CaseDocument } from './case-document.ts';
import { CASE_HEAD } from './case-schema.ts';
import { csvCase } from './csv-case.ts';
import { declarationOf, readRow } from './read-row.ts';

/** What a case file says: a document for every case in it, and what could not be used. */
export interface CaseReading {
  /** One for a YAML file; one for each `source` of a CSV file, in order of appearance. */
  readonly documents: readonly CaseDocument[];
  readonly issues: readonly Issue[];
}

/**
 * Reads a case file, YAML or CSV. Assertions that cannot be used are left out and listed with line and column;
 * the others are kept.
 *
 * @param file name of the file; its ending says the format, YAML where it says none
 * @param resolve finds what names mean among the things that are known
 */
export function readCaseFile(text: string, file: string, resolve: NameResolver): CaseReading {
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  const other = otherFormat(text, ending, file);
  if (other !== undefined)
    return {
      documents: [],
      issues: [issueOf(INTAKE_ISSUES.notACase, `It is ${other.label}.`, { file }, other.hint)],
    };
  const issues = new IssueList(file);
  const { written, issues: faults } =
    ending === 'csv'
      ? csvCase(text, file)
      : { written: readYaml(file, text, { scalars: 'as written' }), issues: [] };
  const rows = rowsIn(written, issues);
  if (rows === undefined) return { documents: [], issues: issues.toArray() };
  const { values: head = {}, wrong } = readInto(issues, written, CASE_HEAD, declarationOf);
  const cases = new Map<string, Map<string, Assertion>>();
  for (const row of rows) keep(readRow(row, { values: head, wrong }, resolve, issues), row, cases, issues);
  if (cases.size === 0 && faults.length === 0 && rows.length === 0 && issues.isEmpty)
    issues.add(INTAKE_ISSUES.noAssertions, 'There are no assertions in it.');
  const { title = '', kind = 'incident', tlp } = head;
  const documents = [...cases].map(([name, assertions]) => ({
    case: name,
    title,
    kind,
    ...(tlp === undefined ? {} : { tlp }),
    whole: true,
    assertions: [...assertions.values()],
  }));
  return { documents, issues: inOrder([...faults, ...issues.toArray()]) };
}

/** The assertions of a file, each alone; undefined where it is no case file. */
function rowsIn(written: WrittenFile, issues: IssueList): readonly WrittenFile[] | undefined {
  const { value, faults } = written;
  for (const { message, place } of faults)
    issues.add(INTAKE_ISSUES.notACase, `It is not YAML: ${message}`, place);
  if (faults.length > 0) return undefined;
  if (!isMapping(value) || (!(LIST in value) && !('case' in value))) {
    issues.add(INTAKE_ISSUES.notACase, 'It is not a mapping with a list `assertions`.', {
      line: 1,
      column: 1,
    });
    return undefined;
  }
  const list = value[LIST];
  if (Array.isArray(list)) return list.map((_, index) => partOf(written, [LIST, index]));
  issues.add(INTAKE_ISSUES.badAssertion, `\`${LIST}\` is not a list.`, written.locate([LIST]));
  return [];
}

const LIST = 'assertions';

/** What the file is instead of a case file, where that is known; what has assertions is one. */
function otherFormat(text: string, ending: string, file: string): KnownFormat | undefined {
  if (ending === 'csv') return isForeignTable(text) ? FOREIGN_TABLE : undefined;
  if (/^["']?assertions["']?\s*:/m.test(text)) return undefined;
  return textFormat(text) ?? documentFormat(readYaml(file, text).value);
}

/** A table none of whose columns are those of an assertion. */
function isForeignTable(text: string): boolean {
  const [head = ''] = text.split(/\r?\n/, 1);
  return head.trim() !== '' && !/\b(?:subject|relation|object|source)\b/i.test(head);
}

const FOREIGN_TABLE: KnownFormat = {
  label: 'a table (CSV), but no case file: none of its columns says a subject, relation or object',
  hint: 'Name its columns as docs/reference/cases.md says; `foeprint migrate` carries the ids of any table to another release.',
};

/** A case that says the same twice says it once. */
function keep(
  assertion: Assertion | undefined,
  row: WrittenFile,
  cases: Map<string, Map<string, Assertion>>,
  issues: IssueList,
): void {
  if (assertion === undefined) return;
  const assertions = cases.get(assertion.source) ?? new Map<string, Assertion>();
  cases.set(assertion.source, assertions);
  const id = assertionId(assertion);
  if (assertions.has(id))
    issues.add(INTAKE_ISSUES.repeatedAssertion, `“${assertion.statement}” is said twice.`, row.locate([]));
  else assertions.set(id, assertion);
}
