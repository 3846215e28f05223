import { parseCsv, separatorOf } from '../csv.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import type { Cell } from '../csv.ts';
import type { CaseRow, CaseRows } from './case-rows.ts';

/** Takes a CSV case file apart (RFC 4180): the first line names the fields, every other is an assertion. */
export function csvRows(text: string, file: string): CaseRows {
  const issues = new IssueList(file);
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  const [header = [], ...records] = parseCsv(plain, separatorOf(plain), ({ name, message, place }) => {
    issues.add(name === 'endless-cell' ? INTAKE_ISSUES.notACase : INTAKE_ISSUES.badAssertion, message, place);
  });
  const names = header.map((cell) =>
    cell.text
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  );
  const rows = records
    .filter((record) => record.some((cell) => cell.text.trim() !== ''))
    .map((record) => rowOf(names, record, issues));
  return { head: { fields: new Map(), line: 1, column: 1 }, rows, issues: issues.toArray() };
}

function rowOf(names: readonly string[], record: readonly Cell[], issues: IssueList): CaseRow {
  const [first] = record;
  const beyond = record[names.length];
  if (beyond !== undefined && beyond.text !== '')
    issues.add(INTAKE_ISSUES.badAssertion, 'The line has more cells than the first line names.', {
      line: beyond.line,
      column: beyond.column,
    });
  const fields = new Map<string, Cell>();
  for (const [index, name] of names.entries()) {
    const cell = record[index];
    if (name !== '' && cell !== undefined) fields.set(name, cell);
  }
  return { fields, line: first?.line ?? 1, column: first?.column ?? 1 };
}
