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
} as const satisfies Readonly<Record<string, IssueDeclaration>>;
