import * as z from 'zod/mini';
import { ASSERTION_STATUSES, REPORT_VERDICTS } from '../../threat/index.ts';

/** A decision on a suggestion, as files of a home have it. */
export const ReportDecisionStored = z.readonly(
  z.object({
    suggestion: z.string(),
    verdict: z.enum(REPORT_VERDICTS),
    subject: z.exactOptional(z.string()),
    object: z.exactOptional(z.string()),
    status: z.exactOptional(z.enum(ASSERTION_STATUSES)),
    sentences: z.readonly(z.array(z.string())),
    decidedAt: z.string(),
  }),
);
