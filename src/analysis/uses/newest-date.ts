import type { EvidenceDate } from '../../answers/index.ts';
import { keptFor } from '../../text/index.ts';
import { type Evidence } from '../../facts/index.ts';
import { evidenceDates } from '../score/evidence-date.ts';
import { newestOf } from '../score/score.ts';

/** The newest date of some evidence; undefined where none is dated. */
export function newestDate(evidence: readonly Evidence[]): EvidenceDate | undefined {
  return newestOf(evidence.flatMap(newestOfOne));
}

/** Kept, as thousands of uses rest on the same evidence. */
const newestOfOne = keptFor((evidence: Evidence): readonly EvidenceDate[] => {
  const newest = newestOf(evidenceDates([evidence]));
  return newest === undefined ? [] : [newest];
});
