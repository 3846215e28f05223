import type { Block } from '../../render/index.ts';
import type { PlaybookAnswer, StepAnswers, StepName } from '../../answers/index.ts';

/** What a step becomes in the report; its heading and the analyst’s notes are put before it. */
export type Section<Name extends StepName> = (
  answer: StepAnswers[Name],
  run: PlaybookAnswer,
) => readonly Block[];
