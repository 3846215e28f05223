/** What a report may name in a field. */
export const MENTION_KINDS = ['group', 'software', 'technique', 'campaign'] as const;
/** One of {@link MENTION_KINDS}. */
export type MentionKind = (typeof MENTION_KINDS)[number];

/** Something that a report names in a field of its format. */
export interface ReportMention {
  readonly kind: MentionKind;
  /** Number in ATT&CK or ATLAS, where the report gives one; an old one as it is. */
  readonly id?: string;
  /** Its name in the report; the STIX id where the report only refers to it. */
  readonly name: string;
  /** Id, or else name, of the group that uses it or stands behind it; of the campaign where no group is named. */
  readonly group?: string;
  /** Where the report says so, in its words; empty where it gives none. */
  readonly sentence: string;
}
