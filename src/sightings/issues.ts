import { issueTable } from '../facts/index.ts';

/** What can be wrong with sightings and the engines that hold them. */
export const SIGHTINGS_ISSUES = issueTable({
  wordNotAskable: {
    code: 'S901',
    meaning:
      'A word has characters that not every engine writes alike: quotes, backslashes or control characters.',
    remedy: 'Leave them out, as an import does: it keeps names without them.',
  },
});
