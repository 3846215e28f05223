import type { UseKind } from '../../answers/index.ts';
import type { Mention, EvidenceDate, Score, SeenDate } from '../../answers/index.ts';
import type { Citation } from '../../facts/index.ts';
import type { ImplicationName } from './implications.ts';

/** When which techniques of a group were first reported, and what each of them meant. Plain data. */
export interface Timeline {
  readonly group: Mention;
  /** Day from which the age of evidence is counted. */
  readonly asOf: string;
  /** Only what may have been reported on or after this day is listed; what came before still counts as known. */
  readonly since?: string;
  /** Releases looked at to say when ATT&CK took a use up, oldest first. */
  readonly releases: readonly string[];
  /** Tactics in the order of the matrix. */
  readonly tactics: readonly Mention[];
  /** Years with something new, oldest first. */
  readonly years: readonly TimelineYear[];
  /** Uses without a dated report, listed unless `since` is given. */
  readonly undated: readonly TimelineEntry[];
  readonly campaigns: readonly TimelineCampaign[];
  /** When it is said to have been first and last seen, by fields and in prose; where these differ, each date apart. */
  readonly seen: readonly SeenDate[];
  /** Control gaps newer than the last audit, the most pressing first; absent where no audit was named. */
  readonly audit?: AuditGaps;
  /** Copyright and licence statements of the sources. */
  readonly notices: readonly string[];
}

export interface TimelineYear {
  readonly year: string;
  /** In order of report. */
  readonly entries: readonly TimelineEntry[];
}

/** One technique, newly evidenced. Three times are kept apart: reported, observed in a campaign, taken up by ATT&CK. */
export interface TimelineEntry extends Score {
  readonly technique: Mention;
  /** STIX ids of the tactics that it serves. */
  readonly tactics: readonly string[];
  readonly use: UseKind;
  /** Of a derived use: what it came through. */
  readonly through: readonly Mention[];
  /** Ids under which sources tell it that have been replaced since; absent where none does. */
  readonly reportedAs?: readonly string[];
  /** Publication of the oldest document cited for it. */
  readonly reported?: EvidenceDate;
  /** That document, and the sentence that cites it. */
  readonly citation?: Citation;
  readonly sentence: string;
  /** Campaigns of the group that used it, with their own dates. */
  readonly campaigns: readonly TimelineCampaign[];
  /** First of the releases looked at that tells the use; absent where none was looked at or tells it. */
  readonly addedIn?: AddedIn;
  readonly implications: readonly Implication[];
}

export interface AddedIn {
  readonly release: string;
  /** True in the oldest release looked at: it may have been told before. */
  readonly orEarlier: boolean;
}

export interface TimelineCampaign {
  readonly campaign: Mention;
  readonly firstSeen?: string;
  readonly lastSeen?: string;
}

/** What a newly evidenced technique means, by one of the stated rules. */
export interface Implication {
  readonly rule: ImplicationName;
  /** The rule's sentence, filled in. */
  readonly says: string;
}

export interface AuditGaps {
  readonly since: string;
  readonly gaps: readonly AuditGap[];
}

export interface AuditGap {
  /** 1 is the most pressing; equal ones share a rank. */
  readonly rank: number;
  readonly entry: TimelineEntry;
  /** The control gaps among its implications. */
  readonly gaps: readonly Implication[];
  /** Groups that use the technique by what sources tell. */
  readonly groups: number;
}
