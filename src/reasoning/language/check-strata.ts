import { components, dependenciesOf, dependencyPath } from '../dependencies.ts';
import { issueOf, type Issue } from '../../facts/index.ts';
import { REASONING_ISSUES as ISSUES } from '../issues.ts';
import { membersOf, type Program, type Rule } from '../program.ts';

/** Reports every rule that negates something that depends on its own conclusion. Switched-off rules count: a switch must not break a pack. */
export function checkStrata(program: Pick<Program, 'relations' | 'unions' | 'rules'>): readonly Issue[] {
  const dependencies = dependenciesOf(program, program.rules);
  const names = program.relations.map((relation) => relation.name);
  const groups = components(names, dependencies);
  const groupOf = new Map(groups.flatMap((group, number) => group.map((name) => [name, number] as const)));
  return program.rules.flatMap((rule) =>
    negatedRelations(program, rule)
      .filter((negated) => groupOf.get(negated) === groupOf.get(rule.head.relation))
      .map((negated) => {
        const path = dependencyPath(dependencies, negated, rule.head.relation) ?? [negated];
        const cycle = [`not ${path[0] ?? ''}`, ...path.slice(1)].join(' ← ');
        return issueOf(
          ISSUES.negativeCycle,
          `Rule \`${rule.name}\` makes \`${rule.head.relation}\` depend on its own absence: ${rule.head.relation} ← ${cycle}.`,
          rule.place,
        );
      }),
  );
}

function negatedRelations(program: Pick<Program, 'unions'>, rule: Rule): readonly string[] {
  return rule.premises.flatMap((premise) =>
    premise.kind === 'absent' ? membersOf(program, premise.atom.relation) : [],
  );
}
