import type { LearningScore, ReportLearnAnswer } from '../../answers/index.ts';
import { paragraph, table, type Document } from '../../render/index.ts';
import { count, groupDigits } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';

/** What a model learnt, and how it reads before and after. */
export function reportLearnDocument(answer: ReportLearnAnswer): Document {
  const { sentences, stating, decisions, docs, tested, before, after, isTaken, isTrial } = answer;
  if (before === undefined || after === undefined)
    return {
      title: 'What was learnt is dropped',
      lead: 'Techniques are read as what is in view has them.',
      blocks: [],
    };
  return {
    title: 'What was learnt from decisions and labelled sentences',
    lead: `${count(sentences, 'labelled sentence')} of ${count(docs, 'report')}, ${groupDigits(stating)} of which state a technique; ${count(decisions, 'sentence')} of decisions on reports.`,
    blocks: [
      table(
        ['', numberColumn('First is right'), numberColumn('Among the first three'), numberColumn('F1')],
        [
          ['Learnt from what is in view', ...cells(before)],
          ['Learnt also from labelled sentences', ...cells(after)],
        ],
      ),
      paragraph(
        `Tested on ${count(tested, 'sentence')} of reports that it did not learn from. ${verdict(isTaken, isTrial)}`,
      ),
    ],
  };
}

function cells({ first, firstThree, f1 }: LearningScore): readonly string[] {
  return [first, firstThree, f1].map((share) => share.toFixed(3));
}

function verdict(isTaken: boolean, isTrial: boolean): string {
  if (isTrial) return 'Nothing was kept.';
  return isTaken
    ? 'It is in use now; it learnt from all labelled sentences.'
    : 'It reads no better: what was in use before stays in use.';
}
