import type {
  DerivedFact,
  DerivedFactsAnswer,
  DerivedFactsQuestion,
  FactEnds,
  FactPremise,
} from '../../answers/index.ts';
import { credibilityOf, markingsUnder } from '../../analysis/index.ts';
import { errorOf } from '../../facts/index.ts';
import { isStixId, markingsOf, referredBy } from '../../stix/index.ts';
import type { KnowledgeView, StoredObject } from '../../knowledge/index.ts';
import { countProofs, sayFact, type FactRef, type Model } from '../../reasoning/index.ts';
import { markingOfLevel, tlpOfMarking } from '../../threat/index.ts';
import type { Desk } from '../../desk/index.ts';
import { findOne } from '../names/find-one.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';

/**
 * Facts that rules derive and no source reports, between STIX objects, with how they come about.
 *
 * @throws FoeprintError W601, W602 for a name, W607 for a relation that no rule derives
 */
export function derivedFacts(desk: Desk, search: Partial<DerivedFactsQuestion> = {}): DerivedFactsAnswer {
  const { model, view } = desk;
  const about = new Set((search.of ?? []).map((name) => findOne(view, name).term));
  const describe = describer(desk);
  const facts = derivedRelations(model, search.relations ?? []).flatMap((relation) => {
    const { size, reportedSize } = model.relation(relation);
    return Array.from({ length: size - reportedSize }, (_, at) => ({ relation, row: reportedSize + at }))
      .filter((fact) => about.size === 0 || model.terms(fact).some((term) => about.has(term)))
      .filter((fact) => isBetweenObjects(desk, fact))
      .map(describe);
  });
  const markings = new Set(facts.flatMap((fact) => fact.markings));
  return {
    at: search.at ?? newestLoading(view),
    facts,
    markingDefinitions: [...markings].flatMap((id) =>
      view
        .versions(id)
        .slice(0, 1)
        .map(({ raw }) => raw),
    ),
  };
}

/** Not the clock: the same knowledge gives the same bytes. */
function newestLoading({ sources }: KnowledgeView): string {
  return (
    sources
      .map(({ loadedAt }) => loadedAt)
      .toSorted()
      .at(-1) ?? ''
  );
}

/** Whether both ends are STIX objects, so that a STIX relationship can state the fact. */
function isBetweenObjects(desk: Desk, fact: FactRef): boolean {
  const { subject, object } = endsOf(desk, fact);
  return isStixId(subject) && isStixId(object);
}

function derivedRelations(model: Model, asked: readonly string[]): readonly string[] {
  const derivable = [...new Set(model.rules.map(({ head }) => head.relation))].filter(
    (name) => model.declaration(name)?.terms.length === 2,
  );
  const unknown = asked.find((name) => !derivable.includes(name));
  if (unknown === undefined) return asked.length === 0 ? derivable : asked;
  throw errorOf(
    WORKBENCH_ISSUES.unknownRelation,
    `No rule derives “${unknown}”.`,
    undefined,
    `Use one of ${derivable.join(', ')}.`,
  );
}

function describer(desk: Desk): (fact: FactRef) => DerivedFact {
  const { model, view } = desk;
  const credibility = credibilityOf(model);
  const markings = markingsUnder(model, reportedMarkings(view));
  return (fact) => {
    const { count, isExact } = countProofs(model, fact);
    const terms = model.terms(fact);
    return {
      ...endsOf(desk, fact),
      sentence: sayFact(model, { relation: fact.relation, terms }, (term) => view.catalogue.name(term)),
      weight: credibility(fact),
      proofCount: count.toString(),
      countIsExact: isExact,
      derivations: model.derivations(fact).map(({ rule, premises }) => ({
        rule: rule.name,
        premises: premises.map((premise) => describePremise(desk, premise)),
      })),
      markings: markings(fact),
    };
  };
}

function describePremise(desk: Desk, fact: FactRef): FactPremise {
  const isReported = fact.row < desk.model.relation(fact.relation).reportedSize;
  return isReported
    ? { reportedIn: originsOf(desk.view, fact).map((origin) => desk.view.object(origin).id) }
    : { derived: endsOf(desk, fact) };
}

function endsOf({ model, view }: Desk, fact: FactRef): FactEnds {
  const [subject = '', object = ''] = model.terms(fact).map((term) => view.catalogue.id(term));
  return { relation: fact.relation, subject, object };
}

/**
 * Markings of a reported fact: of the objects that state it, of the things that it is about, and of the ids by which those objects
 * refer to them, for it is by that object that the thing is known to be meant.
 */
function reportedMarkings(view: KnowledgeView): (fact: FactRef) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  const markingsOfThing = (id: string): readonly string[] => {
    const found = known.get(id) ?? view.versions(id).slice(0, 1).flatMap(markingsOfObject);
    known.set(id, found);
    return found;
  };
  return (fact) => {
    const columns = view.facts.relations.get(fact.relation)?.columns ?? [];
    const ends = columns.map((column) => view.catalogue.id(column[fact.row] ?? -1));
    const objects = originsOf(view, fact).map((origin) => view.object(origin));
    const named = objects.flatMap(({ raw }) => referredBy(raw));
    return [
      ...objects.flatMap(markingsOfObject),
      ...[...new Set([...ends, ...named])].flatMap(markingsOfThing),
    ];
  };
}

/** Markings of an object; its level by OASIS's marking, since it may bear it by one of its own or by a label. */
function markingsOfObject({ raw, level }: StoredObject): readonly string[] {
  const markings = markingsOf(raw);
  const isSaid = level === undefined || markings.some((id) => tlpOfMarking(id)?.name === level);
  return isSaid ? markings : [...markings, markingOfLevel(level)];
}

/** Numbers of the stored objects that state a fact. */
export function originsOf(view: KnowledgeView, { relation, row }: FactRef): readonly number[] {
  const rows = view.facts.relations.get(relation);
  if (rows === undefined) return [];
  return [...rows.origins.subarray(rows.firstStatement[row] ?? 0, rows.firstStatement[row + 1] ?? 0)];
}
