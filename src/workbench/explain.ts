import { explainFact, mention, sayMention } from '../analysis/index.ts';
import type { ExplanationSource, Explanation, Mention } from '../analysis/index.ts';
import { FoeprintError, issueOf } from '../facts/index.ts';
import type { Evidence, Universe } from '../facts/index.ts';
import type { KnowledgeView } from '../knowledge/index.ts';
import { sayFact, sayObstacle, whyNot } from '../reasoning/index.ts';
import type { Attempt, FactRef, Model, ModelRelation } from '../reasoning/index.ts';
import type { RelationDeclaration } from '../facts/index.ts';
import { originsOf } from './derived-facts.ts';
import { noticesOf } from './desk.ts';
import type { Desk } from './desk.ts';
import { evidenceAt } from './read-evidence.ts';
import { findOne } from './find-one.ts';
import { WORKBENCH_ISSUES } from './issues.ts';

/** Why two things stand in relation, or why not. */
export interface Explained {
  readonly first: Mention;
  readonly second: Mention;
  /** One for every relation that holds between the two; for the likeliest that does not, if none holds. */
  readonly explanations: readonly Explanation[];
  readonly notes: readonly string[];
}

/** What to explain, and how much of it. */
export interface ExplainSearch {
  /** Only this relation. */
  readonly relation?: string | undefined;
  /** Names of things that every proof must go through. */
  readonly via?: readonly string[];
  /** Most proofs of each fact; default 1. */
  readonly limit?: number | undefined;
}

/**
 * Explains every fact, told or derived, that relates the two things, in either order; or says which premise is
 * missing when there is none.
 *
 * @throws FoeprintError W601, W602 for a name, W607 for a relation that the rules do not know
 */
export function explain(desk: Desk, first: string, second: string, search: ExplainSearch = {}): Explained {
  const { catalogue } = desk.view;
  const [one, other] = [findOne(desk.view, first), findOne(desk.view, second)];
  const via = (search.via ?? []).map((name) => findOne(desk.view, name));
  const relations = relationsAsked(desk.model, search.relation);
  const source = explanationSource(desk);
  const facts = factsBetween(desk, relations, one.term, other.term);
  const explanations = facts
    .map((fact) =>
      explainFact(source, fact, question(source, fact.relation, desk.model.terms(fact)), {
        limit: search.limit,
        via: via.map(({ term }) => term),
      }),
    )
    .filter(({ proofCount }) => proofCount !== '0');
  const notices = noticesOf(desk);
  return {
    first: mention(catalogue, one.term),
    second: mention(catalogue, other.term),
    explanations: (explanations.length > 0 || facts.length > 0
      ? explanations
      : unknownBetween(source, relations, one.term, other.term)
    ).map((explanation) => ({ ...explanation, notices })),
    notes: [one, other, ...via].flatMap(({ notes }) => notes),
  };
}

/** What explanations of this desk's facts are made from; evidence is read when it is asked for, once for each fact. */
export function explanationSource({ view, model }: Desk): ExplanationSource {
  const read = new Map<string, readonly Evidence[]>();
  return {
    catalogue: view.catalogue,
    model,
    evidenceOf: (fact) => {
      const key = `${fact.relation} ${fact.row}`;
      const known = read.get(key);
      if (known !== undefined) return known;
      const evidence = evidenceOf(view, fact);
      read.set(key, evidence);
      return evidence;
    },
  };
}

/** Who tells a told fact, in the order in which they were loaded. */
export function evidenceOf(view: KnowledgeView, fact: FactRef): readonly Evidence[] {
  return originsOf(view, fact).map((origin) => evidenceAt(view, origin));
}

function relationsAsked(model: Model, asked: string | undefined): readonly RelationDeclaration[] {
  const relations = model.relations.filter(
    ({ name, terms }) => terms.length === 2 && (asked ?? name) === name,
  );
  if (relations.length > 0) return relations;
  const names = model.relations.map(({ name }) => name).join(', ');
  throw new FoeprintError([
    issueOf(
      WORKBENCH_ISSUES.unknownRelation,
      `No relation of two things is called “${asked ?? ''}”.`,
      undefined,
      `Use one of ${names}.`,
    ),
  ]);
}

