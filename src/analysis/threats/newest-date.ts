import type { Evidence } from '../../facts/index.ts';
import { evidenceDates } from '../score/evidence-date.ts';
import type { EvidenceDate } from '../score/evidence-date.ts';
import { newestOf } from '../score/score.ts';

/** The newest date of each telling; thousands of uses rest on the same ones. */
const NEWEST = new WeakMap<Evidence, readonly EvidenceDate[]>();

/** The newest date of some evidence; undefined where none is dated. */
export function newestDate(evidence: readonly Evidence[]): EvidenceDate | undefined {
  return newestOf(evidence.flatMap(newestOfOne));
}

function newestOfOne(evidence: Evidence): readonly EvidenceDate[] {
  const known = NEWEST.get(evidence);
  if (known !== undefined) return known;
  const newest = newestOf(evidenceDates([evidence]));
  const dates = newest === undefined ? [] : [newest];
  NEWEST.set(evidence, dates);
  return dates;
}
