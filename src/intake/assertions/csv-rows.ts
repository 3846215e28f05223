import { highest } from '../../facts/index.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import type { CaseRow, CaseRows, Cell } from './case-rows.ts';

/** What may stand between cells; spreadsheets of some countries write semicolons. */
const SEPARATORS = [',', ';', '\t'];

/** Takes a CSV case file apart (RFC 4180): the first line names the fields, every other is an assertion. */
export function csvRows(text: string, file: string): CaseRows {
  const issues = new IssueList(file);
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  const [header = [], ...records] = parseCsv(plain, separatorOf(plain), issues);
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

/** The one that the first line has most of. */
function separatorOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1);
  const counts = SEPARATORS.map((separator) => line.split(separator).length);
  return SEPARATORS[counts.indexOf(highest(counts))] ?? ',';
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

/** Cells by line. A quoted cell may hold separators, line ends and doubled quotes. */
function parseCsv(text: string, separator: string, issues: IssueList): readonly (readonly Cell[])[] {
  const records: Cell[][] = [[]];
  let position = 0;
  let line = 1;
  let lineStart = 0;
  while (position < text.length) {
    const start = { line, column: position - lineStart + 1 };
    const isQuoted = text[position] === '"';
    const end = isQuoted ? endOfQuoted(text, position) : endOfPlain(text, position, separator);
    if (end === -1) {
      issues.add(INTAKE_ISSUES.notACase, 'A quoted cell does not end.', start);
      break;
    }
    const told = text.slice(position, end);
    records.at(-1)?.push({ text: isQuoted ? told.slice(1, -1).replaceAll('""', '"') : told, ...start });
    const breaks = told.split('\n').length - 1;
    line += breaks;
    if (breaks > 0) lineStart = position + told.lastIndexOf('\n') + 1;
    position = end;
    if (text[position] === separator) {
      position++;
      if (position === text.length)
        records.at(-1)?.push({ text: '', line, column: position - lineStart + 1 });
      continue;
    }
    if (text[position] === '\r') position++;
    if (text[position] === '\n') position++;
    else if (position < text.length) {
      // Text after a closing quote belongs to no cell.
      issues.add(INTAKE_ISSUES.badAssertion, 'There is text after a quoted cell.', {
        line,
        column: position - lineStart + 1,
      });
      position = endOfLine(text, position);
      continue;
    }
    line++;
    lineStart = position;
    records.push([]);
  }
  return records;
}

/** Position after the closing quote; -1 where there is none. */
function endOfQuoted(text: string, start: number): number {
  for (let position = start + 1; position < text.length; position++) {
    if (text[position] !== '"') continue;
    if (text[position + 1] !== '"') return position + 1;
    position++;
  }
  return -1;
}

function endOfPlain(text: string, start: number, separator: string): number {
  let position = start;
  while (position < text.length && text[position] !== separator && !isLineEnd(text, position)) position++;
  return position;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

function isLineEnd(text: string, position: number): boolean {
  return text[position] === '\n' || (text[position] === '\r' && text[position + 1] === '\n');
}
