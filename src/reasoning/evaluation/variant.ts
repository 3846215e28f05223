import type { Issue, Universe } from '../../facts/index.ts';
import { intersect } from '../type-set.ts';
import {
  membersOf,
  type Compares,
  type ComparisonOperator,
  type Program,
  type Rule,
  type RuleTerm,
  type Atom,
} from '../program.ts';
import { resolveConstant, type ConstantResolver } from './constants.ts';

/**
 * A rule ready to run: unions replaced by one member each, variables and constants by numbered slots that hold
 * terms. Variables that a rule equates share a slot.
 */
export interface Variant {
  /** Index of the rule it was made from. */
  readonly rule: number;
  readonly slots: number;
  /** Slot of each variable of the rule. */
  readonly slotOf: readonly number[];
  /** Slots whose term is known beforehand. */
  readonly constants: readonly { readonly slot: number; readonly term: number }[];
  /** STIX types allowed in each slot; undefined: any. */
  readonly types: readonly (readonly string[] | undefined)[];
  readonly head: SlotAtom;
  /** Positive premises in the order written. */
  readonly premises: readonly SlotAtom[];
  readonly absences: readonly SlotAtom[];
  readonly comparisons: readonly SlotComparison[];
}

/** Slots that hold a term once the positive premises are matched; the others stand for anything. */
export function bindableSlots({ premises, constants }: Variant): ReadonlySet<number> {
  return new Set([...premises.flatMap(({ slots }) => slots), ...constants.map(({ slot }) => slot)]);
}

export interface SlotAtom {
  /** Never a union. */
  readonly relation: string;
  readonly slots: readonly number[];
}

export interface SlotComparison {
  readonly left: Operand;
  readonly operator: ComparisonOperator;
  readonly right: Operand;
}

/** A slot, or a text to compare with. */
export type Operand = { readonly slot: number } | { readonly text: string };

type Unions = Pick<Program, 'unions'>;

/** The variants of one rule, and what is wrong with its constants; a rule with an unusable constant has none. */
export function variantsOf(
  rule: Rule,
  number: number,
  program: Unions,
  universe: Universe,
  resolver: ConstantResolver,
): { readonly variants: readonly Variant[]; readonly issues: readonly Issue[] } {
  const slots = assignSlots(rule);
  const issues: Issue[] = [];
  const constants = slots.constants.flatMap(({ text, slot }) => {
    const resolved = resolveConstant(text, slots.types[slot], rule, universe, resolver);
    if (resolved.issue !== undefined) issues.push(resolved.issue);
    return resolved.term === undefined ? [] : [{ slot, term: resolved.term }];
  });
  if (issues.length > 0 || isImpossible(slots, constants)) return { variants: [], issues };
  const common = {
    rule: number,
    slots: slots.types.length,
    slotOf: slots.slotOf,
    constants,
    types: slots.types,
    head: { relation: rule.head.relation, slots: rule.head.terms.map(slots.slotFor) },
    absences: rule.premises.flatMap((premise) =>
      premise.kind === 'absent' ? atomsOf(premise.atom, program, slots) : [],
    ),
    comparisons: comparisonsOf(rule, slots),
  };
  return {
    variants: expandUnions(rule, program, slots).map((premises) => ({ ...common, premises })),
    issues,
  };
}

/** Whether a slot would have to be two things, or of two types, at once. */
function isImpossible(slots: Slots, constants: Variant['constants']): boolean {
  return (
    slots.types.some((types) => types?.length === 0) ||
    constants.some(({ slot, term }) => constants.some((other) => other.slot === slot && other.term !== term))
  );
}

interface Slots {
  readonly slotOf: readonly number[];
  readonly constants: readonly { readonly text: string; readonly slot: number }[];
  readonly types: readonly (readonly string[] | undefined)[];
  readonly slotFor: (term: RuleTerm) => number;
}

/** One slot for each set of variables and constants that `=` ties together. */
function assignSlots(rule: Rule): Slots {
  const texts = [...new Set(constantTexts(rule))];
  const variables = rule.variables.length;
  const parents = Array.from({ length: variables + texts.length }, (_, node) => node);
  const root = (node: number): number => {
    const parent = parents[node] ?? node;
    return parent === node ? node : root(parent);
  };
  const nodeOf = (term: RuleTerm): number =>
    term.kind === 'variable' ? term.variable : variables + texts.indexOf(term.text);
  for (const premise of rule.premises) {
    if (premise.kind !== 'compares' || !isMerge(premise)) continue;
    const [left, right] = [root(nodeOf(premise.left)), root(nodeOf(premise.right))];
    parents[Math.min(left, right)] = Math.max(left, right);
  }
  const roots = [...new Set(parents.map((_, node) => root(node)))];
  const slot = (node: number): number => roots.indexOf(root(node));
  const types: (readonly string[] | undefined)[] = roots.map(() => undefined);
  for (const [variable, allowed] of rule.types.entries())
    types[slot(variable)] = intersect(types[slot(variable)], allowed);
  return {
    slotOf: rule.variables.map((_, variable) => slot(variable)),
    constants: texts.map((text, at) => ({ text, slot: slot(variables + at) })),
    types,
    slotFor: (term) => slot(nodeOf(term)),
  };
}

/** `A = B` and `A = "x"` tie together; `"x" = "y"` is left to be compared. */
function isMerge(premise: Compares): boolean {
  return premise.operator === '=' && (premise.left.kind === 'variable' || premise.right.kind === 'variable');
}

/** Constants that stand for things: those in atoms, and those that `=` and `!=` compare with. */
function constantTexts(rule: Rule): readonly string[] {
  const terms = [
    ...rule.head.terms,
    ...rule.premises.flatMap((premise) => {
      if (premise.kind !== 'compares') return premise.atom.terms;
      return namesThings(premise.operator) ? [premise.left, premise.right] : [];
    }),
  ];
  return terms.flatMap((term) => (term.kind === 'constant' ? [term.text] : []));
}

function namesThings(operator: ComparisonOperator): boolean {
  return operator === '=' || operator === '!=';
}

/** An atom about each member of its union. */
function atomsOf({ relation, terms }: Atom, program: Unions, { slotFor }: Slots): readonly SlotAtom[] {
  return membersOf(program, relation).map((member) => ({ relation: member, slots: terms.map(slotFor) }));
}

function comparisonsOf(rule: Rule, slots: Slots): readonly SlotComparison[] {
  return rule.premises.flatMap((premise) => {
    if (premise.kind !== 'compares' || isMerge(premise)) return [];
    const operand = (term: RuleTerm): Operand =>
      term.kind === 'constant' && !namesThings(premise.operator)
        ? { text: term.text }
        : { slot: slots.slotFor(term) };
    return [{ left: operand(premise.left), operator: premise.operator, right: operand(premise.right) }];
  });
}

/** Every choice of a member for each union among the positive premises; the first premise varies slowest. */
function expandUnions(rule: Rule, program: Unions, slots: Slots): readonly (readonly SlotAtom[])[] {
  let choices: readonly (readonly SlotAtom[])[] = [[]];
  for (const premise of rule.premises) {
    if (premise.kind !== 'holds') continue;
    const atoms = atomsOf(premise.atom, program, slots);
    choices = choices.flatMap((choice) => atoms.map((atom) => [...choice, atom]));
  }
  return choices;
}
