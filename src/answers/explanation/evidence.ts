import { leftOut, reasons } from '../reasons.ts';
import { list, number, oneOf, optional, shape, text, type Of } from '../schema.ts';

/** A document that a source cites. */
export const Citation = shape('Citation', 'A document that a source cites.', {
  name: text('name used in the text, e.g. `ESET Lazarus Jun 2020`'),
  description: optional(text('the full reference as the source gives it: authors, date, title')),
  url: optional(text('its address')),
  published: optional(text('when it was published: `2020`, `2020-06` or `2020-06-17`')),
});
export type Citation = Of<typeof Citation>;

/** Documents beyond which a list of citations is for an entry as a whole, and not for one statement in it. */
export const CITES_AT_MOST = 3;

/** When something was reported or seen, as exactly as its source has it. */
export const EvidenceDate = shape(
  'EvidenceDate',
  'When something was reported or seen, as exactly as its source has it.',
  {
    date: text('`2020-06-17`, `2020-06` or `2020`'),
    precision: oneOf(['day', 'month', 'year'], 'how exactly the date is known'),
    kind: oneOf(
      ['published', 'observed'],
      'whether it is when a cited document was published, or when the behaviour was observed',
    ),
    by: text('name of the citation, or of the source that observed it'),
  },
);
export type EvidenceDate = Of<typeof EvidenceDate>;

/** What stands behind a statement, in short: fields of everything that is supported by evidence. */
export const SUPPORT = {
  first: optional(EvidenceDate),
  last: optional(EvidenceDate),
  publishers: reasons(
    list(text('a publisher'), 'independent sources: who published what is cited, each once'),
  ),
  citation: leftOut(optional(Citation)),
  sentence: leftOut(text('the sentence that stands with that citation; empty where there is none')),
  reportedAs: optional(
    list(text('an id'), 'ids under which sources report it that have been replaced since'),
  ),
};

/** What stands behind a statement, in short. */
export const Support = shape(
  'Support',
  'What stands behind a statement: the oldest and the newest date of its evidence, who published it, and the citation to read first (the newest, of equally new ones one with an address).',
  SUPPORT,
);
export type Support = Of<typeof Support>;

/** One thing that a claim or a rank rests on. */
export const Ground = shape(
  'Ground',
  'One thing that a claim or a rank rests on: who claims what, in which words.',
  {
    label: text('what is claimed, in the words of the vocabulary: `Luxembourg`'),
    by: text('who claims it: the source, and the claimant where the source passes on somebody else’s claim'),
    sentence: text('the words of the source; empty where there are none'),
    via: text('why it counts for the group, where it is not claimed of the group itself; else empty'),
    strength: number('0 … 1, how far it holds for the group'),
    confidence: text(
      'how sure the claimant is, in their own words: `suspected`, `50` (per cent); empty where they give none',
    ),
    extractedBy: text('name of the pattern that read it out of prose; empty where it is given as data'),
    citations: list(Citation, 'documents that are cited for it'),
  },
);
export type Ground = Of<typeof Ground>;
