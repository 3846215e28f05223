import type { Issue, RelationDeclaration } from '../facts/index.ts';
import type { Desk } from '../desk/index.ts';

/** The rules in force, and the relations that they and questions may speak of. */
export interface RulesAnswer {
  readonly rules: readonly RuleInForce[];
  readonly relations: readonly RelationInForce[];
  readonly issues: readonly Issue[];
}

/** A rule as it was applied. */
export interface RuleInForce {
  readonly name: string;
  readonly pack: string;
  /** Sentence of its explanations; `{A}` stands for variable A. */
  readonly says: string;
  readonly concludes: string;
  readonly weight: number;
  readonly isOn: boolean;
  /** Facts that it derives, counted with every way to derive them. */
  readonly derivations: number;
}

/** A relation, and how many facts of it there are. */
export interface RelationInForce extends RelationDeclaration {
  readonly told: number;
  /** Facts that no source tells and only rules derive. */
  readonly derived: number;
}

/** What the rules say and how much they derive from the knowledge in view. */
export function rulesInForce({ model }: Desk): RulesAnswer {
  const counts = new Map<string, number>();
  for (const { variant, derivations } of model.derivationSets) {
    const name = model.rules[variant.rule]?.name ?? '';
    counts.set(name, (counts.get(name) ?? 0) + derivations.size);
  }
  return {
    rules: model.rules.map(({ name, pack, says, head, weight, isOn }) => ({
      name,
      pack,
      says,
      concludes: head.relation,
      weight,
      isOn,
      derivations: counts.get(name) ?? 0,
    })),
    relations: model.relations.map((declaration) => {
      const { size, toldSize } = model.relation(declaration.name);
      return { ...declaration, told: toldSize, derived: size - toldSize };
    }),
    issues: model.issues,
  };
}
