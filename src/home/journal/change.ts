import * as z from 'zod/mini';
import { MARKING_LEVELS } from '../../facts/index.ts';
import { ReportDecisionStored } from '../reports/decision-stored.ts';

const level = z.exactOptional(z.enum(MARKING_LEVELS));

/** A load of a source came in, or went out. */
const LoadChange = z.readonly(
  z.object({
    kind: z.literal('load'),
    sha256: z.string(),
    loadedAt: z.string(),
    isIn: z.boolean(),
    /** Its copy went as well. */
    isPurged: z.exactOptional(z.literal(true)),
    level,
  }),
);

/** A file of the home was made, changed or removed. */
const FileChange = z.readonly(
  z.object({
    kind: z.literal('file'),
    /** In the home, with `/`. */
    path: z.string(),
    /** Digests of what it held and holds; null where it is not there. */
    before: z.nullable(z.string()),
    after: z.nullable(z.string()),
    /** What it held is not kept. */
    isPurged: z.exactOptional(z.literal(true)),
    level,
  }),
);

/** Decisions on suggestions of a report were made, or withdrawn. */
const DecisionChange = z.readonly(
  z.object({
    kind: z.literal('decisions'),
    report: z.string(),
    added: z.readonly(z.array(ReportDecisionStored)),
    /** With the place among all decisions that each had. */
    removed: z.readonly(z.array(z.readonly(z.object({ at: z.number(), decision: ReportDecisionStored })))),
    level,
  }),
);

/** A batch of sightings came in, or went out. */
const BatchChange = z.readonly(
  z.object({
    kind: z.literal('batch'),
    store: z.enum(['imported', 'synthetic']),
    id: z.string(),
    isIn: z.boolean(),
    /** Its rows are not kept. */
    isPurged: z.exactOptional(z.literal(true)),
    /** They are on a cluster, and would not be kept. */
    isElsewhere: z.exactOptional(z.literal(true)),
    level,
  }),
);

/** One change of a home that is made whole or not at all, so that whoever looks at the home sees whether it was made. */
export const Change = z.discriminatedUnion('kind', [LoadChange, FileChange, DecisionChange, BatchChange]);
export type Change = z.output<typeof Change>;
export type ChangeOf<Kind extends Change['kind']> = {
  readonly [Each in Kind]: Extract<Change, { readonly kind: Each }>;
}[Kind];
