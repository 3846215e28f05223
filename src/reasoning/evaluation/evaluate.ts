import { append } from '../../text/index.ts';
import { issueOf, type Issue, type FactBase } from '../../facts/index.ts';
import { dependenciesOf } from '../dependencies.ts';
import { REASONING_ISSUES as ISSUES } from '../issues.ts';
import { modelKey, type RuleSettings } from '../program-key.ts';
import type { Program, Rule } from '../program.ts';
import type { ConstantResolver } from './constants.ts';
import { DerivationBudget, DerivationTable } from './derivation-table.ts';
import { Effort } from './effort.ts';
import { Model } from './model.ts';
import { reportedTable } from './relation-table.ts';
import { Strata } from './strata.ts';
import type { RunningVariant } from './stratum.ts';
import { variantsOf } from './variant.ts';
import { Workspace } from './workspace.ts';

/** How to evaluate: which rules, what constants mean, and when to give up. */
export interface EvaluationOptions extends RuleSettings {
  /** What constants in rules mean; default: the thing with this id, label or literal text. */
  readonly resolve?: ConstantResolver;
  /** Roughly how many derivations are allowed before evaluation gives up; default 20 million, about 240 MB. */
  readonly limit?: number;
  /**
   * How many derivations relations that rest on themselves may have before chains are followed no further (a warning, R335);
   * default a quarter of `limit`.
   */
  readonly chainLimit?: number;
  /** Rows of premises that are looked at before evaluation gives up (R333), whether they conclude anything or not; default 500 million. */
  readonly rowLimit?: number;
}

/**
 * Everything that follows from the facts by the rules, with every derivation: each combination of facts that
 * satisfies the premises of a rule is kept once. They are derived relation by relation, when the model is first asked for them;
 * then, not here, R333 is thrown where the limit is reached.
 *
 * Settings for rules that do not exist and constants that name nothing are issues of the model, not errors.
 */
export function evaluate(program: Program, facts: FactBase, options: EvaluationOptions = {}): Model {
  const reported = program.relations.map((relation) => reportedTable(relation, facts));
  const workspace = new Workspace(
    facts,
    reported.map(({ table }) => table),
    new Effort(options.rowLimit),
  );
  const rules = program.rules.map((rule) => applySettings(rule, options));
  const issues = [...unknownRules(program, options), ...reported.flatMap((relation) => relation.issues)];
  const resolver = options.resolve ?? ((text): readonly number[] => facts.universe.find(text));
  const { limit = 20_000_000 } = options;
  const budget = new DerivationBudget(limit);
  const variants = rules.flatMap((rule, number): readonly RunningVariant[] => {
    if (!rule.isOn) return [];
    const made = variantsOf(rule, number, program, facts.universe, resolver);
    append(issues, made.issues);
    return made.variants.map((variant) => ({
      variant,
      derivations: new DerivationTable(variant.premises.length, budget),
    }));
  });
  const names = program.relations.map((relation) => relation.name);
  return new Model({
    key: modelKey(program.key, options),
    facts,
    rules,
    relations: program.relations,
    unions: program.unions,
    derivedFacts: new Strata(
      names,
      dependenciesOf(program, rules),
      variants,
      workspace,
      options.chainLimit ?? limit / 4,
    ),
    issues,
  });
}

function applySettings(rule: Rule, { switches, weights }: RuleSettings): Rule {
  return {
    ...rule,
    isOn: switches?.[rule.name] ?? rule.isOn,
    weight: weights?.[rule.name] ?? rule.weight,
  };
}

function unknownRules(program: Program, { switches, weights }: RuleSettings): readonly Issue[] {
  const names = new Set([...Object.keys(switches ?? {}), ...Object.keys(weights ?? {})]);
  return [...names]
    .filter((name) => !program.rules.some((rule) => rule.name === name))
    .map((name) => issueOf(ISSUES.unknownRule, `There is no rule \`${name}\`.`));
}
