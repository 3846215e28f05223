import type { FactBase, Issue, RelationDeclaration } from '../../facts/index.ts';
import type { Rule, Union } from '../program.ts';
import type { Variant } from './variant.ts';

/** A fact of a model, named by its relation and row. */
export interface FactRef {
  readonly relation: string;
  readonly row: number;
}

/** The rows of one relation: reported ones first, then those that were only derived. */
export interface ModelRelation {
  readonly name: string;
  /** One column a term; may be longer than `size`. */
  readonly columns: readonly Int32Array[];
  readonly size: number;
  /** Rows below this are reported, and have the same numbers as in the fact base. */
  readonly reportedSize: number;
}

/** One way in which a rule concludes a fact. */
export interface Derivation {
  readonly rule: Rule;
  /** The facts that match the positive premises, in the order written. */
  readonly premises: readonly FactRef[];
  /** Terms by variable of the rule; -1 for an anonymous variable of a negated premise. */
  readonly binding: readonly number[];
}

/** What a variant derived: row concluded and premise rows, each column of length `size` or more. */
export interface DerivationSet {
  readonly variant: Variant;
  readonly derivations: {
    readonly heads: Int32Array;
    readonly premises: readonly Int32Array[];
    readonly size: number;
  };
}

export interface ModelContent {
  readonly key: string;
  readonly facts: FactBase;
  readonly rules: readonly Rule[];
  readonly relations: readonly RelationDeclaration[];
  readonly unions: readonly Union[];
  readonly derivedFacts: DerivedFacts;
  readonly issues: readonly Issue[];
}

/** What rules conclude; may be derived only when asked for. */
export interface DerivedFacts {
  /** Rows of a relation, reported and derived; undefined where the program does not know it. */
  relation(name: string): ModelRelation | undefined;
  /** Sets of derivations that conclude a relation, in order of rules. */
  derivationsOf(relation: string): readonly DerivationSet[];
  /** All sets of derivations, in order of rules. */
  derivations(): readonly DerivationSet[];
  /** What had to be left out of what was derived so far. */
  issues(): readonly Issue[];
}

/** Derivations of a relation by the row concluded: those of row `r` are `entries[offsets[r]] … entries[offsets[r + 1] - 1]`. */
interface DerivationIndex {
  readonly offsets: Int32Array;
  /** Numbers over all sets of the relation. */
  readonly entries: Int32Array;
}

/** A set of derivations, the number of its first, and how one of them is read. */
interface NumberedSet {
  readonly heads: Int32Array;
  readonly size: number;
  readonly from: number;
  readonly read: (number: number) => Derivation;
}

/**
 * The result of an evaluation. What the rules conclude may be derived when first asked for (then whatever asks for facts
 * or derivations can throw R333), and indexes for looking them up are made when first needed.
 */
export class Model {
  /** Names rules and settings, see `modelKey`. */
  readonly key: string;
  readonly facts: FactBase;
  /** With the settings of the evaluation applied; those switched off are among them. */
  readonly rules: readonly Rule[];
  readonly relations: readonly RelationDeclaration[];
  readonly unions: readonly Union[];
  private readonly ownIssues: readonly Issue[];
  private readonly derivedFacts: DerivedFacts;
  private readonly termIndexes = new Map<string, SortedPositions>();
  private readonly derivationIndexes = new Map<string, DerivationIndex>();
  private readonly numberedSets = new Map<string, readonly NumberedSet[]>();
  private readonly lookups = new Map<string, number>();

  constructor(content: ModelContent) {
    this.key = content.key;
    this.facts = content.facts;
    this.rules = content.rules;
    this.relations = content.relations;
    this.unions = content.unions;
    this.ownIssues = content.issues;
    this.derivedFacts = content.derivedFacts;
  }

  /** What is wrong with settings and constants, and what had to be left out of what was derived so far. */
  get issues(): readonly Issue[] {
    return [...this.ownIssues, ...this.derivedFacts.issues()];
  }

  /** Rows of a relation; without any where the program does not know it. */
  relation(name: string): ModelRelation {
    return this.derivedFacts.relation(name) ?? { name, columns: [], size: 0, reportedSize: 0 };
  }

  /** What is declared of a relation; undefined where the program does not know it. */
  declaration(name: string): RelationDeclaration | undefined {
    return this.relations.find((relation) => relation.name === name);
  }

  /** Terms of a fact. */
  terms({ relation, row }: FactRef): readonly number[] {
    return this.relation(relation).columns.map((column) => column[row] ?? -1);
  }

  /** Row of the fact with these terms; -1 where it does not hold. */
  find(relation: string, terms: readonly number[]): number {
    const { columns } = this.relation(relation);
    if (terms.length !== columns.length) return -1;
    const rows = this.rowsWith(relation, 0, terms[0] ?? -1);
    return rows.find((row) => columns.every((column, at) => column[row] === terms[at])) ?? -1;
  }

  /** Rows that have a term in a column, in order. */
  rowsWith(relation: string, column: number, term: number): Int32Array {
    const name = `${relation}/${column}`;
    let index = this.termIndexes.get(name);
    if (index === undefined) {
      const { columns, size } = this.relation(relation);
      index = countingSort([{ values: columns[column] ?? NONE, size }], this.facts.universe.size);
      this.termIndexes.set(name, index);
    }
    return index.positions.subarray(index.offsets[term] ?? 0, index.offsets[term + 1] ?? 0);
  }

  /** All derivations, of all relations: what each variant of a rule derived, in order of rules. */
  get derivationSets(): readonly DerivationSet[] {
    return this.derivedFacts.derivations();
  }

