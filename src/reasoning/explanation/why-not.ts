import { hasType } from '../../facts/index.ts';
import type { FactRef, Model } from '../evaluation/index.ts';
import { compareTexts, readingOf } from '../evaluation/join/check.ts';
import { membersOf, type Atom, type Compares, type Rule, type RuleTerm, type Absent } from '../program.ts';

/** Why something is not a fact of a model. */
export interface WhyNot {
  readonly relation: string;
  readonly terms: readonly number[];
  /** True where it is a fact after all; then nothing was attempted. */
  readonly holds: boolean;
  /** For each rule that could conclude it, in order, how far it gets; empty where it could only be reported. */
  readonly attempts: readonly Attempt[];
}

/**
 * The furthest that a rule gets towards a conclusion: what matches, and what does not. Premises are matched one after the other,
 * each in every way there is, until one is reached that none of the ways satisfies.
 */
export interface Attempt extends Way {
  readonly rule: string;
  readonly isOn: boolean;
  /** What is in the way of the first of the ways. */
  readonly obstacle: Obstacle;
  /** Every way to match the premises before the obstacle; the first of them is the attempt's own. */
  readonly ways: readonly Way[];
}

/** One way to match some premises of a rule. */
export interface Way {
  /** Terms by variable of the rule as far as bound; -1 where not. */
  readonly binding: readonly number[];
  /** Facts that match positive premises, by number of the premise as written, in the order in which they were matched. */
  readonly matched: readonly (FactRef & { readonly premise: number })[];
}

/** What kept a rule from firing. */
export type Obstacle =
  /** No fact matches a positive premise. */
  | { readonly kind: 'missing'; readonly premise: number }
  /** A negated premise is contradicted by a fact. */
  | { readonly kind: 'contradicted'; readonly premise: number; readonly by: FactRef }
  /** A comparison does not hold. */
  | { readonly kind: 'comparison'; readonly premise: number }
  /** A term is not of a type that the variable may have; where a premise brought it, by its number. */
  | { readonly kind: 'type'; readonly variable: number; readonly term: number; readonly premise?: number }
  /** The conclusion of the rule is about another, fixed thing. */
  | { readonly kind: 'conclusion' }
  /** All premises hold, but the rule is switched off. */
  | { readonly kind: 'off' }
  /** The search was given up before it was complete. */
  | { readonly kind: 'unknown' };

/**
 * Why a fact does not hold: for each rule that could conclude it how far its premises can be matched, and what is in the
 * way there.
 *
 * @param budget rows to look at for each rule before the search is given up
 */
export function whyNot(model: Model, relation: string, terms: readonly number[], budget = 100_000): WhyNot {
  const holds = model.find(relation, terms) >= 0;
  const rules = holds ? [] : model.rules.filter(({ head }) => head.relation === relation);
  return { relation, terms, holds, attempts: rules.map((rule) => attempt(model, rule, terms, budget)) };
}

interface Search {
  readonly model: Model;
  readonly rule: Rule;
  left: number;
}

/** A way with the premises still to be satisfied. */
interface Match extends Way {
  readonly open: readonly number[];
}

/** What is left of some matches after a step; without any, what was in the way of the first. */
interface Step {
  readonly matches: readonly Match[];
  readonly obstacle?: Obstacle;
}

function attempt(model: Model, rule: Rule, terms: readonly number[], budget: number): Attempt {
  const search: Search = { model, rule, left: budget };
  const none: Match = {
    binding: rule.variables.map(() => -1),
    open: [...rule.premises.keys()],
    matched: [],
  };
  const start = bind(search, rule.head, terms, none);
  if (start === undefined) return attemptOf(rule, [none], { kind: 'conclusion' });
  if ('kind' in start) return attemptOf(rule, [none], start);
  for (let ways: readonly Match[] = [start]; ;) {
    const checked = checkAll(search, ways);
    if (checked.obstacle !== undefined) return attemptOf(rule, ways, checked.obstacle);
    ways = checked.matches;
    const premise = mostBound(rule, ways[0] ?? none);
    if (premise === undefined) return attemptOf(rule, ways, { kind: rule.isOn ? 'unknown' : 'off' });
    const next = matchAll(search, ways, premise.number, premise.atom);
    if (search.left < 0) return attemptOf(rule, ways, { kind: 'unknown' });
    if (next.obstacle !== undefined) return attemptOf(rule, ways, next.obstacle);
    ways = next.matches;
  }
}

