import type { Highs, ModelData } from 'highs';
import type { IntegerProgram, Solved, Solver } from '../desk/index.ts';
import { errorOf } from '../facts/index.ts';
import { SOLVER_ISSUES } from './issues.ts';

/** How near to the best counts as the best, of its value. */
const GAP = 1e-6;

/**
 * HiGHS, compiled to WebAssembly.
 *
 * @throws FoeprintError P101 where it is not installed, or does not run here
 */
export async function openSolver(): Promise<Solver> {
  try {
    // Its types are of the build for `require`, where the function stands one level deeper.
    const loaded: unknown = (await import('highs')).default;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the function that its types describe
    const highs = await (loaded as () => Promise<Highs>)();
    return (program, seconds) => solve(highs, program, seconds);
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw errorOf(SOLVER_ISSUES.noSolver, `HiGHS cannot be loaded (${reason}).`);
  }
}

function solve(highs: Highs, program: IntegerProgram, seconds: number): Solved {
  const { gains, start } = program;
  return highs.withModel(modelOf(highs, program), (model) => {
    model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: GAP, random_seed: 0 });
    model.setSolution({ colValue: [...start] });
    model.run();
    const { optimal } = highs.constants.modelStatus;
    const { colValue } = model.getSolution();
    const values = [...colValue];
    return {
      values: values.length === gains.length && isWithin(program, values) ? values : undefined,
      bound: Number(model.info.get('mip_dual_bound')),
      isOptimal: model.getModelStatus() === optimal,
    };
  });
}

function modelOf(highs: Highs, { gains, whole, limits }: IntegerProgram): ModelData {
  const { integer, continuous } = highs.constants.variableType;
  const starts = [0];
  for (const { terms } of limits) starts.push((starts.at(-1) ?? 0) + terms.length);
  return {
    numCols: gains.length,
    numRows: limits.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: gains,
    colLower: gains.map(() => 0),
    colUpper: gains.map(() => 1),
    rowLower: limits.map(() => -highs.infinity),
    rowUpper: limits.map(({ most }) => most),
    matrix: {
      format: 'csr',
      numRows: limits.length,
      numCols: gains.length,
      starts,
      indices: limits.flatMap(({ terms }) => terms.map(([column]) => column)),
      values: limits.flatMap(({ terms }) => terms.map(([, factor]) => factor)),
    },
    integrality: whole.map((isWhole) => (isWhole ? integer : continuous)),
  };
}

/** A solver that is stopped may leave what is no solution. */
function isWithin({ limits }: IntegerProgram, values: readonly number[]): boolean {
  return limits.every(
    ({ terms, most }) =>
      terms.reduce((total, [column, factor]) => total + factor * (values[column] ?? 0), 0) <=
      most + 1e-6 * Math.max(1, Math.abs(most)),
  );
}
