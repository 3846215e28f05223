import type { AuditGap, TimelineEntry } from '../../answers/index.ts';
import { compareText } from '../../text/index.ts';
import { latestDay } from '../score/evidence-date.ts';
import { isControlGap } from './implications.ts';

/**
 * Control gaps newer than an audit: techniques first reported after it (or perhaps after it, where only a month or a year
 * is known) that have a gap. Ranked by number of gaps, then score, then how many groups use the technique,
 * then the newest first: what is open in most ways, most surely used and most widely useful to close comes first.
 *
 * @param since day of the audit
 * @param groups STIX id of a technique → groups that use it
 */
export function auditGaps(
  entries: readonly TimelineEntry[],
  since: string,
  groups: ReadonlyMap<string, number>,
): readonly AuditGap[] {
  const found = entries
    .filter(({ reported }) => reported !== undefined && latestDay(reported.date) > since)
    .map((entry) => ({
      entry,
      gaps: entry.implications.filter(isControlGap),
      groups: groups.get(entry.technique.id) ?? 0,
    }))
    .filter(({ gaps }) => gaps.length > 0)
    .toSorted(
      (left, right) =>
        compareUrgency(left, right) || compareText(left.entry.technique.label, right.entry.technique.label),
    );
  return found.map((gap) => ({
    rank: 1 + found.findIndex((other) => compareUrgency(other, gap) === 0),
    ...gap,
  }));
}

type Unranked = Omit<AuditGap, 'rank'>;

function compareUrgency(left: Unranked, right: Unranked): number {
  return (
    right.gaps.length - left.gaps.length ||
    right.entry.score - left.entry.score ||
    right.groups - left.groups ||
    compareText(right.entry.reported?.date ?? '', left.entry.reported?.date ?? '')
  );
}
