import { Citation } from '../explanation/evidence.ts';
import { AnswerSource } from '../envelope.ts';
import { Mention } from '../explanation/mention.ts';
import { argument, flag, question } from '../question.ts';
import { as, foreign, list, oneOf, optional, shape, text, type Of } from '../schema.ts';

/** One thing. */
export const ShowQuestion = question({
  name: argument('<name>', 'ATT&CK id, STIX id, name or alias'),
  raw: flag('--raw', 'the object as its source gives it, as JSON'),
});

const RelatedThings = shape('RelatedThings', 'Things that stand in one relation to the thing shown.', {
  relation: text('name of the relation, e.g. `uses`'),
  direction: oneOf(
    ['from', 'to'],
    '`from`: the thing shown is the first of the two, e.g. what a group uses; `to`: the second, e.g. who uses a technique',
  ),
  things: list(Mention, 'by label'),
});
export type RelatedThings = Of<typeof RelatedThings>;

const OtherReport = shape('OtherReport', 'What an object reports of a thing beside the one that leads.', {
  id: text('STIX id of that object'),
  by: list(text('name of a source'), 'the sources that have it'),
  names: list(text('a name'), 'names that it gives'),
  description: text('plain text; empty where there is none'),
});

const StoredVersion = shape('StoredVersion', 'A version of a thing that is stored.', {
  modified: text('when its source changed it last: a timestamp'),
  by: list(text('id of a source'), 'the sources that have it'),
});

export const ShowAnswer = shape('ShowAnswer', 'Everything that is known of one thing.', {
  thing: as(Mention, 'the thing'),
  aliases: list(text('a name'), 'other names'),
  description: text('plain text; empty where its source gives none'),
  url: optional(text('page of the thing at its source')),
  created: optional(text('when its source made it: a timestamp')),
  modified: optional(text('when its source changed it last: a timestamp')),
  firstSeen: optional(text('when it was first seen: a timestamp')),
  lastSeen: optional(text('when it was last seen: a timestamp')),
  relations: list(RelatedThings, 'reported facts about it, by relation'),
  citations: list(Citation, 'documents that its source cites'),
  reportedBy: list(AnswerSource, 'the sources that say what it is'),
  otherReports: list(OtherReport, 'what other objects say of it: of another publisher, of a vendor'),
  versions: list(StoredVersion, 'versions of it that are stored, newest first'),
  raw: optional(
    foreign(
      'where it is asked for, the STIX object as its source gives it: the one that says what the thing is, or the very one whose STIX id was given; empty for a thing that is only referred to',
    ),
  ),
});
export type ShowAnswer = Of<typeof ShowAnswer>;