function attemptOf(rule: Rule, matches: readonly Match[], obstacle: Obstacle): Attempt {
  const ways = matches.map(({ binding, matched }) => ({ binding, matched }));
  const [first = { binding: [], matched: [] }] = ways;
  return { rule: rule.name, isOn: rule.isOn, obstacle, ...first, ways };
}

/** The ways that a positive premise leaves, each extended by every fact that matches it. */
function matchAll(search: Search, ways: readonly Match[], premise: number, atom: Atom): Step {
  const matches: Match[] = [];
  let wrongType: Obstacle | undefined;
  for (const way of ways) {
    const open = way.open.filter((other) => other !== premise);
    for (const relation of membersOf(search.model, atom.relation))
      for (const row of candidates(search, relation, atom, way.binding)) {
        if (search.left-- <= 0) return { matches };
        const bound = bind(search, atom, search.model.terms({ relation, row }), way);
        if (bound === undefined) continue;
        if ('kind' in bound) wrongType ??= { ...bound, premise };
        else matches.push({ ...bound, open, matched: [...way.matched, { premise, relation, row }] });
      }
  }
  return matches.length > 0 ? { matches } : { matches, obstacle: wrongType ?? { kind: 'missing', premise } };
}

/** The ways that what can be checked by now leaves. */
function checkAll(search: Search, ways: readonly Match[]): Step {
  const matches: Match[] = [];
  let first: Obstacle | undefined;
  for (const way of ways) {
    const checked = check(search, way);
    if ('kind' in checked) first ??= checked;
    else matches.push(checked);
  }
  return matches.length > 0 || first === undefined ? { matches } : { matches, obstacle: first };
}

/** Checks what can be checked by now and drops it from the open premises; or what fails. */
function check(search: Search, match: Match): Match | Obstacle {
  const { rule } = search;
  let { binding, open } = match;
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const number of open) {
      const premise = rule.premises[number];
      if (premise === undefined || premise.kind === 'holds') continue;
      const equal = premise.kind === 'compares' ? equate(search, premise, binding) : undefined;
      if (equal === undefined && !isReady(rule, premise, binding)) continue;
      binding = equal ?? binding;
      const obstacle = obstacleOf(search, premise, number, binding);
      if (obstacle !== undefined) return obstacle;
      open = open.filter((other) => other !== number);
      isChanged = true;
    }
  }
  return { binding, open, matched: match.matched };
}

type CheckedPremise = Absent | Compares;

