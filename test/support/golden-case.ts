import { existsSync, readFileSync } from 'node:fs';
import {
  countProofs,
  parseQuery,
  proofs,
  query,
  sayChecks,
  sayFact,
  sayObstacle,
  sayRule,
  whyNot,
  type Model,
  type NameOf,
  type Proof,
  type Vocabulary,
} from '../../src/reasoning/index.ts';
import type { FactBase } from '../../src/facts/index.ts';
import { termOf } from './rule-pack.ts';
import { factBaseOf, type Thing } from './fact-base.ts';

/** Lines of a file of a case, cut at commas; none where there is no such file. */
export function readRows(folder: string, file: string): readonly (readonly string[])[] {
  if (!existsSync(`${folder}/${file}`)) return [];
  const lines = readFileSync(`${folder}/${file}`, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => line.split(','));
}

/** `facts.csv` (relation, terms …) over the things of `things.csv` (id, type, name, label); other terms are literals. */
export function readFacts(folder: string): FactBase {
  const things = readRows(folder, 'things.csv').map(([id = '', type = '', name = id, label = '']): Thing => ({
    id,
    type,
    name,
    label,
  }));
  const rows = readRows(folder, 'facts.csv').map(([relation = '', ...terms]) => ({ relation, terms }));
  return factBaseOf(things, rows);
}

/** Every derived fact, a line each: relation, terms, `reported` where it is reported as well, and in how many ways it is derived. */
export function answerOf(model: Model): string {
  const nameOf = (term: number): string => model.facts.universe.id(term);
  const lines = model.relations.flatMap(({ name }) =>
    Array.from({ length: model.relation(name).size }, (_, row) => ({ relation: name, row })).flatMap(
      (fact) => {
        const ways = model.derivations(fact).length;
        const reported = fact.row < model.relation(name).reportedSize ? ['reported'] : [];
        return ways === 0
          ? []
          : [[name, ...model.terms(fact).map(nameOf), ...reported, `${String(ways)}×`].join(',')];
      },
    ),
  );
  return `${lines.toSorted().join('\n')}\n`;
}

/** Answers to the questions that stand in comments of a program, in words: `% why: …`, `% why not: …`, `% query: …`. */
export function whyOf(program: string, model: Model, vocabulary: Vocabulary): string {
  const questions = [...program.matchAll(/^% (why|why not|query): (.*)$/gmu)];
  return questions
    .map(
      ([, kind = '', text = '']) => `${kind}: ${text}\n${ANSWERS[kind]?.(text, model, vocabulary) ?? ''}\n`,
    )
    .join('\n');
}

const ANSWERS: Readonly<Record<string, (text: string, model: Model, vocabulary: Vocabulary) => string>> = {
  why(text, model) {
    const { relation, terms } = groundFact(text, model);
    const fact = { relation, row: model.find(relation, terms) };
    if (fact.row < 0) return '  is not so';
    const { count } = countProofs(model, fact);
    const [shortest] = proofs(model, fact);
    const heading = `  ${String(count)} ${count === 1n ? 'proof' : 'proofs, the shortest'}:`;
    return [heading, ...(shortest === undefined ? [] : sayProof(shortest, model, '    '))].join('\n');
  },
  'why not': (text, model) => {
    const { relation, terms } = groundFact(text, model);
    const answer = whyNot(model, relation, terms);
    if (answer.holds) return '  is so';
    return answer.attempts
      .map((attempt) => `  by rule ${attempt.rule}: ${sayObstacle(model, attempt, naming(model))}`)
      .join('\n');
  },
  query(text, model, vocabulary) {
    const parsed = parseQuery(text, model, vocabulary);
    if (parsed.query === undefined) return parsed.issues.map((issue) => `  ${issue.message}`).join('\n');
    const { variables, answers } = query(model, parsed.query);
    return answers
      .map(({ terms, matches }) => {
        const bound = terms.map((term, at) => `${variables[at] ?? ''} = ${naming(model)(term)}`).join(', ');
        return `  ${bound} (${String(matches.length)}×)`;
      })
      .toSorted()
      .join('\n');
  },
};

function sayProof(proof: Proof, model: Model, indent: string): readonly string[] {
  const nameOf = naming(model);
  const fact = `${indent}${sayFact(model, proof.fact, nameOf)}`;
  if (proof.kind === 'reported') return [`${fact} (reported)`];
  const rule = model.rules.find(({ name }) => name === proof.rule);
  if (rule === undefined) throw new Error(`no rule ${proof.rule}`);
  return [
    fact,
    `${indent}because ${sayRule(rule, proof.binding, nameOf)} [${rule.name}]`,
    ...proof.premises.flatMap((premise) => sayProof(premise, model, `${indent}  `)),
    ...sayChecks(rule, proof.binding, nameOf).map((check) => `${indent}  ${check}`),
  ];
}

function naming(model: Model): NameOf {
  return (term) => model.facts.universe.name(term);
}

/** `edge("a", "b")` as terms; a term that names nothing is an error of the case. */
function groundFact(
  text: string,
  model: Model,
): { readonly relation: string; readonly terms: readonly number[] } {
  const [, relation = '', list = ''] = /^([\w-]+)\((.*)\)$/u.exec(text) ?? [];
  const terms = [...list.matchAll(/"([^"]*)"/gu)].map(([, id = '']) => termOf(model.facts, id));
  return { relation, terms };
}
