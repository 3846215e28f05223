// The shapes of questions and answers, without what answers them: for programs that receive answers, and for those that pass them on.
export { ANSWER_VERSION, envelopeOf, SCHEMAS } from '../answers/index.ts'; // zod schemas by the name of a use case
export type { AnswerOf, EnvelopeOf, QuestionOf } from './asking.ts'; // types, by the same names
export type { ActedOf, GivenOf } from './acting.ts'; // what is done to a home, by the name of an action
export type { ActionName } from '../actions/index.ts';
export type { UseCaseName } from '../workbench/index.ts';
export type { Envelope } from '../answers/index.ts';
export {
  AnswerMarkings,
  AnswerSource,
  Citation,
  EvidenceDate,
  Ground,
  Mention,
  Support,
} from '../answers/index.ts'; // what answers are made of
export { sayMention } from '../answers/index.ts'; // a thing in a sentence
