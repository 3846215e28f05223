import type { IssueDeclaration } from '../facts/index.ts';

/** What a knowledge base can refuse. */
export const KNOWLEDGE_ISSUES = {
  unknownRelease: {
    code: 'K201',
    name: 'unknown-release',
    severity: 'error',
    meaning: 'No series in the knowledge base has the release asked for.',
    remedy: 'Ask for a loaded release, or load that one first.',
  },
  unknownSeries: {
    code: 'K202',
    name: 'unknown-series',
    severity: 'error',
    meaning: 'The knowledge base has no source of the series asked for.',
    remedy: 'Ask for a loaded series, or load that one first.',
  },
  unknownObject: {
    code: 'K203',
    name: 'unknown-object',
    severity: 'error',
    meaning: 'There is no stored object of that number.',
    remedy: 'Use the numbers that the same knowledge base gives.',
  },
  closed: {
    code: 'K204',
    name: 'closed',
    severity: 'error',
    meaning: 'The knowledge base has been closed.',
    remedy: 'Open it again.',
  },
  notThere: {
    code: 'K205',
    name: 'not-there',
    severity: 'error',
    meaning: 'There is no knowledge base at that place.',
    remedy: 'Load a source first, or give the home in which one was loaded.',
  },
  notOurs: {
    code: 'K206',
    name: 'not-ours',
    severity: 'error',
    meaning: 'The file is not a knowledge base of Foeprint.',
    remedy: 'Give another place; the file was left as it is.',
  },
  newer: {
    code: 'K207',
    name: 'newer',
    severity: 'error',
    meaning: 'The knowledge base was written by a newer Foeprint.',
    remedy: 'Update Foeprint; the file was left as it is.',
  },
  busy: {
    code: 'K208',
    name: 'busy',
    severity: 'error',
    meaning: 'Another process has been writing to the knowledge base for too long.',
    remedy: 'Wait until it is done, or end it, and try again; nothing was changed.',
  },
  damaged: {
    code: 'K209',
    name: 'damaged',
    severity: 'error',
    meaning: 'The file of the knowledge base is damaged.',
    remedy: 'Restore a dump, or load the sources into a new home.',
  },
  storageFailed: {
    code: 'K210',
    name: 'storage-failed',
    severity: 'error',
    meaning: 'The knowledge base could not be read or written.',
    remedy: 'See to what SQLite says, e.g. a full disk or missing rights; what was stored is as it was.',
  },
} as const satisfies Readonly<Record<string, IssueDeclaration>>;
