import { FoeprintError } from '../facts/index.ts';
import type { KnowledgeView } from '../knowledge/index.ts';
import { decodeModel, encodeModel, modelKey, programKey, REASONING_ISSUES } from '../reasoning/index.ts';
import { VOCABULARY } from '../threat/index.ts';
import type { Desk } from './desk.ts';
import type { RuleSet } from './rule-set.ts';

/**
 * A desk over a view: what the rules derive from it is recalled where it was derived before, so that an answer
 * costs neither parsing nor evaluation; otherwise it is derived and kept beside the view.
 *
 * @throws FoeprintError R3xx where the rules are faulty; where they derive too much, R333 is thrown when what is too much is asked for
 */
export async function openDesk(view: KnowledgeView, rules: RuleSet): Promise<Desk> {
  const key = modelKey(programKey(rules.files, VOCABULARY), rules.settings);
  const name = `model ${key}`;
  const recalled = unlessTooMuch(() => {
    const kept = view.recall(name);
    return kept === undefined ? undefined : decodeModel(kept, view.facts, key);
  });
  if (recalled !== undefined) return { view, model: recalled };
  // Parser and evaluator are loaded only here: a recalled answer must not pay for them.
  const { deriveFacts } = await import('./derive-facts.ts');
  const model = deriveFacts(view.facts, rules);
  const isKept = unlessTooMuch(() => {
    view.remember(name, () => encodeModel(model));
    return true;
  });
  // A model that was given up half-way answers nothing; one that has not begun yet still answers what needs less.
  return { view, model: isKept === true ? model : deriveFacts(view.facts, rules) };
}

/** What `make` gives; undefined where the rules derive more than the limit allows. */
function unlessTooMuch<Made>(make: () => Made): Made | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof FoeprintError && error.code === REASONING_ISSUES.tooManyDerivations.code)
      return undefined;
    throw error;
  }
}
