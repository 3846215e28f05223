import {
  sayMention,
  type ExplainAnswer,
  type ExplainQuestion,
  type QuotedEvidence,
} from '../../answers/index.ts';
import { defencesFor, explainFact, mention, sayTerm, type ExplanationSource } from '../../analysis/index.ts';
import { errorOf, type Evidence, type RelationDeclaration } from '../../facts/index.ts';
import type { FactRef, Model, ModelRelation } from '../../reasoning/index.ts';
import { DEFENCE_KINDS, typesOf } from '../../threat/index.ts';
import { originsOf } from './derived-facts.ts';
import { knownTo, type Desk } from '../../desk/index.ts';
import { evidenceAt } from '../read-evidence.ts';
import { findOne } from '../names/find-one.ts';
import type { Answered } from '../use-case.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { reportedOfKin } from './reported-of-kin.ts';
import { whyFact } from './labelled-fact.ts';
import { fits, notKnown, ordersOf, sayOtherFacts, type Pair } from './not-known.ts';

/**
 * Explains every fact, reported or derived, that relates the two things, in either order; or says which premise is
 * missing when there is none.
 *
 * @throws FoeprintError W601, W602 for a name, W607 for a relation that the rules do not know
 */
export function explain(
  desk: Desk,
  first: string,
  second: string,
  search: Partial<Pick<ExplainQuestion, 'relation' | 'via' | 'all' | 'limit'>> = {},
): Answered<ExplainAnswer> {
  const { catalogue } = desk.view;
  const [one, other] = [findOne(desk.view, first), findOne(desk.view, second)];
  const via = (search.via ?? []).map((name) => findOne(desk.view, name));
  const relations = relationsAsked(desk.model, search.relation);
  const source = explanationSource(desk);
  const between = factsBetween(desk, relations, one.term, other.term);
  const kin =
    between.length > 0
      ? { facts: [], notes: [] }
      : reportedOfKin(desk, one.term, other.term, search.relation);
  const facts = [...between, ...kin.facts];
  const explanations = facts
    .map((fact) =>
      explainFact(source, fact, whyFact(source, fact.relation, desk.model.terms(fact)), {
        limit: search.all === true ? Infinity : search.limit,
        via: via.map(({ term }) => term),
      }),
    )
    .filter(({ proofCount }) => proofCount !== '0');
  const others = (): readonly string[] => [
    ...sayOtherFacts(source, otherFacts(desk, search.relation, one.term, other.term)),
    ...sayDefence(desk, one.term, other.term),
  ];
  const answer = {
    first: mention(catalogue, one.term),
    second: mention(catalogue, other.term),
    explanations:
      facts.length > 0
        ? explanations
        : notKnown(source, relations, search.relation !== undefined, [one.term, other.term], others()),
  };
  return { answer, notes: [...[one, other, ...via].flatMap(({ notes }) => notes), ...kin.notes] };
}

/** What explanations of this desk's facts are made from; evidence is read when it is asked for, once for each fact. */
export function explanationSource({ view, model }: Desk): ExplanationSource {
  const read = new Map<string, readonly QuotedEvidence[]>();
  return {
    catalogue: view.catalogue,
    model,
    evidenceOf: (fact) => {
      const key = `${fact.relation} ${fact.row}`;
      // In the order in which the sources were loaded.
      const evidence =
        read.get(key) ?? originsOf(view, fact).map((origin) => quoted(evidenceAt(view, origin)));
      read.set(key, evidence);
      return evidence;
    },
  };
}

function quoted({ source: { id, name }, ...evidence }: Evidence): QuotedEvidence {
  return { source: { id, name }, ...evidence };
}

function relationsAsked(model: Model, asked: string | undefined): readonly RelationDeclaration[] {
  const relations = model.relations.filter(
    ({ name, terms }) => terms.length === 2 && (asked ?? name) === name,
  );
  if (relations.length > 0) return relations;
  const names = model.relations.map(({ name }) => name).join(', ');
  throw errorOf(
    WORKBENCH_ISSUES.unknownRelation,
    `No relation of two things is called “${asked ?? ''}”.`,
    undefined,
    `Use one of ${names}.`,
  );
}

/** Of a campaign no rule derives which defences are relevant: that is read off what it uses, and put in a sentence. */
function sayDefence(desk: Desk, one: number, other: number): readonly string[] {
  const { catalogue } = desk.view;
  return ordersOf(one, other).flatMap(([campaign, defence]) =>
    typesOf('campaign').includes(catalogue.entry(campaign).type)
      ? DEFENCE_KINDS.filter((kind) => typesOf(kind).includes(catalogue.entry(defence).type))
          .flatMap((kind) => defencesFor(knownTo(desk), kind, campaign))
          .filter((found) => found.defence.id === catalogue.id(defence))
          .map(
            ({ techniques }) =>
              `But: ${sayTerm(catalogue, campaign)} is known to use ${techniques.map(sayMention).join(', ')}, and ${sayTerm(catalogue, defence)} is reported to be a defence against ${techniques.length === 1 ? 'that' : 'each of them'}.`,
          )
      : [],
  );
}

/** What relates the two by other relations than the one asked for. */
function otherFacts(desk: Desk, asked: string | undefined, one: number, other: number): readonly FactRef[] {
  if (asked === undefined) return [];
  return factsBetween(desk, relationsAsked(desk.model, undefined), one, other).filter(
    ({ relation }) => relation !== asked,
  );
}

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
