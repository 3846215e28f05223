import { FoeprintError, type FactBase } from '../facts/index.ts';
import { evaluate, parseProgram, type Model } from '../reasoning/index.ts';
import { VOCABULARY } from '../threat/index.ts';
import type { RuleSet } from './rule-set.ts';

/**
 * Everything that the rules derive from the facts.
 *
 * @throws FoeprintError R3xx where the rules are faulty
 */
export function deriveFacts(facts: FactBase, { files, settings }: RuleSet): Model {
  const { program, issues } = parseProgram(files, VOCABULARY);
  if (program !== undefined) return evaluate(program, facts, settings);
  throw new FoeprintError(issues);
}
