import { keptFor } from '../../text/index.ts';
import { type Issue } from '../../facts/index.ts';
import type { Query } from '../program.ts';
import type { ConstantResolver } from './constants.ts';
import { Effort } from './effort.ts';
import { NestedJoin, stepOf, type Sink } from './join/join.ts';
import type { FactRef, Model } from './model.ts';
import { planVariant } from './join/plan.ts';
import { RelationTable } from './relation-table.ts';
import { makeChecks } from './stratum.ts';
import { variantsOf, type Variant } from './variant.ts';
import { Workspace } from './workspace.ts';

/** How to answer a query. */
export interface QueryOptions {
  /** What constants mean; default: the thing with this id, label or literal text. */
  readonly resolve?: ConstantResolver;
  /** Most answers to give; default 10,000. */
  readonly limit?: number;
}

/** What a query found. */
export interface QueryResult {
  /** Names of the variables asked for, in order of appearance. */
  readonly variables: readonly string[];
  readonly answers: readonly Answer[];
  /** False where there are more answers than the limit. */
  readonly isComplete: boolean;
  /** A constant that names nothing (a warning: there are no answers) or several things (an error that lists them). */
  readonly issues: readonly Issue[];
}

/** One binding of the variables that makes the query true. A query without variables has at most one, without terms. */
export interface Answer {
  /** In the order of `QueryResult.variables`. */
  readonly terms: readonly number[];
  /** Each way in which it is true: the facts that match the positive premises, in the order written. */
  readonly matches: readonly (readonly FactRef[])[];
}

/** Answers a query from a model, each answer with the facts that it rests on, in an order that is the same every time. */
export function query(model: Model, { rule }: Query, options: QueryOptions = {}): QueryResult {
  const { universe } = model.facts;
  const resolver = options.resolve ?? ((text): readonly number[] => universe.find(text));
  const { variants, issues } = variantsOf(rule, 0, model, universe, resolver);
  const collected = new Answers(options.limit ?? 10_000);
  for (const variant of variants) runVariant(variant, workspaceOf(model), collected);
  const variables = rule.head.terms.flatMap((term) =>
    term.kind === 'variable' ? [rule.variables[term.variable] ?? ''] : [],
  );
  return { variables, answers: collected.answers, isComplete: !collected.isFull, issues };
}

function runVariant(variant: Variant, workspace: Workspace, answers: Answers): void {
  const plan = planVariant(
    variant,
    [],
    variant.premises.map(() => undefined),
    workspace,
  );
  const checks = makeChecks(plan.checks, variant, -1, new Map(), workspace);
  const steps = plan.steps.map((step) =>
    stepOf(step, makeChecks(step.checks, variant, -1, new Map(), workspace), workspace),
  );
  const sink: Sink = { take: (binding, rows) => answers.add(variant, binding, rows) };
  new NestedJoin(plan, steps, checks, -1, sink, new Effort()).run(-1);
}

/** Answers so far, those with the same terms together. */
class Answers {
  readonly answers: { readonly terms: readonly number[]; readonly matches: (readonly FactRef[])[] }[] = [];
  isFull = false;
  private readonly known = new Map<string, number>();
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Returns true when the limit is reached. */
  add(variant: Variant, binding: Int32Array, rows: Int32Array): boolean {
    const terms = variant.head.slots.map((slot) => binding[slot] ?? -1);
    const match = variant.premises.map(({ relation }, at) => ({ relation, row: rows[at] ?? -1 }));
    const at = this.known.get(terms.join());
    if (at !== undefined) {
      this.answers[at]?.matches.push(match);
    } else if (this.answers.length < this.limit) {
      this.known.set(terms.join(), this.answers.push({ terms, matches: [match] }) - 1);
    } else {
      this.isFull = true;
    }
    return this.isFull;
  }
}

/** All relations of a model are finished; indexes made for one query serve the next. */
const workspaceOf = keptFor((model: Model): Workspace => {
  const tables = model.relations.map(({ name, terms }) => {
    const { columns, size } = model.relation(name);
    return new RelationTable(name, terms.length, columns, size);
  });
  return new Workspace(model.facts, tables);
});
