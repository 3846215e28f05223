import type { KnowledgeView } from '../knowledge/index.ts';
import { decodeModel, encodeModel, evaluate, modelKey, programKey } from '../reasoning/index.ts';
import type { Model } from '../reasoning/index.ts';
import { FoeprintError } from '../facts/index.ts';
import { VOCABULARY } from '../threat/index.ts';
import type { Desk } from '../workbench/index.ts';
import type { RuleSet } from './rule-set.ts';

/**
 * A desk over a view: what the rules derive from it is recalled where it was worked out before, so that an answer
 * costs neither parsing nor evaluation; otherwise it is worked out and kept beside the view.
 *
 * @throws FoeprintError R3xx where the rules are faulty
 */
export async function openDesk(view: KnowledgeView, rules: RuleSet): Promise<Desk> {
  const key = modelKey(programKey(rules.files, VOCABULARY), rules.settings);
  const name = `model ${key}`;
  const kept = view.recall(name);
  const recalled = kept === undefined ? undefined : decodeModel(kept, view.facts, key);
  if (recalled !== undefined) return { view, model: recalled };
  const model = await evaluateRules(view, rules);
  view.remember(name, encodeModel(model));
  return { view, model };
}

async function evaluateRules(view: KnowledgeView, { files, settings }: RuleSet): Promise<Model> {
  // The parser is loaded only here: it would cost a recalled answer a third of its time.
  const { parseProgram } = await import('../reasoning/language/index.ts');
  const { program, issues } = parseProgram(files, VOCABULARY);
  if (program !== undefined) return evaluate(program, view.facts, settings);
  const [first, ...rest] = issues;
  throw first === undefined ? new TypeError('faulty rules have issues') : new FoeprintError([first, ...rest]);
}
