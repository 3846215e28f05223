import type { ReportTextAnswer } from '../../answers/index.ts';
import { paragraph, type Document } from '../../render/index.ts';
import { count, groupDigits, oneLine } from '../../text/index.ts';

/** The words of a report, a paragraph to a paragraph. */
export function reportTextDocument({
  label,
  title,
  sentences,
  next,
  paragraphs,
}: ReportTextAnswer): Document {
  return {
    title: oneLine(title),
    lead: `The words of ${label}, as it was read; ${count(sentences, 'sentence')}.`,
    blocks: [
      ...(paragraphs.length === 0
        ? []
        : [
            {
              kind: 'quote' as const,
              blocks: paragraphs.map((each) =>
                paragraph(each.sentences.map(({ text }) => oneLine(text)).join(' ')),
              ),
            },
          ]),
      ...(next === undefined
        ? []
        : [
            paragraph(
              `${groupDigits(sentences - next)} more sentences: foeprint report text ${label} --from ${String(next)}.`,
            ),
          ]),
    ],
  };
}
