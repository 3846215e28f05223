import type { Explanation } from '../../answers/index.ts';
import { mention, sayTerm, type ExplanationSource } from '../../analysis/index.ts';
import type { RelationDeclaration } from '../../facts/index.ts';
import { LITERAL_TYPE, type Catalogue } from '../../knowledge/index.ts';
import { sayFact, whyNot, type FactRef } from '../../reasoning/index.ts';
import { countOfKinds, kindOf, listed, sayNone, sayThings } from './count-things.ts';
import { labelledFact, whyFact } from './labelled-fact.ts';
import { sayAttempt } from './say-why-not.ts';
import { reportedSentence } from './reported-sentence.ts';

/** Two things in order, as terms of a relation. */
export type Pair = readonly [first: number, second: number];

/** Most relations that are gone through where none is asked for. */
const MOST_RELATIONS = 4;

/** Said where nothing could relate the two. */
const ANY_RELATION = 'related-to';

/**
 * Why no fact relates two things, relation by relation: the one asked for, or those that hold between other things of these
 * kinds, the commonest first. There is always something to say: at the least, that nothing relates things of such kinds.
 *
 * @param relations of two terms, in the order in which they are declared
 * @param isAsked whether the relation was asked for by name
 * @param besides what else is to be added about the two
 */
export function notKnown(
  source: ExplanationSource,
  relations: readonly RelationDeclaration[],
  isAsked: boolean,
  [one, other]: Pair,
  besides: readonly string[] = [],
): readonly Explanation[] {
  const possible = relations
    .flatMap((relation) => ordersOf(one, other).map((pair) => likelihoodOf(source, relation, pair)))
    .filter(({ rows, isTyped }) => rows > 0 || isTyped);
  // The same relation in the other order only where things of these kinds stand in it that way.
  const likely = possible
    .toSorted((left, right) => right.rows - left.rows)
    .filter(
      (each, index, all) =>
        all.findIndex(({ relation }) => relation === each.relation) === index || each.rows > 0,
    )
    .slice(0, MOST_RELATIONS);
  if (likely.length > 0)
    return likely.map(({ relation, pair }) =>
      unknown(source, relation.name, pair, [...reasonsFor(source, relation, pair), ...besides]),
    );
  const [asked] = isAsked ? relations : [];
  const reason =
    asked === undefined
      ? nothingBetween(source.catalogue, one, other)
      : outOfPlace(source, asked, one, other);
  return [unknown(source, asked?.name ?? ANY_RELATION, [one, other], [reason, ...besides])];
}

export function ordersOf(one: number, other: number): readonly Pair[] {
  return one === other
    ? [[one, other]]
    : [
        [one, other],
        [other, one],
      ];
}

interface Likelihood {
  readonly relation: RelationDeclaration;
  readonly pair: Pair;
  /** Facts of the relation between things of the same kinds. */
  readonly rows: number;
  /** Whether rules derive it and it is declared for just such things. */
  readonly isTyped: boolean;
}

function likelihoodOf(
  { catalogue, model }: ExplanationSource,
  relation: RelationDeclaration,
  pair: Pair,
): Likelihood {
  const kinds = catalogue.types.map(kindOf);
  const [first, second] = pair.map((term) => kinds[catalogue.typeOf[term] ?? -1]);
  const {
    columns: [firsts, seconds],
    size,
  } = model.relation(relation.name);
  // Words are of all kinds: a platform is no date, so a word stands where that very word does.
  const isLike = (term = -1, asked: number, kind: string | undefined): boolean =>
    isWord(catalogue, asked) ? term === asked : kinds[catalogue.typeOf[term] ?? -1] === kind;
  let rows = 0;
  for (let row = 0; row < size; row++)
    if (isLike(firsts?.[row], pair[0], first) && isLike(seconds?.[row], pair[1], second)) rows++;
  const isDerived = model.rules.some(({ head }) => head.relation === relation.name);
  const isTyped =
    isDerived && relation.terms.every(({ types }) => types.length > 0) && fits(catalogue, relation, pair);
  return { relation, pair, rows, isTyped };
}

function isWord(catalogue: Catalogue, term: number): boolean {
  return catalogue.entry(term).type === LITERAL_TYPE;
}

/** Whether a relation is declared for things of these types. */
export function fits(
  { types, typeOf }: Pick<Catalogue, 'types' | 'typeOf'>,
  { terms }: RelationDeclaration,
  pair: Pair,
): boolean {
  return pair.every((term, at) => {
    const allowed = terms[at]?.types ?? [];
    return allowed.length === 0 || allowed.includes(types[typeOf[term] ?? 0] ?? '');
  });
}

