export { ACTIONS, type ActionName } from './actions.ts'; // everything that changes a home, by its name
export type { Action, ActionContext, Came, Given, Signs } from './action.ts';
export { act, type ActOptions, type ActedEnvelope } from './act-by-name.ts'; // one of them, for programs
export { actedEnvelope, givenFor, isFile, perform, refuseBelow, type Acted, type Actor } from './act.ts'; // one of them, done and recorded
export { ACTION_ISSUES } from './issues.ts'; // what can be wrong with what an action is given
export { entrySaid, journalOf, JOURNAL_SHOWN, levelOfJournal } from './journal.ts'; // who changed what
export { assertFact, loadCaseFile } from './assertions/cases.ts'; // what analysts and cases say
export { loadReports, type LoadedReports, type LoadReportsOptions } from './reports/load-reports.ts'; // what kept reports state
export { reportReview, underReview } from './reports/review.ts'; // for whoever asks key by key
export { issuesNamed, showProgress, storedSource } from './sources/loading.ts'; // what came of loading, in words of answers
export { importInto, sightingsImport } from './sightings/import.ts'; // for whoever writes what is left out
export { levelNamed } from './level-named.ts';
export { withFileName } from './with-file-name.ts';
