import type { TraitKind, UnknownOfGroups } from '../../answers/index.ts';
import { compareText, defined, groupedBy } from '../../text/index.ts';
import { latestDay, earliestDay } from '../score/evidence-date.ts';
import type { DatedReport, SeenDate } from './activity.ts';
import { eachKind, type TraitClaim, type ClaimSubject } from './trait.ts';

/** What all sources report of whom groups attack, why, from where and when: every claim is kept apart, with who makes it. */
export interface Victimology {
  /** Live groups in the order of their ATT&CK ids. */
  readonly groups: readonly GroupVictims[];
}

/** What is reported of one group. */
export interface GroupVictims {
  /** Term of the group. */
  readonly group: number;
  /** Everything whose claims count for it. */
  readonly subjects: readonly ClaimSubject[];
  /** The most trusted first. */
  readonly claims: readonly TraitClaim[];
  /** What was published of what the group did, oldest first; each document once. */
  readonly reports: readonly DatedReport[];
  /** When it was seen, by everyone who reports it. */
  readonly dates: readonly SeenDate[];
}

/** What a reader of victimology may leave out; see {@link inScope}. */
export interface EvidenceScope {
  /** Whether what has a provenance is in scope. Default: everything is. */
  readonly admits?: (provenance: Provenance) => boolean;
  /** Last day of which anything may be known, `2023-11-14`: what was published later is left out. Default: none. */
  readonly until?: string;
}

/** What claims, reports and dates have in common, for whoever decides which are in scope. */
export interface Provenance {
  readonly source: string;
  readonly claimant?: string;
  readonly extractedBy?: string;
  /** Term of the thing that it is about; absent for a report on the group itself. */
  readonly subject?: number;
  /** Names of the documents that are cited for it. */
  readonly documents?: readonly string[];
  /** The words in which it is reported. */
  readonly sentence?: string;
}

/** Admits everything. */
export const EVERYTHING = (): boolean => true;

/** The same without what is out of scope. What has no date is left in: nobody knows that it is younger. */
export function inScope(
  victimology: Victimology,
  { admits = EVERYTHING, until }: EvidenceScope,
): Victimology {
  if (admits === EVERYTHING && until === undefined) return victimology;
  const isEarly = (date: string): boolean => until === undefined || date === '' || latestDay(date) <= until;
  const isIn = ({ published, subject, ...reporting }: TraitClaim | SeenDate): boolean =>
    isEarly(published) && admits({ ...reporting, subject: subject.term });
  return {
    groups: victimology.groups.map((victims) => ({
      ...victims,
      claims: victims.claims.filter(isIn),
      reports: victims.reports.filter(
        ({ published, source, campaign, name }) =>
          isEarly(published) &&
          admits({ source, documents: [name], ...(campaign === undefined ? {} : { subject: campaign }) }),
      ),
      dates: victims.dates.filter((seen) => isEarly(seen.date) && isIn(seen)),
    })),
  };
}

/**
 * First and last time that a group was seen, of all that is reported: `2014`, `2014-05`, `2014-05-11`. What is reported of an entry
 * that stands for several groups may be about another of them: it is shown beside, and never is the first or last.
 */
export function seenOf({ dates, reports }: GroupVictims): {
  readonly firstSeen?: string;
  readonly lastSeen?: string;
} {
  // A report is a sign of activity at or before its day.
  const own = dates.filter(({ subject }) => !subject.isShared).map(({ date }) => date);
  const all = [...own, ...reports.map(({ published }) => published)];
  const [firstSeen] = all.toSorted((one, other) => compareText(earliestDay(one), earliestDay(other)));
  const [lastSeen] = all.toSorted((one, other) => compareText(latestDay(other), latestDay(one)));
  return defined({ firstSeen, lastSeen });
}

/** For every kind, value → how far the strongest claim of it holds, 0 … 1; empty where nothing is known. */
export type TraitStrengths = Readonly<Record<TraitKind, ReadonlyMap<string, number>>>;

export function strengths({ claims }: GroupVictims): TraitStrengths {
  const best = eachKind(() => new Map<string, number>());
  for (const { kind, value, strength } of claims)
    best[kind].set(value, Math.max(best[kind].get(value) ?? 0, strength));
  return best;
}

/** Values of a kind with all claims of each; those that most claim first, then by name. */
export function claimedValues(
  { claims }: GroupVictims,
  kind: TraitKind,
): readonly { readonly value: string; readonly claims: readonly TraitClaim[] }[] {
  const ofKind = claims.filter((claim) => claim.kind === kind);
  return [...groupedBy(ofKind, ({ value }) => value)]
    .map(([value, ofValue]) => ({ value, claims: ofValue }))
    .toSorted((one, other) => other.claims.length - one.claims.length || compareText(one.value, other.value));
}

export function unknownIn({ groups }: Victimology): UnknownOfGroups {
  const lacking = (kind: TraitKind): number =>
    groups.filter(({ claims }) => !claims.some((claim) => claim.kind === kind)).length;
  return {
    ...eachKind(lacking),
    activity: groups.filter((victims) => seenOf(victims).lastSeen === undefined).length,
  };
}
