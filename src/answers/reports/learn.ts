import { IssueShape } from '../issue.ts';
import { as, count, list, number, optional, shape, truth, type Of } from '../schema.ts';

export const LearningScore = shape(
  'LearningScore',
  'How well a model reads sentences that it did not learn from.',
  {
    first: number('0 … 1, of the sentences that state a technique: in how many it comes first'),
    firstThree: number('0 … 1, in how many it is among the first three'),
    f1: number('0 … 1, F1 of which sentences state which technique'),
  },
);
export type LearningScore = Of<typeof LearningScore>;

export const ReportLearnAnswer = shape(
  'ReportLearnAnswer',
  'What a model learnt, and how it reads before and after.',
  {
    sentences: count('labelled sentences'),
    stating: count('of them those that state a technique'),
    decisions: count('of them those that come of decisions on reports'),
    docs: count('reports that they are of'),
    tested: count('sentences that it was tested on and did not learn from'),
    before: optional(
      as(LearningScore, 'learnt from what is in view alone; absent where all that was learnt was dropped'),
    ),
    after: optional(as(LearningScore, 'learnt also from labelled sentences of other reports')),
    isTaken: truth('whether the better model is in use now; a worse one never is'),
    isTrial: truth('whether nothing was to be kept'),
    issues: list(IssueShape, 'what could not be used'),
  },
);
export type ReportLearnAnswer = Of<typeof ReportLearnAnswer>;
