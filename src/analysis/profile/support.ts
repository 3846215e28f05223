import { compareText } from '../../facts/index.ts';
import type { Citation, Evidence } from '../../facts/index.ts';
import { evidenceDates, latestDay } from '../score/evidence-date.ts';
import type { EvidenceDate } from '../score/evidence-date.ts';
import { publishersOf } from '../score/publishers.ts';
import { newestOf } from '../score/score.ts';

/** What stands behind a statement, in short. */
export interface Support {
  /** Oldest and newest date of the evidence; absent where none is dated. */
  readonly first?: EvidenceDate;
  readonly last?: EvidenceDate;
  /** Independent sources: who published what is cited, each once. */
  readonly publishers: readonly string[];
  /** The citation to read first: the newest, of equally new ones one with an address. */
  readonly citation?: Citation;
  /** The sentence that stands with that citation; empty where none is told. */
  readonly sentence: string;
}

/** Sums evidence up. */
export function supportOf(evidence: readonly Evidence[]): Support {
  const dates = evidenceDates(evidence);
  const [first] = dates;
  const last = newestOf(dates);
  const best = bestCitation(evidence);
  return {
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
    publishers: publishersOf(evidence),
    ...(best === undefined ? {} : { citation: best.citation }),
    sentence: best?.sentence ?? evidence.find(({ sentence }) => sentence !== '')?.sentence ?? '',
  };
}

interface Cited {
  readonly citation: Citation;
  readonly sentence: string;
}

function bestCitation(evidence: readonly Evidence[]): Cited | undefined {
  const cited = evidence.flatMap(({ citations, sentence }) =>
    citations.map((citation): Cited => ({ citation, sentence })),
  );
  return cited.toSorted(compareCited)[0];
}

function compareCited({ citation: left }: Cited, { citation: right }: Cited): number {
  return (
    compareText(lastDayOf(right), lastDayOf(left)) ||
    Number(right.url !== undefined) - Number(left.url !== undefined) ||
    compareText(left.name, right.name)
  );
}

function lastDayOf({ published }: Citation): string {
  return published === undefined ? '' : latestDay(published);
}
