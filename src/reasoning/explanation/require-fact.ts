import { errorOf } from '../../facts/index.ts';
import type { FactRef, Model } from '../evaluation/index.ts';
import { REASONING_ISSUES as ISSUES } from '../issues.ts';

/**
 * The fact, if the model has it.
 *
 * @throws FoeprintError R340 where there is no such fact
 */
export function requireFact(model: Model, fact: FactRef): FactRef {
  const { size } = model.relation(fact.relation);
  if (Number.isInteger(fact.row) && fact.row >= 0 && fact.row < size) return fact;
  const message = `There is no row ${fact.row} in \`${fact.relation}\`, which has ${size}.`;
  throw errorOf(ISSUES.unknownFact, message);
}
