import { REPORT_SERIES, type MarkingLevel } from '../../facts/index.ts';
import type { ReportDecision } from './report-decision.ts';
import type { ReportMention } from './report-mention.ts';

/** Kinds of source that a report can be: published by a vendor, an entry of a feed, or one’s own write-up of an incident. */
export const REPORT_KINDS = ['vendor-report', 'feed', 'incident'] as const;
/** One of {@link REPORT_KINDS}. */
export type ReportKind = (typeof REPORT_KINDS)[number];

/** A report as it is kept: its words, what its format names in fields, and what was decided of it. Nothing of it is a fact before it is loaded. */
export interface KeptReport {
  /** SHA-256 of title, text and mentions: the same report is the same, wherever it was read from. */
  readonly id: string;
  readonly kind: ReportKind;
  /** What the file was, with its article; completes “It is …”: `a PDF document`. */
  readonly format: string;
  /** Where it was read from: a path, an address, the name of a feed. */
  readonly location: string;
  /** When it was added, a timestamp. */
  readonly addedAt: string;
  readonly title: string;
  readonly publisher?: string;
  /** When it was published, as precisely as it states: `2020`, `2020-10` or `2020-10-28`. */
  readonly date?: string;
  /** Primary language subtag (RFC 5646): `en`. */
  readonly language?: string;
  /** How far it may go; absent where it bears no marking. */
  readonly level?: MarkingLevel;
  /** Its address on the web. */
  readonly url?: string;
  /** Addresses or names of documents that it cites. */
  readonly references: readonly string[];
  /** Its words, a paragraph to a line. */
  readonly text: string;
  /** All text, also menus and what stands beside the article; absent where that is {@link text}. */
  readonly full?: string;
  readonly mentions: readonly ReportMention[];
  /** In the order in which they were made; of several on the same suggestion the last holds. */
  readonly decisions: readonly ReportDecision[];
}

/** Short name of a report for people: `REP-` and the first eight digits of its id. */
export function reportLabel(id: string): string {
  return `REP-${id.slice(0, 8).toUpperCase()}`;
}

/** The series of the sources that a report is loaded as. */
export function reportSeries(id: string): string {
  return `${REPORT_SERIES}${reportLabel(id)}`;
}
