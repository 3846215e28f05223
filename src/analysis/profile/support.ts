import type { Support } from '../../answers/index.ts';
import { compareText, defined } from '../../text/index.ts';
import type { Citation, Evidence } from '../../facts/index.ts';
import { evidenceDates, latestDay } from '../score/evidence-date.ts';
import { publishersOf } from '../score/publishers.ts';
import { newestOf } from '../score/score.ts';

/** Sums evidence up. */
export function supportOf(evidence: readonly Evidence[]): Support {
  const dates = evidenceDates(evidence);
  const [first] = dates;
  const last = newestOf(dates);
  const best = bestCitation(evidence);
  const reportedAs = [...new Set(evidence.flatMap(({ reportedAs: ids = [] }) => ids))].toSorted(compareText);
  return {
    ...defined({ first, last }),
    publishers: publishersOf(evidence),
    ...defined({ citation: best?.citation }),
    sentence: best?.sentence ?? firstSentence(evidence),
    ...(reportedAs.length === 0 ? {} : { reportedAs }),
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

/** To the last detail: which of several pieces of evidence comes first in a store must not show in an answer. */
function compareCited(one: Cited, other: Cited): number {
  const [left, right] = [one.citation, other.citation];
  return (
    compareText(lastDayOf(right), lastDayOf(left)) ||
    Number(right.url !== undefined) - Number(left.url !== undefined) ||
    compareText(left.name, right.name) ||
    Number(other.sentence !== '') - Number(one.sentence !== '') ||
    compareText(one.sentence, other.sentence)
  );
}

/** Of what cites nothing, the sentence that was seen last; of several the first by their words. */
function firstSentence(evidence: readonly Evidence[]): string {
  const inWords = evidence.filter(({ sentence }) => sentence !== '');
  const [first] = inWords.toSorted(
    (one, other) =>
      compareText(other.lastSeen ?? '', one.lastSeen ?? '') || compareText(one.sentence, other.sentence),
  );
  return first?.sentence ?? '';
}

function lastDayOf({ published }: Citation): string {
  return published === undefined ? '' : latestDay(published);
}
