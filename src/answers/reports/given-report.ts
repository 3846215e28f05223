import { MARKING_LEVELS } from '../../facts/index.ts';
import { REPORT_KINDS } from '../../threat/index.ts';
import { list, oneOf, optional, shape, text, type Of } from '../schema.ts';

/** What is known of a report beside its words: fields of everything that is one. */
export const REPORT_HEAD = {
  title: text('its title'),
  publisher: optional(text('who published it')),
  date: optional(text('when it was published, as precisely as it states: `2026`, `2026-05` or `2026-05-02`')),
  language: optional(text('primary language subtag (RFC 5646): `en`')),
  level: optional(oneOf(MARKING_LEVELS, 'how far it may go; absent where it bears no marking')),
  url: optional(text('its address on the web')),
  kind: oneOf(REPORT_KINDS, 'what it is as a source'),
  format: text('what the file was, with its article: `a PDF document`'),
};

const Mention = shape('ReportMention', 'Something that a report names in a field of its format.', {
  kind: oneOf(['group', 'software', 'technique', 'campaign'], 'what it is'),
  id: optional(text('number in ATT&CK, where the report gives one')),
  name: text('its name in the report, or the STIX id that it refers to'),
  group: optional(text('id, or else name, of the group that uses it or stands behind it')),
  sentence: text('where the report states so, in its words; empty where it gives none'),
});

/** A report to be read, as questions give it. */
export const GivenReport = shape('GivenReport', 'A report to be read.', {
  ...REPORT_HEAD,
  text: text('its words, a paragraph to a line'),
  full: optional(text('all text, also menus and what stands beside the article, where that is more')),
  mentions: list(Mention, 'what its format names in fields'),
});
export type GivenReport = Of<typeof GivenReport>;