/** Two things in order, as terms of a relation. */
type Pair = readonly [first: number, second: number];

function factsBetween(
  desk: Desk,
  relations: readonly RelationDeclaration[],
  one: number,
  other: number,
): readonly FactRef[] {
  return relations.flatMap((relation) =>
    ordersOf(one, other)
      .map((pair) => ({ relation: relation.name, row: rowOf(rowsFor(desk, relation, pair), pair) }))
      .filter(({ row }) => row >= 0),
  );
}

function ordersOf(one: number, other: number): readonly [Pair, Pair] {
  return [
    [one, other],
    [other, one],
  ];
}

/** Rows among which a pair may be: sources relate whatever they like, rules only what a relation is declared for. */
function rowsFor({ view, model }: Desk, relation: RelationDeclaration, pair: Pair): Rows {
  const { name } = relation;
  return fits(view.catalogue, relation, pair) ? model.relation(name) : view.facts.relations.get(name);
}

type Rows = Pick<ModelRelation, 'columns' | 'size'> | undefined;

/** Row of a pair, -1 where there is none. Looks through the rows: an index of every relation would cost more than one question saves. */
function rowOf(rows: Rows, [first, second]: Pair): number {
  const { columns: [firsts, seconds] = [], size = 0 } = rows ?? {};
  for (let row = 0; row < size; row++) if (firsts?.[row] === first && seconds?.[row] === second) return row;
  return -1;
}

/** The fact as a question: `Why is it that Orangeworm (G0071) indirectly uses Ping (S0097)?`. */
function question(
  { catalogue, model }: ExplanationSource,
  relation: string,
  terms: readonly number[],
): string {
  const nameOf = (term: number): string => sayMention(mention(catalogue, term));
  return `Why is it that ${sayFact(model, { relation, terms }, nameOf)}?`;
}

/**
 * For derived relations that could hold between the two but do not: what is missing. A relation that may be between
 * anything is asked about only where none is made for things of these types.
 */
function unknownBetween(
  source: ExplanationSource,
  relations: readonly RelationDeclaration[],
  one: number,
  other: number,
): readonly Explanation[] {
  const { catalogue, model } = source;
  const concluded = new Set(model.rules.map((rule) => rule.head.relation));
  const possible = relations
    .filter(({ name }) => concluded.has(name))
    .flatMap((relation) => {
      const { name, terms } = relation;
      const order = ordersOf(one, other).find((pair) => fits(catalogue, relation, pair));
      const isTyped = terms.every(({ types }) => types.length > 0);
      return order === undefined ? [] : [{ name, order, isTyped }];
    });
  const typed = possible.filter(({ isTyped }) => isTyped);
  return (typed.length > 0 ? typed : possible).map(({ name, order }) => unknown(source, name, order));
}

function unknown(source: ExplanationSource, relation: string, terms: readonly number[]): Explanation {
  const { catalogue, model } = source;
  return {
    question: question(source, relation, terms),
    fact: {
      key: relation,
      relation,
      terms: terms.map((term) => mention(catalogue, term)),
      sentence: sayFact(model, { relation, terms }, (term) => catalogue.name(term)),
    },
    status: 'unknown',
    proofCount: '0',
    countIsExact: true,
    proofs: [],
    graph: { facts: [], derivations: [] },
    whyNot: whyNot(model, relation, terms).attempts.map((attempt) => sayAttempt(source, attempt)),
    notices: [],
  };
}

/** What keeps a rule from concluding the fact: `use-through-software: no fact uses(Orangeworm (G0071), S)`. */
function sayAttempt({ catalogue, model }: ExplanationSource, attempt: Attempt): string {
  return `${attempt.rule}: ${sayObstacle(model, attempt, (term) => sayMention(mention(catalogue, term)))}`;
}

/** Whether a relation is declared for things of these types. */
function fits({ types, typeOf }: Universe, { terms }: RelationDeclaration, pair: Pair): boolean {
  return pair.every((term, at) => {
    const allowed = terms[at]?.types ?? [];
    return allowed.length === 0 || allowed.includes(types[typeOf[term] ?? 0] ?? '');
  });
}
