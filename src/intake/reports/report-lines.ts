import type { Issue } from '../../facts/index.ts';
import { textOf } from '../../stix/index.ts';
import { defined } from '../../text/index.ts';
import { identifiedLines } from '../events/identified-lines.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';

/** A report, or a sentence of one, as a line of JSON gives it. */
export interface ReportLine {
  readonly doc: string;
  /** Of a sentence, its number or name as given. */
  readonly sentence?: string | number;
  readonly title: string;
  readonly text: string;
}

/**
 * Reads reports, or sentences of reports, from JSON Lines: `{doc_id, text, title?}`, or `{doc_id, sent_id, text}`. Lines that are none
 * are reported.
 */
export function readReportLines(
  text: string,
  file: string,
  { areSentences }: { readonly areSentences: boolean },
): { readonly lines: readonly ReportLine[]; readonly issues: readonly Issue[] } {
  const issues = new IssueList(file);
  const lines = identifiedLines(text, issues, INTAKE_ISSUES.badReportLine, 'doc_id').flatMap(
    ({ id: doc, line, raw }): readonly ReportLine[] => {
      const sentence = raw['sent_id'];
      const isNamed = typeof sentence === 'string' || typeof sentence === 'number';
      const lacks =
        typeof raw['text'] === 'string' ? (areSentences && !isNamed ? 'sent_id' : undefined) : 'text';
      if (lacks === undefined)
        return [
          {
            doc,
            ...defined({ sentence: isNamed ? sentence : undefined }),
            title: textOf(raw, 'title'),
            text: textOf(raw, 'text'),
          },
        ];
      issues.add(INTAKE_ISSUES.badReportLine, `The line has no \`${lacks}\`.`, { line, field: lacks });
      return [];
    },
  );
  return { lines, issues: issues.toArray() };
}
