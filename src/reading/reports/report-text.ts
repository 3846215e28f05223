/** What is known of a report before it is read: its words, and what it states of itself. */
export interface ReportText {
  readonly title: string;
  /** Who published it. */
  readonly publisher?: string;
  /** When it was published, as precisely as it states: `2020`, `2020-10` or `2020-10-28`. */
  readonly date?: string;
  /** Primary language subtag (RFC 5646): `en`. */
  readonly language?: string;
  /** Level of the Traffic Light Protocol that it bears: a name of `TLP_LEVELS`. */
  readonly tlp?: string;
  /** Its address on the web. */
  readonly url?: string;
  /** Its words: a paragraph, heading, item or row of a table is one line; cells are apart by tabs. No control or format characters. */
  readonly text: string;
  /** All text, also menus and what stands beside the article; left out where that is {@link text}. Ids are looked for in it. */
  readonly full?: string;
}