/** What is reported instead, where it could be reported; and for each rule that could derive it, what is in its way. */
function reasonsFor(source: ExplanationSource, relation: RelationDeclaration, pair: Pair): readonly string[] {
  const { model } = source;
  const isDerived = model.rules.some(({ head }) => head.relation === relation.name);
  const isReported = !isDerived || model.relation(relation.name).reportedSize > 0;
  const attempts = whyNot(model, relation.name, pair).attempts.flatMap(
    (attempt) => sayAttempt(source, attempt) ?? [],
  );
  const reasons = [...(isReported ? [reportedInstead(source, relation, pair)] : []), ...attempts];
  return reasons.length > 0 ? reasons : ['No rule in force derives it of such things.'];
}

/** What sources report of the two by the same relation: `OilRig (G0049) is reported to use 76 techniques, not this one.` */
function reportedInstead(
  { catalogue, model }: ExplanationSource,
  { name, template }: RelationDeclaration,
  [first, second]: Pair,
): string {
  const kind = kindOf(catalogue.entry(second).type);
  const seconds = reportedWith(model, name, 0, first);
  const alike = seconds.filter((term) => kindOf(catalogue.entry(term).type) === kind);
  const named = (term: number): string => sayTerm(catalogue, term);
  if (alike.length > 0)
    return `${reportedSentence(template, [named(first), sayThings(catalogue, alike)])}, not ${named(second)}.`;
  const none = isWord(catalogue, second) ? 'nothing' : sayNone([catalogue.entry(second).type]);
  const others = seconds.length === 0 ? '' : `, but ${countOfKinds(catalogue, seconds)}`;
  const firsts = reportedWith(model, name, 1, second);
  const who = firsts.length === 0 ? 'nothing' : sayThings(catalogue, firsts);
  const by = `; ${reportedSentence(template, [who, named(second)], { isPlural: firsts.length > 1 })}`;
  return `${reportedSentence(template, [named(first), none])}${others}${by}.`;
}

function reportedWith(
  model: ExplanationSource['model'],
  relation: string,
  at: 0 | 1,
  term: number,
): readonly number[] {
  const { columns, reportedSize } = model.relation(relation);
  const rows = [...model.rowsWith(relation, at, term)].filter((row) => row < reportedSize);
  return [...new Set(rows.map((row) => columns[1 - at]?.[row] ?? -1))];
}

function nothingBetween(catalogue: Catalogue, one: number, other: number): string {
  const [first, second] = [one, other].map((term) => {
    const { type, name } = catalogue.entry(term);
    return isWord(catalogue, term) ? `“${name}”` : sayNone([type]).replace(/^no /u, 'any ');
  });
  return one === other
    ? 'Both names lead to the same thing, and no source in view relates it to itself.'
    : `No source in view relates ${first ?? ''} and ${second ?? ''}, nor does any fact that rules derive.`;
}

/** That a relation is never between such things. */
function outOfPlace(
  { catalogue, model }: ExplanationSource,
  { name, terms }: RelationDeclaration,
  one: number,
  other: number,
): string {
  const kinds = terms.map(({ types }) =>
    types.length === 0
      ? 'anything'
      : listed([...new Set(types.map((type) => sayNone([type]).replace(/^no /u, '')))]).replace(
          ' and ',
          ' or ',
        ),
  );
  const [first, second] = [one, other].map((term) =>
    sayNone([catalogue.entry(term).type]).replace(/^no /u, ''),
  );
  const isEmpty = model.relation(name).size === 0 ? ', and holds of nothing in view' : '';
  return `“${name}” is declared between ${kinds.join(' and ')}${isEmpty}; here are ${first ?? ''} and ${second ?? ''}, of which no source reports it.`;
}

/** What does relate two things, where another relation was asked for. */
export function sayOtherFacts(source: ExplanationSource, between: readonly FactRef[]): readonly string[] {
  return between.map(
    (fact) =>
      `But: ${labelledFact(source, fact.relation, source.model.terms(fact))} (ask with \`--relation ${fact.relation}\`).`,
  );
}

function unknown(
  source: ExplanationSource,
  relation: string,
  terms: readonly number[],
  reasons: readonly string[],
): Explanation {
  const { catalogue, model } = source;
  return {
    question: whyFact(source, relation, terms),
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
    graph: { facts: [], reported: 0, derivations: [] },
    whyNot: reasons,
  };
}
