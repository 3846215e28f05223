import type { AssertionStatus } from '../assertion-status.ts';

/** What a reviewer can do with a suggestion. */
export const REPORT_VERDICTS = ['accept', 'change', 'reject'] as const;
/** One of {@link REPORT_VERDICTS}. */
export type ReportVerdict = (typeof REPORT_VERDICTS)[number];

/** What a reviewer decided of something that a report is read to state. */
export interface ReportDecision {
  /** Key of the suggestion: relation, subject and object by their ids in ATT&CK, else names, e.g. `uses/G0016/T1059.001`; the subject is `-` where the report leaves open whose it is. */
  readonly suggestion: string;
  readonly verdict: ReportVerdict;
  /** Of a change, what holds instead: id in ATT&CK, else name. Absent: as suggested. */
  readonly subject?: string;
  readonly object?: string;
  /** How sure it is; absent: as sure as a mention in a report is. */
  readonly status?: AssertionStatus;
  /** The sentences that it rests on, as the report has them, the clearest first: what a model can learn from. */
  readonly sentences: readonly string[];
  /** When it was decided, a timestamp. */
  readonly decidedAt: string;
}
