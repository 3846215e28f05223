import { issueTable } from '../facts/index.ts';

/** Everything that can be wrong with what an action is given, and with what came of it. */
export const ACTION_ISSUES = issueTable({
  nothingFollows: {
    code: 'C719',
    severity: 'warning',
    meaning: 'Sources were stored, but what follows from them could not be derived.',
    remedy: 'Mend what the next remark says; or take the source out again with `foeprint forget`.',
  },
  noLevel: {
    code: 'C734',
    meaning: 'An answer is to be bounded by a level that is none of the Traffic Light Protocol.',
    remedy: 'Say `--tlp` with clear, green, amber, amber+strict or red.',
  },
  nothingDecided: {
    code: 'C860',
    meaning: 'A review is to be made, and no suggestion is named.',
    remedy: 'Name what is decided: `accept`, `change`, `reject` or `undo`, with keys of suggestions.',
  },
  notGiven: {
    code: 'C861',
    meaning: 'What an action is given is not what it takes.',
    remedy:
      'docs/reference/cli.md lists the fields of every action, as the command of the same name has them.',
  },
  notAllowed: {
    code: 'C862',
    meaning: 'An action takes a role that whoever asks for it does not have.',
    remedy: 'Ask an administrator of the home, or use a token of that role.',
  },
  aboveClearance: {
    code: 'C863',
    meaning: 'What is to be changed is marked above the clearance of whoever asks for it.',
    remedy: 'Have somebody do it who is cleared for it.',
  },
  misreadOrganisation: {
    code: 'C760',
    meaning: 'The description of the organisation has mistakes, so that an answer would be for another one.',
    remedy:
      'Correct what is listed (`foeprint org check` does so too), or answer without it: `--lenient`, and the answer says what was left out.',
  },
  coverageNotSent: {
    code: 'C864',
    severity: 'warning',
    meaning:
      'An organisation that was sent names coverage files, and these were not sent with it. The rest of it is kept.',
    remedy: 'Send them as coverage: `foeprint coverage import FILE`, or `POST /api/actions/coverage-import`.',
  },
  wrongStatement: {
    code: 'C780',
    meaning: 'What is stated of a report cannot be: no date, no address, no language.',
    remedy: 'Write a date as 2026-05-02, 2026-05 or 2026, an address with https://, a language as en.',
  },
});
