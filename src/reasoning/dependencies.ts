import { membersOf, type Program, type Rule } from './program.ts';

/** That a conclusion may depend on a premise's relation. */
export interface Dependency {
  readonly from: string;
  readonly to: string;
  readonly isNegative: boolean;
}

/** What each head depends on; unions count as all their members. */
export function dependenciesOf(
  program: Pick<Program, 'unions'>,
  rules: readonly Rule[],
): readonly Dependency[] {
  return rules.flatMap((rule) =>
    rule.premises.flatMap((premise) =>
      premise.kind === 'compares'
        ? []
        : membersOf(program, premise.atom.relation).map((to) => ({
            from: rule.head.relation,
            to,
            isNegative: premise.kind === 'absent',
          })),
    ),
  );
}

/**
 * The relations in groups that depend on each other, a group after all groups that it depends on
 * (Tarjan, "Depth-first search and linear graph algorithms", 1972).
 */
export function components(
  relations: readonly string[],
  dependencies: readonly Dependency[],
): readonly (readonly string[])[] {
  const targets = new Map<string, string[]>(relations.map((relation) => [relation, []]));
  for (const { from, to } of dependencies) targets.get(from)?.push(to);
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];

  const visit = (relation: string): number => {
    const own = order.size;
    order.set(relation, own);
    open.push(relation);
    let low = own;
    for (const target of targets.get(relation) ?? []) {
      if (!order.has(target)) low = Math.min(low, visit(target));
      else if (open.includes(target)) low = Math.min(low, lowest.get(target) ?? order.get(target) ?? low);
    }
    lowest.set(relation, low);
    if (low === own) found.push(open.splice(open.indexOf(relation)));
    return low;
  };
  for (const relation of targets.keys()) if (!order.has(relation)) visit(relation);
  return found;
}

/** Shortest way along dependencies from one relation to another, both included; undefined where there is none. */
export function dependencyPath(
  dependencies: readonly Dependency[],
  from: string,
  to: string,
): readonly string[] | undefined {
  const paths = [[from]];
  const seen = new Set([from]);
  for (const path of paths) {
    const last = path.at(-1);
    if (last === to) return path;
    for (const dependency of dependencies) {
      if (dependency.from !== last || seen.has(dependency.to)) continue;
      seen.add(dependency.to);
      paths.push([...path, dependency.to]);
    }
  }
  return undefined;
}
