import type { FactBase } from '../../src/facts/index.ts';
import {
  membersOf,
  type Atom,
  type Compares,
  type Model,
  type Program,
  type Rule,
  type RuleTerm,
} from '../../src/reasoning/index.ts';

/** Facts as texts, e.g. `p(a, b)`. */
export interface NaiveModel {
  /** Facts that rules conclude, reported ones among them. */
  readonly derived: ReadonlySet<string>;
  /** Every rule instance: `rule: conclusion <- premise; premise`. */
  readonly derivations: ReadonlySet<string>;
}

type Binding = ReadonlyMap<number, string>;
type Rows = Map<string, Map<string, readonly string[]>>;

/**
 * Evaluates a program in the plainest way there is: all rules over all facts, again and again until nothing is new, one
 * layer of relations after the other. Shares nothing with the engine but the shape of a program.
 *
 * @param layers relations in an order in which negation only looks back
 */
export function evaluateNaively(
  program: Program,
  facts: FactBase,
  layers: readonly (readonly string[])[],
): NaiveModel {
  const world = { program, facts, rows: reportedRows(facts) };
  const derivations = new Set<string>();
  const derived = new Set<string>();
  for (const layer of layers) {
    const rules = program.rules.filter(({ head }) => layer.includes(head.relation));
    for (let before = -1; before !== derivations.size;) {
      before = derivations.size;
      for (const rule of rules) {
        for (const { conclusion, premises } of instances(world, rule)) {
          derived.add(sayFact(rule.head.relation, conclusion));
          addRow(world.rows, rule.head.relation, conclusion);
          const said = premises.map(([relation, terms]) => sayFact(relation, terms)).join('; ');
          derivations.add(`${rule.name}: ${sayFact(rule.head.relation, conclusion)} <- ${said}`);
        }
      }
    }
  }
  return { derived, derivations };
}

/** What the engine made, in the same words. A derivation that occurs twice gets a number, so that it is noticed. */
export function sayModel(model: Model): NaiveModel {
  const derivations = new Set<string>();
  const derived = new Set<string>();
  const say = (fact: { readonly relation: string; readonly row: number }): string =>
    sayFact(
      fact.relation,
      model.terms(fact).map((term) => model.facts.universe.id(term)),
    );
  for (const { name } of model.relations) {
    for (let row = 0; row < model.relation(name).size; row++) {
      for (const { rule, premises } of model.derivations({ relation: name, row })) {
        const fact = say({ relation: name, row });
        derived.add(fact);
        const text = `${rule.name}: ${fact} <- ${premises.map(say).join('; ')}`;
        derivations.add(derivations.has(text) ? `${text} (again, ${String(derivations.size)})` : text);
      }
    }
  }
  return { derived, derivations };
}

interface World {
  readonly program: Program;
  readonly facts: FactBase;
  readonly rows: Rows;
}

interface Instance {
  readonly conclusion: readonly string[];
  readonly premises: readonly (readonly [string, readonly string[]])[];
}

/** Every way to satisfy the premises of a rule, by trying all rows for each. */
function instances(world: World, rule: Rule): readonly Instance[] {
  let matches: readonly { readonly binding: Binding; readonly premises: Instance['premises'] }[] = [
    { binding: new Map(), premises: [] },
  ];
  for (const premise of rule.premises) {
    if (premise.kind !== 'holds') continue;
    matches = matches.flatMap(({ binding, premises }) =>
      rowsOf(world, premise.atom.relation).flatMap(([relation, terms]) => {
        const bound = matchAtom(premise.atom, terms, binding);
        return bound === undefined
          ? []
          : [{ binding: bound, premises: [...premises, [relation, terms] as const] }];
      }),
    );
  }
  return matches
    .map(({ binding, premises }) => ({ binding: bindEqual(rule, binding), premises }))
    .filter(({ binding }) => holds(world, rule, binding))
    .map(({ binding, premises }) => ({
      conclusion: rule.head.terms.map((term) => valueOf(term, binding) ?? ''),
      premises,
    }));
}

function holds(world: World, rule: Rule, binding: Binding): boolean {
  const { universe } = world.facts;
  const typesFit = [...binding].every(([variable, id]) => {
    const [term = -1] = universe.find(id);
    const type = universe.types[universe.typeOf[term] ?? -1] ?? '';
    return rule.types[variable]?.includes(type) ?? true;
  });
  return (
    typesFit &&
    rule.premises.every((premise) => {
      if (premise.kind === 'holds') return true;
      if (premise.kind === 'compares') return compares(premise, binding);
      return !rowsOf(world, premise.atom.relation).some(
        ([, terms]) => matchAtom(premise.atom, terms, binding) !== undefined,
      );
    })
  );
}

function bindEqual(rule: Rule, binding: Binding): Binding {
  const bound = new Map(binding);
  for (let before = -1; before !== bound.size;) {
    before = bound.size;
    for (const premise of rule.premises) {
      if (premise.kind !== 'compares' || premise.operator !== '=') continue;
      for (const [one, other] of [
        [premise.left, premise.right],
        [premise.right, premise.left],
      ] as const) {
        const value = valueOf(one, bound);
        if (value !== undefined && other.kind === 'variable' && !bound.has(other.variable)) {
          bound.set(other.variable, value);
        }
      }
    }
  }
  return bound;
}

/** Generated programs compare single letters and digits only, so that comparing texts is all there is to it. */
function compares({ left, operator, right }: Compares, binding: Binding): boolean {
  const [one = '', other = ''] = [valueOf(left, binding), valueOf(right, binding)];
  const truths = {
    '=': one === other,
    '!=': one !== other,
    '<': one < other,
    '<=': one <= other,
    '>': one > other,
    '>=': one >= other,
  };
  return truths[operator];
}

function matchAtom(atom: Atom, terms: readonly string[], binding: Binding): Binding | undefined {
  const bound = new Map(binding);
  for (const [at, term] of atom.terms.entries()) {
    const known = valueOf(term, bound);
    if (known !== undefined && known !== terms[at]) return undefined;
    if (term.kind === 'variable') bound.set(term.variable, terms[at] ?? '');
  }
  return bound;
}

function valueOf(term: RuleTerm, binding: Binding): string | undefined {
  return term.kind === 'constant' ? term.text : binding.get(term.variable);
}

function rowsOf(
  { program, rows }: World,
  relation: string,
): readonly (readonly [string, readonly string[]])[] {
  return membersOf(program, relation).flatMap((name) =>
    [...(rows.get(name)?.values() ?? [])].map((terms) => [name, terms] as const),
  );
}

function reportedRows(facts: FactBase): Rows {
  const rows: Rows = new Map();
  for (const { name, columns, size } of facts.relations.values()) {
    for (let row = 0; row < size; row++) {
      addRow(
        rows,
        name,
        columns.map((column) => facts.universe.id(column[row] ?? -1)),
      );
    }
  }
  return rows;
}

function addRow(rows: Rows, relation: string, terms: readonly string[]): void {
  const known = rows.get(relation) ?? new Map<string, readonly string[]>();
  rows.set(relation, known.set(terms.join(), terms));
}

function sayFact(relation: string, terms: readonly string[]): string {
  return `${relation}(${terms.join(', ')})`;
}
