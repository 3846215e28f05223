import type { ComparisonOperator } from '../program.ts';

/** Syntax of a rule file as written, before anything is looked up. Offsets count UTF-16 units from the start of the file. */
export type StatementSyntax = PackSyntax | TypeSyntax | RelationSyntax | UnionSyntax | RuleSyntax;

export interface PackSyntax {
  readonly kind: 'pack';
  readonly name: NameSyntax;
  readonly description: string;
}

export interface TypeSyntax {
  readonly kind: 'type';
  readonly name: NameSyntax;
  readonly members: readonly NameSyntax[];
}

export interface RelationSyntax {
  readonly kind: 'relation';
  readonly name: NameSyntax;
  readonly terms: readonly { readonly name: NameSyntax; readonly types: readonly NameSyntax[] }[];
  readonly template: TextSyntax;
}

export interface UnionSyntax {
  readonly kind: 'union';
  readonly name: NameSyntax;
  readonly members: readonly NameSyntax[];
}

export interface RuleSyntax {
  readonly kind: 'rule';
  readonly name: NameSyntax;
  readonly template: TextSyntax;
  readonly weight: { readonly value: number; readonly at: number } | undefined;
  readonly isOff: boolean;
  readonly head: AtomSyntax;
  readonly premises: readonly PremiseSyntax[];
}

export interface NameSyntax {
  readonly text: string;
  readonly at: number;
  /** A STIX type written as a quoted text, taken as it is. */
  readonly isQuoted?: true;
}

export interface TextSyntax {
  readonly text: string;
  readonly at: number;
}

export interface AtomSyntax {
  readonly relation: NameSyntax;
  readonly terms: readonly TermSyntax[];
}

export interface TermSyntax {
  readonly kind: 'variable' | 'constant';
  /** Name of the variable, or text of the constant. */
  readonly text: string;
  readonly at: number;
  /** Types written at the term; empty: none. */
  readonly types: readonly NameSyntax[];
}

export type PremiseSyntax =
  | { readonly kind: 'holds'; readonly atom: AtomSyntax }
  | { readonly kind: 'absent'; readonly atom: AtomSyntax }
  | {
      readonly kind: 'compares';
      readonly left: TermSyntax;
      readonly operator: ComparisonOperator;
      readonly right: TermSyntax;
    };
