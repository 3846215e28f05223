export { openHome, type OpenHome } from './open-home.ts'; // what is kept, and the questions that it answers
export { answerFiles, type AnswerFilesOptions } from './answer-files.ts'; // one question of files: read it first
export { askOf, type AnswerOf, type EnvelopeOf, type QuestionOf } from './asking.ts'; // questions and answers by the name of a use case
export { assertFact, loadCaseFile } from '../actions/index.ts'; // what analysts and cases say
export { loadReports, type LoadedReports, type LoadReportsOptions } from '../actions/index.ts'; // what kept reports state
