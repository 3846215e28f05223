import { sayMention, type Mention } from '../answers/index.ts';
import { explainFact, identify, mention } from '../analysis/index.ts';
import type { Explanation } from '../analysis/index.ts';
import { FoeprintError } from '../facts/index.ts';
import type { Issue } from '../facts/index.ts';
import type { Catalogue } from '../knowledge/index.ts';
import { query, sayFact } from '../reasoning/index.ts';
import type { FactRef, Query } from '../reasoning/index.ts';
import type { Desk } from '../desk/index.ts';
import { explanationSource } from './explain.ts';

/** Answers to a question in the rule language. */
export interface QueryAnswer {
  readonly question: string;
  readonly variables: readonly string[];
  readonly answers: readonly QueryBinding[];
  /** False where there are more answers than were asked for. */
  readonly isComplete: boolean;
  readonly issues: readonly Issue[];
}

/** One way to make the question true. */
export interface QueryBinding {
  /** In the order of the variables. */
  readonly things: readonly Mention[];
  /** The facts of the first way in which it is true, in words. */
  readonly facts: readonly string[];
  /** Why each of them holds; present where it was asked for. */
  readonly explanations?: readonly Explanation[];
}

/** How to answer. */
export interface QuerySearch {
  /** Most answers; default 100. */
  readonly limit?: number | undefined;
  /** Explain the facts of each answer. */
  readonly explain?: boolean;
}

const DEFAULT_LIMIT = 100;

/**
 * Answers a question of the rule language. Constants may be ids, names or aliases, as everywhere.
 *
 * @param asked the question, checked: see `parseQuery`
 * @throws FoeprintError R3xx where a constant could mean several things
 */
export function answerQuery(desk: Desk, asked: Query, search: QuerySearch = {}): QueryAnswer {
  const { catalogue } = desk.view;
  const result = query(desk.model, asked, {
    limit: search.limit ?? DEFAULT_LIMIT,
    resolve: (text) => namedBy(catalogue, text),
  });
  const [first, ...rest] = result.issues.filter(({ severity }) => severity === 'error');
  if (first !== undefined) throw new FoeprintError([first, ...rest]);
  return {
    question: asked.text,
    variables: result.variables,
    answers: result.answers.map(({ terms, matches }) => ({
      things: terms.map((term) => mention(catalogue, term)),
      facts: (matches[0] ?? []).map((fact) => sayFactOf(desk, fact)),
      ...(search.explain === true ? { explanations: explainAll(desk, matches[0] ?? []) } : {}),
    })),
    isComplete: result.isComplete,
    issues: result.issues,
  };
}

/** What a constant can mean: literals as they are, things by id, label or name. */
function namedBy(catalogue: Catalogue, text: string): readonly number[] {
  const found = identify(catalogue, text);
  const named = found.kind === 'several' ? found.terms : found.kind === 'one' ? [found.term] : [];
  return [...named, ...catalogue.find(text)];
}

function explainAll(desk: Desk, facts: readonly FactRef[]): readonly Explanation[] {
  const source = explanationSource(desk);
  return facts.map((fact) => explainFact(source, fact, `Why is it that ${sayFactOf(desk, fact)}?`));
}

function sayFactOf({ view, model }: Desk, fact: FactRef): string {
  const terms = model.terms(fact);
  return sayFact(model, { relation: fact.relation, terms }, (term) =>
    sayMention(mention(view.catalogue, term)),
  );
}
