import { issueTable } from '../facts/index.ts';

/** What can be wrong with texts that are read for what they name. */
export const READING_ISSUES = issueTable({
  brokenYaml: {
    code: 'I160',
    meaning: 'A file that is named as YAML cannot be read as it.',
    remedy: 'Correct it at this place; until then its ids are left as they are.',
  },
});
