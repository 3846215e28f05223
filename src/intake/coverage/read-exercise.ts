import { defined } from '../../text/index.ts';
import { EXERCISE_COLUMNS, type CoverageClaim, type ExerciseColumn } from '../../threat/index.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import type { CoverageReading, CoverageText } from './coverage-format.ts';
import { platformsIn } from './written-lists.ts';

/** A row of results, by its columns. */
type Row = Readonly<Record<ExerciseColumn, string>>;

/** What people write for yes and for no; a cross is what the page asks for. */
const YES = /^(?:x|y|yes|true|1|☑|☒|✓|✔|✅|\[x\])$/iu;
const NO = /^(?:|-|–|n|no|false|0|☐|✗|✘|❌|\[ ?\])$/iu;

/** Whether it has the table of results that `foeprint emulate` writes. */
export function isExercise(text: string): boolean {
  return text.split('\n').some((line) => isHead(cellsOf(line)));
}

/**
 * Reads the results of an exercise: a technique of which a test was executed and detected is tested. What was prevented and not
 * detected says nothing of detection.
 */
export function readExercise({ text, file }: CoverageText): CoverageReading {
  const issues = new IssueList(file);
  const release = /\bATT&CK (\d+(?:\.\d+)?)\b/u.exec(text)?.[1];
  let isTable = false;
  const claims = text.split('\n').flatMap((line, index): readonly CoverageClaim[] => {
    const cells = cellsOf(line);
    if (!isTable || cells.length === 0) {
      isTable = isHead(cells);
      return [];
    }
    if (cells.every((cell) => /^:?-+:?$/u.test(cell))) return [];
    return claimsOf(rowOf(cells), file, release, (message) =>
      issues.add(INTAKE_ISSUES.wrongCoverageEntry, message, { line: index + 1 }),
    );
  });
  if (claims.length === 0 && issues.isEmpty)
    issues.add(INTAKE_ISSUES.nothingCovered, 'No test of it was detected.');
  return { claims, issues: issues.toArray() };
}

function claimsOf(
  row: Row,
  file: string,
  release: string | undefined,
  complain: (message: string) => void,
): readonly CoverageClaim[] {
  const technique = row.Technique.toUpperCase();
  if (!/^T\d{4}(?:\.\d{3})?$/u.test(technique)) {
    complain(`“${row.Technique.slice(0, 40)}” is no technique id.`);
    return [];
  }
  for (const column of ['Executed', 'Detected', 'Prevented'] as const)
    if (!YES.test(row[column]) && !NO.test(row[column]))
      complain(`“${row[column].slice(0, 40)}” in the column ${column} says neither yes nor no.`);
  if (!YES.test(row.Detected)) return [];
  if (!YES.test(row.Executed)) {
    complain(`A test of ${technique} is detected, and not executed.`);
    return [];
  }
  const platforms = platformsIn(row.Platforms.split(/\s*,\s*/u));
  const about = defined({ release, platforms, rule: row.Test || undefined, title: row.Name || undefined });
  return [{ technique, level: 1, kind: 'list', file, stage: 'tested', ...about }];
}

/** The cells of a row of a Markdown table, without what escapes; none of any other line. */
function cellsOf(line: string): readonly string[] {
  const row = line.trim();
  if (!row.startsWith('|')) return [];
  const inner = row.replace(/^\|/u, '').replace(/(?<!\\)\|$/u, '');
  return inner.split(/(?<!\\)\|/u).map((cell) =>
    cell
      .replaceAll(/\\(\W)/gu, '$1')
      .replaceAll('`', '')
      .trim(),
  );
}

function isHead(cells: readonly string[]): boolean {
  return EXERCISE_COLUMNS.every((column, index) => cells[index] === column);
}

function rowOf(cells: readonly string[]): Row {
  const [
    Technique = '',
    Test = '',
    Name = '',
    Platforms = '',
    Executed = '',
    Detected = '',
    Prevented = '',
    Notes = '',
  ] = cells;
  return { Technique, Test, Name, Platforms, Executed, Detected, Prevented, Notes };
}