  /** How many derivations there are. */
  get derivationCount(): number {
    return this.derivationSets.reduce((count, { derivations }) => count + derivations.size, 0);
  }

  /** Every way in which the rules conclude a fact; none where it is only reported. In order of rules, then of discovery. */
  derivations({ relation, row }: FactRef): readonly Derivation[] {
    const sets = this.setsOf(relation);
    const index = this.derivationIndexes.get(relation);
    if (index === undefined && this.isEarly(relation)) return scanDerivations(sets, row);
    const { offsets, entries } = index ?? this.derivationIndex(relation, sets);
    const found: Derivation[] = [];
    const end = offsets[row + 1] ?? 0;
    for (let at = offsets[row] ?? 0; at < end; at++) {
      const number = entries[at] ?? 0;
      let set = sets.length - 1;
      while (set > 0 && (sets[set]?.from ?? 0) > number) set--;
      const derivation = sets[set]?.read(number);
      if (derivation !== undefined) found.push(derivation);
    }
    return found;
  }

  /** Whether so few derivations were asked for that looking through them costs less than an index. */
  private isEarly(relation: string): boolean {
    const asked = (this.lookups.get(relation) ?? 0) + 1;
    this.lookups.set(relation, asked);
    return asked <= LOOKUPS_BEFORE_INDEX;
  }

  private derivationIndex(relation: string, sets: readonly NumberedSet[]): DerivationIndex {
    const keys = sets.map(({ heads, size }) => ({ values: heads, size }));
    const { offsets, positions } = countingSort(keys, this.relation(relation).size);
    const made = { offsets, entries: positions };
    this.derivationIndexes.set(relation, made);
    return made;
  }

  /** Derivations of a relation, numbered over all sets: the first set's derivations first. */
  private setsOf(relation: string): readonly NumberedSet[] {
    const known = this.numberedSets.get(relation);
    if (known !== undefined) return known;
    let from = 0;
    const made = this.derivedFacts.derivationsOf(relation).map((set) => {
      const { heads, size } = set.derivations;
      const numbered = { heads, size, from, read: this.readerOf(set, from) };
      from += size;
      return numbered;
    });
    this.numberedSets.set(relation, made);
    return made;
  }

  /** Explanations read thousands of derivations, so where each term comes from is found once for a set. */
  private readerOf({ variant, derivations }: DerivationSet, from: number): (number: number) => Derivation {
    const rule = this.rules[variant.rule] ?? NO_RULE;
    const premises = variant.premises.map(({ relation }, at) => ({
      relation,
      rows: derivations.premises[at] ?? NONE,
    }));
    const sources = variant.slotOf.map((slot) => this.sourceOf(variant, slot, derivations.premises));
    return (number) => {
      const at = number - from;
      return {
        rule,
        premises: premises.map(({ relation, rows }) => ({ relation, row: rows[at] ?? -1 })),
        binding: sources.map(({ term, values, rows }) =>
          rows === undefined ? term : (values[rows[at] ?? -1] ?? -1),
        ),
      };
    };
  }

  /** Where the term of a slot comes from: it is constant, or stands in a column of a premise. */
  private sourceOf(variant: Variant, slot: number, rows: readonly Int32Array[]): TermSource {
    const term = variant.constants.find((constant) => constant.slot === slot)?.term ?? -1;
    const premise = variant.premises.findIndex(({ slots }) => slots.includes(slot));
    const atom = variant.premises[premise];
    if (term >= 0 || atom === undefined) return { term, values: NONE, rows: undefined };
    const values = this.relation(atom.relation).columns[atom.slots.indexOf(slot)] ?? NONE;
    return { term, values, rows: rows[premise] };
  }
}

interface TermSource {
  readonly term: number;
  readonly values: Int32Array;
  /** Rows of the premise by derivation; undefined where the term is constant. */
  readonly rows: Int32Array | undefined;
}

/** So many questions for derivations of a relation are answered by looking through all of them before an index is made. */
const LOOKUPS_BEFORE_INDEX = 16;

function scanDerivations(sets: readonly NumberedSet[], row: number): readonly Derivation[] {
  const found: Derivation[] = [];
  for (const { heads, size, from, read } of sets) {
    for (let at = heads.indexOf(row); at >= 0 && at < size; at = heads.indexOf(row, at + 1))
      found.push(read(from + at));
  }
  return found;
}

interface SortedPositions {
  readonly offsets: Int32Array;
  readonly positions: Int32Array;
}

/** Positions over all lists, ordered by value, then by position. */
function countingSort(
  lists: readonly { readonly values: Int32Array; readonly size: number }[],
  values: number,
): SortedPositions {
  const offsets = new Int32Array(values + 1);
  for (const list of lists) {
    for (let at = 0; at < list.size; at++) {
      const value = list.values[at] ?? 0;
      offsets[value + 1] = (offsets[value + 1] ?? 0) + 1;
    }
  }
  for (let value = 1; value <= values; value++)
    offsets[value] = (offsets[value] ?? 0) + (offsets[value - 1] ?? 0);
  const positions = new Int32Array(offsets[values] ?? 0);
  const next = offsets.slice();
  let base = 0;
  for (const list of lists) {
    for (let at = 0; at < list.size; at++) {
      const value = list.values[at] ?? 0;
      const place = next[value] ?? 0;
      next[value] = place + 1;
      positions[place] = base + at;
    }
    base += list.size;
  }
  return { offsets, positions };
}

const NONE = new Int32Array(0);
const NO_RULE: Rule = {
  name: '',
  pack: '',
  template: '',
  weight: 1,
  isOn: false,
  variables: [],
  types: [],
  head: { relation: '', terms: [] },
  premises: [],
  place: {},
};
