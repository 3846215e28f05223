import type { ReportReviewAnswer } from '../../answers/index.ts';
import { paragraph, table, type Document } from '../../render/index.ts';
import { count, oneLine } from '../../text/index.ts';

/** What was decided of a report. */
export function reportReviewDocument({
  label,
  title,
  decided,
  withdrawn,
  open,
}: ReportReviewAnswer): Document {
  const taken = withdrawn.length === 0 ? '' : ` ${count(withdrawn.length, 'decision')} taken back.`;
  const left = open === 0 ? 'All suggestions are decided' : `${count(open, 'suggestion')} left to decide`;
  return {
    title: `Review of ${label} “${oneLine(title)}”`,
    lead: `${count(decided.length, 'decision')}.${taken} ${left}.`,
    blocks: [
      ...(decided.length === 0
        ? []
        : [
            table(
              ['Suggestion', 'Decision', 'Whose', 'What', 'How sure'],
              decided.map(({ key, verdict, subject = '', object = '', status = '' }) => [
                key,
                verdict,
                subject,
                object,
                status,
              ]),
            ),
          ]),
      paragraph(`What it would add now: foeprint report load ${label} --dry-run.`),
    ],
  };
}
