import * as z from 'zod/mini';
import { MARKING_LEVELS } from '../facts/index.ts';
import type { Batch } from './sighting.ts';

const Count = z.int().check(z.nonnegative());

/** A batch as stores write it down, to be read again. */
export const STORED_BATCH: z.ZodMiniType<Batch> = z.object({
  id: z.string(),
  name: z.string(),
  format: z.string(),
  importedAt: z.string(),
  rows: Count,
  sightings: Count,
  rejected: Count,
  first: z.string(),
  last: z.string(),
  level: z.exactOptional(z.enum(MARKING_LEVELS)),
});