/** The binding after `A = known`; undefined where that binds nothing new. */
function equate(
  search: Search,
  premise: Compares,
  binding: readonly number[],
): readonly number[] | undefined {
  if (premise.operator !== '=') return undefined;
  const { left, right } = premise;
  for (const [known, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const term = valueOf(search.model, known, binding);
    if (term < 0 || other.kind !== 'variable' || (binding[other.variable] ?? -1) >= 0) continue;
    return binding.with(other.variable, term);
  }
  return undefined;
}

function isReady(rule: Rule, premise: CheckedPremise, binding: readonly number[]): boolean {
  const terms = premise.kind === 'absent' ? premise.atom.terms : [premise.left, premise.right];
  return terms.every(
    (term) =>
      term.kind === 'constant' ||
      (binding[term.variable] ?? -1) >= 0 ||
      (premise.kind === 'absent' && rule.variables[term.variable] === '_'),
  );
}

function obstacleOf(
  search: Search,
  premise: CheckedPremise,
  number: number,
  binding: readonly number[],
): Obstacle | undefined {
  if (premise.kind === 'compares')
    return compares(search.model, premise, binding) ? undefined : { kind: 'comparison', premise: number };
  for (const relation of membersOf(search.model, premise.atom.relation)) {
    for (const row of candidates(search, relation, premise.atom, binding)) {
      const terms = search.model.terms({ relation, row });
      if (unify(search.model, premise.atom, terms, binding) === undefined) continue;
      return { kind: 'contradicted', premise: number, by: { relation, row } };
    }
  }
  return undefined;
}

function compares(model: Model, { left, operator, right }: Compares, binding: readonly number[]): boolean {
  if (operator === '=' || operator === '!=')
    return (valueOf(model, left, binding) === valueOf(model, right, binding)) === (operator === '=');
  const text = (term: RuleTerm): string =>
    term.kind === 'constant' ? term.text : readingOf(model.facts.universe, binding[term.variable] ?? -1);
  return compareTexts(text(left), operator, text(right));
}

/** The open positive premise with most terms known; of several the first. */
function mostBound(
  rule: Rule,
  { open, binding }: Match,
): { readonly number: number; readonly atom: Atom } | undefined {
  const known = (term: RuleTerm): boolean => term.kind === 'constant' || (binding[term.variable] ?? -1) >= 0;
  const ranked = open.flatMap((number) => {
    const premise = rule.premises[number];
    if (premise?.kind !== 'holds') return [];
    return [{ number, atom: premise.atom, bound: premise.atom.terms.filter(known).length }];
  });
  return ranked.toSorted((left, right) => right.bound - left.bound || left.number - right.number)[0];
}

/** Rows that may match: those of the known term that has the fewest. */
function candidates(
  search: Search,
  relation: string,
  atom: Atom,
  binding: readonly number[],
): Iterable<number> {
  const { model } = search;
  const lists = atom.terms.flatMap((term, column) => {
    const value = valueOf(model, term, binding);
    if (term.kind === 'constant' && value < 0) return [new Int32Array(0)];
    return value < 0 ? [] : [model.rowsWith(relation, column, value)];
  });
  const shortest = lists.toSorted((left, right) => left.length - right.length)[0];
  return shortest ?? Array.from({ length: model.relation(relation).size }, (_, row) => row);
}

/** The match with the terms of an atom bound; undefined where they do not fit, an obstacle where types do not allow it. */
function bind(
  search: Search,
  atom: Atom,
  terms: readonly number[],
  match: Match,
): Match | Extract<Obstacle, { readonly kind: 'type' }> | undefined {
  const { model, rule } = search;
  const binding = unify(model, atom, terms, match.binding);
  if (binding === undefined) return undefined;
  for (const [variable, types] of rule.types.entries()) {
    const term = binding[variable] ?? -1;
    if (term < 0 || types === undefined || hasType(model.facts.universe, term, types)) continue;
    return { kind: 'type', variable, term };
  }
  return { ...match, binding };
}

function unify(
  model: Model,
  atom: Atom,
  terms: readonly number[],
  binding: readonly number[],
): readonly number[] | undefined {
  const bound = [...binding];
  for (const [column, term] of atom.terms.entries()) {
    const value = terms[column] ?? -1;
    const known = valueOf(model, term, bound);
    if (known >= 0 ? known !== value : term.kind === 'constant') return undefined;
    if (term.kind === 'variable') bound[term.variable] = value;
  }
  return bound;
}

/** What a term of a rule stands for; -1 where that is not known. */
function valueOf(model: Model, term: RuleTerm, binding: readonly number[]): number {
  return term.kind === 'variable'
    ? (binding[term.variable] ?? -1)
    : (model.facts.universe.find(term.text)[0] ?? -1);
}
