import type { Step } from '../step.ts';

export const PRIORITIES_STEP: Step<'priorities'> = {
  run({ priorities }, { kind, top, limit }) {
    const { answer, ...beside } = priorities(top, limit);
    const rankings = answer.rankings.filter((ranking) => kind === 'both' || ranking.kind === kind);
    return { ...beside, answer: { ...answer, rankings } };
  },
};
