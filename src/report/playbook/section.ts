import type { Block } from '../../render/index.ts';
import type { StepName } from '../../answers/index.ts';
import type { PlaybookRun, StepShapes } from '../../workbench/index.ts';

/** What a step becomes in the report; its heading and the analyst’s notes are put before it. */
export type Section<Name extends StepName> = (
  answer: StepShapes[Name]['answer'],
  run: PlaybookRun,
) => readonly Block[];
