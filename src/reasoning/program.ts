import type { Place, RelationDeclaration } from '../facts/index.ts';

/**
 * Checked rules, ready to evaluate: plain data, so that it can be kept, compared and sent.
 * Made by `parseProgram`; everything in it refers to declared relations with the right number of terms.
 */
export interface Program {
  /** Names the content: equal keys mean equal rules over equal declarations. */
  readonly key: string;
  readonly packs: readonly Pack[];
  /** Reported and derived relations, in order of declaration. */
  readonly relations: readonly RelationDeclaration[];
  readonly unions: readonly Union[];
  /** In order of appearance. */
  readonly rules: readonly Rule[];
}

/** A rule file with a name. */
export interface Pack {
  readonly name: string;
  readonly description: string;
  readonly file: string;
}

/** A name for several relations at once. Costs no derivations: rules that mention it are expanded into its members. */
export interface Union {
  readonly name: string;
  /** Relations only: unions of unions are flattened, without repeats. */
  readonly members: readonly string[];
}

/** If the premises hold, so does the head. */
export interface Rule {
  readonly name: string;
  /** Name of its pack; empty where the file has none. */
  readonly pack: string;
  /** Sentence of an explanation; `{A}` stands for variable `A`. */
  readonly template: string;
  /** How much of the premises' credibility the conclusion keeps, 0 … 1. */
  readonly weight: number;
  /** Whether it takes part in evaluation. */
  readonly isOn: boolean;
  /** Names by variable number; `_` for anonymous ones, each with a number of its own. */
  readonly variables: readonly string[];
  /** STIX types that each variable may have, from annotations and declarations; undefined: any. */
  readonly types: readonly (readonly string[] | undefined)[];
  readonly head: Atom;
  /** In the order written. */
  readonly premises: readonly Premise[];
  readonly place: Place;
}

/** A relation with its terms, as a rule writes it. */
export interface Atom {
  /** A relation, or in premises also a union. */
  readonly relation: string;
  readonly terms: readonly RuleTerm[];
}

/** A term of a rule: stands for anything that fits, or for one thing. */
export type RuleTerm = Variable | Constant;
/** Stands for the same thing wherever it occurs in the rule. */
export interface Variable {
  readonly kind: 'variable';
  /** Index into `Rule.variables`. */
  readonly variable: number;
}
/** Stands for what its text names: an id, a label, or a literal. */
export interface Constant {
  readonly kind: 'constant';
  readonly text: string;
}

/** One condition of a rule. */
export type Premise = Holds | Absent | Compares;
/** Some fact matches the atom. */
export interface Holds {
  readonly kind: 'holds';
  readonly atom: Atom;
}
/** No fact matches the atom; anonymous variables in it stand for anything. */
export interface Absent {
  readonly kind: 'absent';
  readonly atom: Atom;
}
/**
 * `=` and `!=` ask whether two terms are the same thing. The others compare what the terms read as: as numbers
 * where both are numbers, else by code units. A literal reads as its text, an object as its label, else its id.
 */
export interface Compares {
  readonly kind: 'compares';
  readonly left: RuleTerm;
  readonly operator: ComparisonOperator;
  readonly right: RuleTerm;
}

/** The comparisons that rules may make. */
export const COMPARISON_OPERATORS = ['=', '!=', '<=', '>=', '<', '>'] as const;
/** One of {@link COMPARISON_OPERATORS}. */
export type ComparisonOperator = (typeof COMPARISON_OPERATORS)[number];

/** A question in the rule language: like the premises of a rule. Made by `parseQuery`. */
export interface Query {
  /** The question as asked. */
  readonly text: string;
  /** The premises as a rule named `query` whose head lists the named variables in order of appearance. */
  readonly rule: Rule;
}

/** What rules may speak of without declaring it: relations that sources report, and names for sets of types. */
export interface Vocabulary {
  readonly relations: readonly RelationDeclaration[];
  readonly typeAliases: readonly { readonly name: string; readonly types: readonly string[] }[];
}

/** Members of a union, or the relation itself. */
export function membersOf(program: Pick<Program, 'unions'>, relation: string): readonly string[] {
  return program.unions.find((union) => union.name === relation)?.members ?? [relation];
}
