import { placeOf, readTable, type Cell } from '../csv.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import type { Issue, Place } from '../../facts/index.ts';
import type { Path, WrittenFile } from '../read-values.ts';

/** Takes a CSV case file (RFC 4180) as the YAML file that would say the same: the first line names the fields, every other is an assertion. */
export function csvCase(
  text: string,
  file: string,
): { readonly written: WrittenFile; readonly issues: readonly Issue[] } {
  const issues = new IssueList(file);
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  const { names, rows } = readTable(plain, ({ name, message, place }) => {
    issues.add(name === 'endless-cell' ? INTAKE_ISSUES.notACase : INTAKE_ISSUES.badAssertion, message, place);
  });
  for (const row of rows) {
    const beyond = row[names.length];
    if (beyond !== undefined && beyond.text !== '')
      issues.add(
        INTAKE_ISSUES.badAssertion,
        'The line has more cells than the first line names.',
        placeOf(beyond),
      );
  }
  const locate = ([, row = 0, name]: Path): Place => {
    const cells = rows[Number(row)];
    return { file, ...placeOf(cells?.[names.indexOf(String(name))] ?? cells?.[0]) };
  };
  const value = { assertions: rows.map((row) => fieldsOf(names, row)) };
  return { written: { file, value, faults: [], locate, locateKey: locate }, issues: issues.toArray() };
}

function fieldsOf(names: readonly string[], row: readonly Cell[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    row.flatMap(({ text }, index): readonly [string, string][] => {
      const name = names[index] ?? '';
      return name === '' ? [] : [[name, text]];
    }),
  );
}
