import { rulesInForce } from '../../explanation/rules.ts';
import type { Step } from '../step.ts';

export const METHOD_STEP: Step<'method'> = {
  run: ({ desk, ranking, search }) => ({
    answer: {
      factors: ranking.ranked.factors,
      rules: rulesInForce(desk).answer.rules.filter(({ isOn }) => isOn),
      hidden: search.hide ?? [],
    },
  }),
};
