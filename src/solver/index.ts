export { openSolver } from './highs.ts'; // HiGHS → whoever solves integer programmes
export { SOLVER_ISSUES } from './issues.ts';
