import { count, foreign, list, oneOf, optional, shape, text, truth, type Of } from '../schema.ts';

const Upload = shape('Upload', 'A file that was sent with an action.', {
  name: text('its name'),
  bytes: count('its size'),
  sha256: text('SHA-256 of it, lower-case hex'),
});

const JournalChange = shape('JournalChange', 'One thing that an action changed.', {
  kind: oneOf(
    ['load', 'file', 'decisions', 'batch'],
    'a load of a source, a file of the home, decisions on a report, a batch of sightings',
  ),
  what: text('what it is known by: the beginning of a checksum, a file, the label of a report'),
  how: oneOf(['added', 'changed', 'removed'], 'what became of it'),
});

export const JournalEntrySaid = shape('JournalEntry', 'What somebody did to the home.', {
  entry: count('number of the entry'),
  at: text('when it began, ISO 8601 UTC'),
  who: text('who did it: a user of the computer, or the name of a token'),
  role: oneOf(['analyst', 'admin'], 'what they were allowed'),
  through: text('through what: the command line, the library, the server'),
  action: text('what they did, as the command is called'),
  given: optional(foreign('what it was given, without the content of files; absent where it is hidden')),
  uploads: list(Upload, 'files that were sent with it'),
  changes: list(JournalChange, 'what of the home it changed; none where it is hidden'),
  how: oneOf(
    ['done', 'failed', 'stopped', 'under way'],
    'how it ended: as it should, with an error, with the process that did it; what it changed until then stands in `changes`',
  ),
  codes: list(text('a code'), 'codes of what was wrong'),
  isHidden: truth('whether it names what is marked above the clearance, so that its content is left out'),
  isExpired: truth('whether what undoes it is not kept any more, as the settings under `undo` say'),
  isUndoable: truth('whether `undo` can undo it'),
  undoes: optional(count('the entry that it undid')),
  undoneBy: optional(count('the entry that undid it')),
});

export const JournalAnswer = shape('JournalAnswer', 'Who changed the home, when, and how.', {
  entries: list(JournalEntrySaid, 'the entries, the newest first'),
  total: count('how many there are in all'),
});
export type JournalAnswer = Of<typeof JournalAnswer>;

export const UndoAnswer = shape('UndoAnswer', 'What was undone.', {
  undone: JournalEntrySaid,
});
export type UndoAnswer = Of<typeof UndoAnswer>;
