import { combineLayers, type MissingPolicy } from '../../analysis/index.ts';
import type { LayerCombineQuestion, LayerOperand } from '../../answers/index.ts';
import type { Reading } from '../../desk/index.ts';
import { errorOf, FoeprintError, type Issue } from '../../facts/index.ts';
import { levelOfLayers, type Layer } from '../../threat/index.ts';
import { defined } from '../../text/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { tacticsInView } from './layers.ts';
import type { Answered } from '../use-case.ts';

/**
 * Layers combined by an expression, or again as the recipe of a layer says. The matrix in view says which tactics techniques serve;
 * where there is none, a note says where that would have made a difference.
 *
 * @throws FoeprintError W654 where there is nothing to combine, W655 for a `missing` that is none, W68x for an expression that is none
 */
export function combination(
  reading: Reading,
  asked: Pick<LayerCombineQuestion, 'expression' | 'layers' | 'missing' | 'name' | 'again'>,
): Answered<Layer> {
  const { again } = asked;
  const { expression, layers: operands = [] } = again ?? asked;
  if (expression === undefined || operands.length === 0)
    throw errorOf(WORKBENCH_ISSUES.nothingToCombine, 'No expression or no layer is given.');
  const name = asked.name ?? again?.name;
  const tacticsOf = tacticReader(reading, operands);
  const { layer, issues } = combineLayers(operands, expression, {
    missing: missingPolicy(asked.missing ?? again?.missing ?? 'skip'),
    ...defined({ tacticsOf, name }),
  });
  if (layer === undefined) throw new FoeprintError(issues);
  return {
    answer: layer,
    notes: issues.map(sayIssue),
    level: levelOfLayers(operands.map((operand) => operand.layer)),
    restsOn: [],
  };
}

/** What the matrix in view says of tactics, where it matters. */
function tacticReader(
  reading: Reading,
  operands: readonly LayerOperand[],
): ((technique: string) => readonly string[]) | undefined {
  const [first] = operands;
  const isAboutTactics = operands.some(({ layer }) => layer.cells.some(({ tactic }) => tactic !== undefined));
  return first === undefined || !isAboutTactics ? undefined : tacticsInView(reading, first.layer.domain);
}

function sayIssue({ code, message, hint = '' }: Issue): string {
  return `${code}: ${message} ${hint}`.trimEnd();
}

function missingPolicy(given: string): MissingPolicy {
  if (given === 'skip' || given === 'absent') return given;
  const number = Number(given);
  if (given.trim() !== '' && Number.isFinite(number)) return number;
  throw errorOf(WORKBENCH_ISSUES.badMissing, `“${given}” is not skip, absent or a number.`);
}
