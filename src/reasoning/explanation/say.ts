import type { Model } from '../evaluation/index.ts';
import type { Atom, Compares, Rule, RuleTerm } from '../program.ts';

/** How a reader calls a term, e.g. `Orangeworm` or `Orangeworm (G0071)`. */
export type NameOf = (term: number) => string;

/** A fact in the words of its relation: `Orangeworm uses Kwampirs`. */
export function sayFact(
  model: Model,
  fact: { readonly relation: string; readonly terms: readonly number[] },
  nameOf: NameOf,
): string {
  const template = model.declaration(fact.relation)?.template;
  return template === undefined
    ? `${fact.relation}(${fact.terms.map(nameOf).join(', ')})`
    : template.replace(/\{(\d+)\}/gu, (_, at: string) => nameOf(fact.terms[Number(at)] ?? -1));
}

/** An application of a rule in its words: `Orangeworm uses Kwampirs, which uses Network Share Discovery`. */
export function sayRule(rule: Rule, binding: readonly number[], nameOf: NameOf): string {
  return rule.template.replace(/\{([^{}]*)\}/gu, (_, name: string) =>
    nameOf(binding[rule.variables.indexOf(name)] ?? -1),
  );
}

/**
 * What a rule application rests on besides facts, one text each: `no fact uses(Orangeworm, Ping)` for a negated premise,
 * `Ping != Net` for a comparison.
 */
export function sayChecks(rule: Rule, binding: readonly number[], nameOf: NameOf): readonly string[] {
  return rule.premises.flatMap((premise) => {
    if (premise.kind === 'holds') return [];
    if (premise.kind === 'absent') return [`no fact ${sayAtom(premise.atom, rule, binding, nameOf)}`];
    return [sayComparison(premise, rule, binding, nameOf)];
  });
}

/** A premise with its variables filled in, as far as they are bound: `uses(Orangeworm, T)`. */
export function sayAtom(atom: Atom, rule: Rule, binding: readonly number[], nameOf: NameOf): string {
  return `${atom.relation}(${atom.terms.map((term) => sayTerm(term, rule, binding, nameOf)).join(', ')})`;
}

/** A comparison with its variables filled in: `Ping != Net`. */
export function sayComparison(
  { left, operator, right }: Compares,
  rule: Rule,
  binding: readonly number[],
  nameOf: NameOf,
): string {
  return [sayTerm(left, rule, binding, nameOf), operator, sayTerm(right, rule, binding, nameOf)].join(' ');
}

function sayTerm(term: RuleTerm, rule: Rule, binding: readonly number[], nameOf: NameOf): string {
  if (term.kind === 'constant') return `"${term.text}"`;
  const bound = binding[term.variable] ?? -1;
  return bound < 0 ? (rule.variables[term.variable] ?? '_') : nameOf(bound);
}
