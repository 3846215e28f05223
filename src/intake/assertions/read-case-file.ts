import { issueOf, type Issue } from '../../facts/index.ts';
import { tlpNamed } from '../../threat/index.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { documentFormat, textFormat, type KnownFormat } from '../recognition/index.ts';
import { readYaml } from '../yaml-file.ts';
import { assertionId, type Assertion } from '../../stix/index.ts';
import type { CaseDocument } from './case-document.ts';
import type { CaseRow, CaseRows } from './case-rows.ts';
import { csvRows } from './csv-rows.ts';
import { readRow, type NameResolver } from './read-row.ts';
import { yamlRows } from './yaml-rows.ts';

/** Formats of case files, by the ending of the file name. */
export const CASE_FORMATS: ReadonlyMap<string, (text: string, file: string) => CaseRows> = new Map([
  ['yaml', yamlRows],
  ['yml', yamlRows],
  ['csv', csvRows],
]);

/** Fields of a case as a whole, in YAML. */
const HEAD_FIELDS: ReadonlySet<string> = new Set(['case', 'title', 'kind', 'date', 'tlp', 'status']);

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
      issues: [issueOf(INTAKE_ISSUES.notACase, `It is ${other.says}.`, { file }, other.hint)],
    };
  const { head, rows, issues: faults } = (CASE_FORMATS.get(ending) ?? yamlRows)(text, file);
  const issues = new IssueList(file);
  warnOfHead(head, issues);
  const kind = kindOf(head, issues);
  const cases = new Map<string, Map<string, Assertion>>();
  for (const row of rows) keep(readRow(row, head, resolve, issues), row, cases, issues);
  if (cases.size === 0 && faults.length === 0 && rows.length === 0)
    issues.add(INTAKE_ISSUES.noAssertions, 'There are no assertions in it.');
  const title = head.fields.get('title')?.text.trim() ?? '';
  const tlp = tlpNamed(head.fields.get('tlp')?.text ?? '')?.name;
  const documents = [...cases].map(([name, assertions]) => ({
    case: name,
    title,
    kind,
    ...(tlp === undefined ? {} : { tlp }),
    whole: true,
    assertions: [...assertions.values()],
  }));
  return { documents, issues: [...faults, ...issues.toArray()] };
}

/** What the file is instead of a case file, where that is known; what has assertions is one. */
function otherFormat(text: string, ending: string, file: string): KnownFormat | undefined {
  if (ending === 'csv') return isForeignTable(text) ? FOREIGN_TABLE : undefined;
  if (/^["']?assertions["']?\s*:/m.test(text)) return undefined;
  return textFormat(text) ?? documentFormat(readYaml(file, text).value);
}

/** A table none of whose columns are those of an assertion. */
function isForeignTable(text: string): boolean {
  const [head = ''] = text.split(/\r?\n/, 1);
  return head.trim() !== '' && !/\b(?:subject|relation|object|says|source)\b/i.test(head);
}

const FOREIGN_TABLE: KnownFormat = {
  says: 'a table (CSV), but no case file: none of its columns says a subject, relation or object',
  hint: 'Name its columns as docs/reference/cases.md says; `foeprint migrate` carries the ids of any table to another release.',
};

function warnOfHead(head: CaseRow, issues: IssueList): void {
  for (const [name, { line, column }] of head.fields)
    if (!HEAD_FIELDS.has(name))
      issues.add(INTAKE_ISSUES.unknownCaseField, `\`${name}\` is not read.`, { line, column });
}

function kindOf(head: CaseRow, issues: IssueList): CaseDocument['kind'] {
  const cell = head.fields.get('kind');
  const kind = cell?.text.trim().toLowerCase() ?? '';
  if (kind === 'analyst' || kind === 'incident') return kind;
  if (cell !== undefined && kind !== '')
    issues.add(INTAKE_ISSUES.badChoice, `\`${kind}\` is no kind; it is one of incident, analyst.`, {
      line: cell.line,
      column: cell.column,
    });
  return 'incident';
}

/** A case that says the same twice says it once. */
function keep(
  assertion: Assertion | undefined,
  { line, column }: CaseRow,
  cases: Map<string, Map<string, Assertion>>,
  issues: IssueList,
): void {
  if (assertion === undefined) return;
  const assertions = cases.get(assertion.source) ?? new Map<string, Assertion>();
  cases.set(assertion.source, assertions);
  const id = assertionId(assertion);
  if (assertions.has(id))
    issues.add(INTAKE_ISSUES.repeatedAssertion, `“${assertion.statement}” is said twice.`, { line, column });
  else assertions.set(id, assertion);
}
