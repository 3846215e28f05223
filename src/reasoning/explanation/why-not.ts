import type { FactRef, Model } from '../evaluation/index.ts';
import { compareTexts, readingOf } from '../evaluation/check.ts';
import { typeName } from '../evaluation/constants.ts';
import { membersOf, type Atom, type Compares, type Premise, type Rule, type RuleTerm } from '../program.ts';

/** Why something is not a fact of a model. */
export interface WhyNot {
  readonly relation: string;
  readonly terms: readonly number[];
  /** True where it is a fact after all; then nothing was attempted. */
  readonly holds: boolean;
  /** For each rule that could conclude it, in order, how far it gets; none: it could only be told. */
  readonly attempts: readonly Attempt[];
}

/** The furthest that a rule gets towards a conclusion: what matches, and what does not. */
export interface Attempt {
  readonly rule: string;
  readonly isOn: boolean;
  readonly obstacle: Obstacle;
  /** Terms by variable of the rule as far as bound; -1 where not. */
  readonly binding: readonly number[];
  /** Facts that match positive premises, by number of the premise as written. */
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
  /** A term is not of a type that the variable may have. */
  | { readonly kind: 'type'; readonly variable: number; readonly term: number }
  /** The conclusion of the rule is about another, fixed thing. */
  | { readonly kind: 'conclusion' }
  /** All premises hold, but the rule is switched off. */
  | { readonly kind: 'off' }
  /** The search was given up before it was complete. */
  | { readonly kind: 'unknown' };

/**
 * Why a fact does not hold: for each rule that could conclude it the match of its premises that gets furthest, and what
 * is in the way there.
 *
 * @param budget rows to look at for each rule before taking the best match so far
 */
export function whyNot(model: Model, relation: string, terms: readonly number[], budget = 20_000): WhyNot {
  const holds = model.find(relation, terms) >= 0;
  const rules = holds ? [] : model.rules.filter(({ head }) => head.relation === relation);
  return { relation, terms, holds, attempts: rules.map((rule) => attempt(model, rule, terms, budget)) };
}

interface Search {
  readonly model: Model;
  readonly rule: Rule;
  best: { readonly progress: number; readonly attempt: Attempt };
  left: number;
}

/** A point in the search; `open` are the premises still to be satisfied. */
interface Match {
  readonly binding: readonly number[];
  readonly open: readonly number[];
  readonly matched: Attempt['matched'];
}

function attempt(model: Model, rule: Rule, terms: readonly number[], budget: number): Attempt {
  const unbound = rule.variables.map(() => -1);
  const none: Match = { binding: unbound, open: [...rule.premises.keys()], matched: [] };
  const search: Search = {
    model,
    rule,
    best: { progress: -1, attempt: attemptOf(rule, none, { kind: 'unknown' }) },
    left: budget,
  };
  const start = bind(search, rule.head, terms, none);
  if (start !== undefined) satisfy(search, start);
  else if (search.best.progress < 0) note(search, none, 0, { kind: 'conclusion' });
  return search.best.attempt;
}

function attemptOf(rule: Rule, { binding, matched }: Match, obstacle: Obstacle): Attempt {
  return { rule: rule.name, isOn: rule.isOn, obstacle, binding, matched };
}

/** Remembers the obstacle if none was met further on. */
function note(search: Search, match: Match, extra: number, obstacle: Obstacle): void {
  const progress = match.matched.length + extra;
  if (progress <= search.best.progress) return;
  search.best = { progress, attempt: attemptOf(search.rule, match, obstacle) };
}

/** Tries to satisfy the open premises; true when all hold, so that nothing more need be tried. */
function satisfy(search: Search, match: Match): boolean {
  const checked = check(search, match);
  if (checked === undefined) return false;
  const premise = mostBound(search.rule, checked);
  if (premise === undefined) {
    note(search, checked, 1, search.rule.isOn ? { kind: 'unknown' } : { kind: 'off' });
    return true;
  }
  return satisfyWithRows(search, checked, premise.number, premise.atom);
}

function satisfyWithRows(search: Search, match: Match, premise: number, atom: Atom): boolean {
  const open = match.open.filter((other) => other !== premise);
  let isMatched = false;
  for (const relation of membersOf(search.model, atom.relation)) {
    for (const row of candidates(search, relation, atom, match.binding)) {
      if (search.left-- <= 0) return false;
      const terms = search.model.terms({ relation, row });
      const bound = bind(search, atom, terms, match);
      if (bound === undefined) continue;
      isMatched = true;
      const matched = [...match.matched, { premise, relation, row }];
      if (satisfy(search, { binding: bound.binding, open, matched })) return true;
    }
  }
  if (!isMatched) note(search, match, 0, { kind: 'missing', premise });
  return false;
}

/** Checks what can be checked by now and drops it from the open premises; undefined where something fails. */
function check(search: Search, match: Match): Match | undefined {
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
      const now = { binding, open, matched: match.matched };
      const obstacle = obstacleOf(search, premise, number, binding);
      if (obstacle !== undefined) {
        note(search, now, 0.75, obstacle);
        return undefined;
      }
      open = open.filter((other) => other !== number);
      isChanged = true;
    }
  }
  return { binding, open, matched: match.matched };
}

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

function isReady(
  rule: Rule,
  premise: Exclude<Premise, { kind: 'holds' }>,
  binding: readonly number[],
): boolean {
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
  premise: Exclude<Premise, { kind: 'holds' }>,
  number: number,
  binding: readonly number[],
): Obstacle | undefined {
  if (premise.kind === 'compares') {
    return compares(search.model, premise, binding) ? undefined : { kind: 'comparison', premise: number };
  }
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
  if (operator === '=' || operator === '!=') {
    return (valueOf(model, left, binding) === valueOf(model, right, binding)) === (operator === '=');
  }
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

/** The match with the terms of an atom bound; undefined, and noted, where types do not allow it. */
function bind(search: Search, atom: Atom, terms: readonly number[], match: Match): Match | undefined {
  const { model, rule } = search;
  const binding = unify(model, atom, terms, match.binding);
  if (binding === undefined) return undefined;
  for (const [variable, types] of rule.types.entries()) {
    const term = binding[variable] ?? -1;
    if (term < 0 || types === undefined || types.includes(typeName(model.facts.universe, term))) continue;
    note(search, match, 0.5, { kind: 'type', variable, term });
    return undefined;
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
