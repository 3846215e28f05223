import { issueTable } from '../facts/index.ts';

/** What a knowledge base can refuse. */
export const KNOWLEDGE_ISSUES = issueTable({
  unknownRelease: {
    code: 'K201',
    meaning: 'No series in the knowledge base has the release asked for.',
    remedy: 'Ask for a loaded release, or load that one with `foeprint sync --release RELEASE`.',
  },
  unknownSeries: {
    code: 'K202',
    meaning: 'The knowledge base has no source of the series asked for.',
    remedy: 'Ask for a loaded series, or load that one first.',
  },
  unknownObject: {
    code: 'K203',
    meaning: 'There is no stored object of that number.',
    remedy: 'Use the numbers that the same knowledge base gives.',
  },
  releaseTaken: {
    code: 'K212',
    severity: 'warning',
    meaning:
      'A file says that it is a release of ATT&CK which is loaded already from another file that says something else.',
    remedy: 'Where it is the right one, forget the other with `foeprint forget`, and load it again.',
  },
  describedBeside: {
    code: 'K213',
    severity: 'warning',
    meaning:
      "A source has objects under ids of another publisher: they stand beside that publisher's own, and replace nothing.",
    remedy: 'Nothing needs to be done; `foeprint show` lists what each source says of a thing.',
  },
  notCarried: {
    code: 'K214',
    severity: 'warning',
    meaning: 'A source speaks of things that their publisher has withdrawn without a successor.',
    remedy: 'Ask with --withdrawn to see it, or assert it of what took their place.',
  },
  closed: {
    code: 'K204',
    meaning: 'The knowledge base has been closed.',
    remedy: 'Open it again.',
  },
  notThere: {
    code: 'K205',
    meaning: 'There is no knowledge base at that place.',
    remedy: 'Load a source first, or give the home in which one was loaded.',
  },
  notOurs: {
    code: 'K206',
    meaning: 'The file is not a knowledge base of Foeprint.',
    remedy: 'Give another place; the file was left as it is.',
  },
  newer: {
    code: 'K207',
    meaning: 'The knowledge base was written by a newer Foeprint.',
    remedy: 'Update Foeprint; the file was left as it is.',
  },
  busy: {
    code: 'K208',
    meaning: 'Another process has been writing to the knowledge base for too long.',
    remedy: 'Wait until it is done, or end it, and try again; nothing was changed.',
  },
  damaged: {
    code: 'K209',
    meaning: 'The file of the knowledge base is damaged.',
    remedy: 'Restore a dump, or load the sources into a new home.',
  },
  storageFailed: {
    code: 'K210',
    meaning: 'The knowledge base could not be read or written.',
    remedy: 'See to what SQLite says, e.g. a full disk or missing rights; what was stored is as it was.',
  },
  older: {
    code: 'K211',
    meaning: 'The knowledge base was written by an older Foeprint, whose tables this one does not read.',
    remedy: 'Make it anew from the kept copies with `foeprint rebuild`.',
  },
  readOnly: {
    code: 'K215',
    meaning: 'The knowledge base can only be read here: its file or folder cannot be written.',
    remedy:
      'See to its permissions, or load into a home of your own with `--home FOLDER`; nothing was changed.',
  },
  noSqlite: {
    code: 'K216',
    meaning:
      'There is no way to SQLite here: Node is too old to bring it, and the package that stands in for it is missing.',
    remedy: 'Use Node 22.16 or newer, or install the package beside Foeprint with `npm install libsql`.',
  },
  notADump: {
    code: 'K221',
    meaning: 'The file is not a dump of a knowledge base.',
    remedy: 'Give a file that `foeprint dump` wrote; nothing was changed.',
  },
  newerDump: {
    code: 'K222',
    meaning: 'The dump was written by a newer Foeprint.',
    remedy: 'Update Foeprint; nothing was changed.',
  },
  damagedDump: {
    code: 'K223',
    meaning: 'The dump is not as it was written: cut off, or changed.',
    remedy: 'Copy it again from where it was made, or use another one; nothing was changed.',
  },
});
