import type { RulesAnswer } from '../../answers/index.ts';
import type { Desk } from '../../desk/index.ts';
import type { Answered } from '../use-case.ts';
import { derivationsByRule } from './rules-check.ts';

/** The rules in words, and how much they derive from the knowledge in view. */
export function rulesInForce({ model }: Desk): Answered<RulesAnswer> {
  const counts = derivationsByRule(model);
  const answer = {
    rules: model.rules.map(({ name, pack, template, head, weight, isOn }) => ({
      name,
      pack,
      sentence: template,
      concludes: head.relation,
      weight,
      isOn,
      derivations: counts.get(name) ?? 0,
    })),
    relations: model.relations.map(({ name, terms, template }) => {
      const { size, reportedSize } = model.relation(name);
      return { name, terms, sentence: template, reported: reportedSize, derived: size - reportedSize };
    }),
  };
  return {
    answer,
    notes: model.issues.map(({ code, message, hint = '' }) => `${code} ${message} ${hint}`.trimEnd()),
  };
}
