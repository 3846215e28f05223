import { issueTable } from '../facts/index.ts';

/** What forms an answer cannot be made into. */
export const FORM_ISSUES = issueTable({
  oneLayer: {
    code: 'C706',
    meaning: 'A picture shows one layer, and there are several.',
    remedy: 'Choose one with `--layer`, or write an Excel file, which has a sheet for each.',
  },
  noTables: {
    code: 'C790',
    meaning: 'An answer is to be written as tables, and has none.',
    remedy: 'Write it as a document (`-o FILE.html`, `.pdf`, `.md`, `.txt`) or as data (`.json`).',
  },
});
