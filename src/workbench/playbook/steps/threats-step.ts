import { threatsFrom } from '../../threats/threats.ts';
import type { Step } from '../step.ts';

export const THREATS_STEP: Step<'threats'> = {
  run: ({ ranking, first, search }, { top }) => ({
    answer: threatsFrom(ranking, first(top), search.hide ?? []),
  }),
};
