import type { SigmaCheckAnswer } from '../../answers/index.ts';
import { dataTable, paragraph, table, type DataTable, type Document } from '../../render/index.ts';
import { count, groupedBy, groupDigits } from '../../text/index.ts';
import { numberColumn, tableSection } from '../blocks.ts';
import { sayPlace } from '../words.ts';

/** What is wrong with Sigma rules: how often each kind, then each. */
export function sigmaCheckDocument({ files, rules, errors, warnings, issues }: SigmaCheckAnswer): Document {
  const kinds = [...groupedBy(issues, ({ code }) => code)].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return {
    title: `Sigma rules: ${count(errors, 'error')}, ${count(warnings, 'warning')}`,
    lead: `${count(rules, 'rule')} in ${count(files, 'file')}. What each code means is in the list of errors.`,
    blocks:
      issues.length === 0
        ? [paragraph(errors + warnings === 0 ? 'Nothing is wrong with them.' : 'No errors.')]
        : [
            table(
              ['Code', 'What to do', numberColumn('Places')],
              kinds.map(([code, [first, ...more]]) => [
                code,
                first?.hint ?? '',
                groupDigits(more.length + 1),
              ]),
            ),
            ...tableSection(
              'Places',
              ['Code', 'Where', 'What'],
              issues.map(({ code, place, message }) => [code, sayPlace(place), message]),
            ),
          ],
  };
}

export function sigmaCheckTables({ issues }: SigmaCheckAnswer): readonly DataTable[] {
  return [
    dataTable('Issues', issues, {
      code: ({ code }) => code,
      severity: ({ severity }) => severity,
      file: ({ place }) => place?.file,
      line: ({ place }) => place?.line,
      column: ({ place }) => place?.column,
      message: ({ message }) => message,
      hint: ({ hint }) => hint,
    }),
  ];
}
