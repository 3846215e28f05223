import type { AppliedFactor } from '../../../analysis/index.ts';
import type { RuleInForce } from '../../../answers/index.ts';
import { rulesInForce } from '../../rules.ts';
import type { Step } from '../step.ts';

/** By what the run came to its answers. */
export interface MethodAnswer {
  readonly factors: readonly AppliedFactor[];
  /** Rules that were on, by pack. */
  readonly rules: readonly Pick<RuleInForce, 'name' | 'pack' | 'sentence' | 'weight' | 'derivations'>[];
  readonly hidden: readonly string[];
}

export const METHOD_STEP: Step<'method', MethodAnswer> = {
  run: ({ desk, ranking, search }) => ({
    factors: ranking.ranked.factors,
    rules: rulesInForce(desk)
      .answer.rules.filter(({ isOn }) => isOn)
      .map(({ name, pack, sentence, weight, derivations }) => ({
        name,
        pack,
        sentence,
        weight,
        derivations,
      })),
    hidden: search.hide ?? [],
  }),
};
