import type { RulesCheckAnswer, RulesCheckQuestion } from '../../answers/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import { evaluate, parseProgram, type Model } from '../../reasoning/index.ts';
import { VOCABULARY } from '../../threat/index.ts';
import type { Answered } from '../use-case.ts';

/**
 * What is wrong with rules, read behind those in force: they may use what these declare. Nothing of them is kept.
 *
 * @throws FoeprintError H530 where the rules in force cannot be read, R333 where rules derive too much
 */
export async function checkRuleTexts(
  knowledge: Pick<Knowledge['view'], 'view' | 'ruleSet'>,
  { rules: given, derive }: Pick<RulesCheckQuestion, 'rules' | 'derive'>,
): Promise<Answered<RulesCheckAnswer>> {
  const { files: inForce, settings } = await knowledge.ruleSet();
  const names = new Set(given.map(({ file }) => file));
  const others = inForce.filter(({ file }) => !names.has(file));
  const { program, issues } = parseProgram([...others, ...given], VOCABULARY);
  const own = issues.filter(({ place }) => place?.file === undefined || names.has(place.file));
  const errors = own.filter(({ severity }) => severity === 'error').length;
  const before = new Set(parseProgram(others, VOCABULARY).program?.rules.map(({ name }) => name));
  const model =
    program === undefined || !derive ? undefined : evaluate(program, knowledge.view.facts, settings);
  const counts = model && derivationsByRule(model);
  return {
    answer: {
      files: given.length,
      errors,
      warnings: own.length - errors,
      issues: own,
      rules: (program?.rules ?? [])
        .filter(({ name }) => !before.has(name))
        .map(({ name, template, head, weight }) => ({
          name,
          sentence: template,
          concludes: head.relation,
          weight,
          ...(counts === undefined ? {} : { derivations: counts.get(name) ?? 0 }),
        })),
    },
    ...(derive ? {} : { restsOn: [] }),
  };
}

/** How many derivations each rule has, by its name. */
export function derivationsByRule(model: Model): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { variant, derivations } of model.derivationSets) {
    const name = model.rules[variant.rule]?.name ?? '';
    counts.set(name, (counts.get(name) ?? 0) + derivations.size);
  }
  return counts;
}
