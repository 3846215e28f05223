import type { KnowledgeView } from '../knowledge/index.ts';
import { decodeModel, encodeModel, modelKey, programKey } from '../reasoning/index.ts';
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
  // Parser and evaluator are loaded only here: a recalled answer must not pay for them.
  const { workOut } = await import('./work-out.ts');
  const model = workOut(view.facts, rules);
  view.remember(name, () => encodeModel(model));
  return { view, model };
}
