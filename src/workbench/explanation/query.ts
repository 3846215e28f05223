import type { Explanation, QueryAnswer, QueryQuestion } from '../../answers/index.ts';
import { explainFact, identify, mention } from '../../analysis/index.ts';
import { FoeprintError } from '../../facts/index.ts';
import type { Catalogue } from '../../knowledge/index.ts';
import { parseQuery, query, type FactRef, type Query } from '../../reasoning/index.ts';
import type { Desk } from '../../desk/index.ts';
import { VOCABULARY } from '../../threat/index.ts';
import { explanationSource } from './explain.ts';
import { labelledFact, whyFact } from './labelled-fact.ts';
import type { Answered } from '../use-case.ts';

const DEFAULT_LIMIT = 100;

/**
 * Answers a question of the rule language. Constants may be ids, names or aliases, as everywhere.
 *
 * @throws FoeprintError R3xx where it is no question, or a constant could mean several things
 */
export function answerQuery(
  desk: Desk,
  text: string,
  search: Partial<Pick<QueryQuestion, 'limit' | 'explain'>> = {},
): Answered<QueryAnswer> {
  const { catalogue } = desk.view;
  const asked = parsed(desk, text);
  const result = query(desk.model, asked, {
    limit: search.limit ?? DEFAULT_LIMIT,
    resolve: (name) => namedBy(catalogue, name),
  });
  const errors = result.issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new FoeprintError(errors);
  const answer = {
    question: asked.text,
    variables: result.variables,
    answers: result.answers.map(({ terms, matches }) => ({
      things: terms.map((term) => mention(catalogue, term)),
      facts: (matches[0] ?? []).map((fact) =>
        labelledFact({ catalogue, model: desk.model }, fact.relation, desk.model.terms(fact)),
      ),
      ...(search.explain === true ? { explanations: explainAll(desk, matches[0] ?? []) } : {}),
    })),
    isComplete: result.isComplete,
  };
  return { answer, notes: result.issues.map(({ message, hint = '' }) => `${message} ${hint}`.trimEnd()) };
}

function parsed({ model }: Desk, text: string): Query {
  const { query: asked, issues } = parseQuery(text, model, VOCABULARY);
  if (asked !== undefined) return asked;
  throw new FoeprintError(issues);
}

/** What a constant can mean: literals as they are, things by id, label or name. */
function namedBy(catalogue: Catalogue, text: string): readonly number[] {
  const found = identify(catalogue, text);
  const named = found.kind === 'several' ? found.terms : found.kind === 'one' ? [found.term] : [];
  return [...named, ...catalogue.find(text)];
}

function explainAll(desk: Desk, facts: readonly FactRef[]): readonly Explanation[] {
  const source = explanationSource(desk);
  return facts.map((fact) =>
    explainFact(source, fact, whyFact(source, fact.relation, desk.model.terms(fact))),
  );
}
