import { issueTable } from '../facts/index.ts';

/** What can be wrong with solving. */
export const SOLVER_ISSUES = issueTable({
  noSolver: {
    code: 'P101',
    meaning: 'The solver that improves plans is not installed, or does not run here.',
    remedy: 'Install the package `highs`; with `--seconds 0` the greedy plan is given without it.',
  },
});
