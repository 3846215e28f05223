import type { EvidenceDate } from '../explanation/evidence.ts';
import type { Mention } from '../explanation/mention.ts';
import type { UseKind } from '../techniques/use.ts';

/** Things in a row: `Ferry, Low Tide`. */
export function sayNames(things: readonly Mention[], between: string = ', '): string {
  return things.map(({ name }) => name).join(between);
}

/** `direct`, or what a derived use came through. */
export function sayUse(use: UseKind, through: readonly Mention[]): string {
  return use === 'direct' || through.length === 0 ? use : `derived through ${sayNames(through)}`;
}

/** The same with the ids under which sources report it that have been replaced since: `direct, reported as T1193`. */
export function sayKnown({ use, through, reportedAs }: KnownUse): string {
  return [sayUse(use, through), ...(reportedAs === undefined ? [] : [sayReportedAs(reportedAs)])].join(', ');
}

interface KnownUse {
  readonly use: UseKind;
  readonly through: readonly Mention[];
  readonly reportedAs?: readonly string[];
}

/** `2015-05 to 2024-01-09`; one date where both are the same; empty where nothing is dated. */
export function sayPeriod(first: EvidenceDate | undefined, last: EvidenceDate | undefined): string {
  if (first === undefined || last === undefined) return '';
  return first.date === last.date ? first.date : `${first.date} to ${last.date}`;
}

/** `reported as T1193`: the source refers to what has been replaced since. */
export function sayReportedAs(ids: readonly string[]): string {
  return `reported as ${ids.join(' and ')}`;
}
