import { expect, test } from 'vitest';
import type { FactBase } from '../../src/facts/index.ts';
import {
  countProofs,
  evaluate,
  parseProgram,
  parseQuery,
  proofs,
  query,
  shortestProof,
  whyNot,
  type EvaluationOptions,
  type Model,
  type Proof,
} from '../../src/reasoning/index.ts';
import { factBaseOf } from '../support/fact-base.ts';
import { programOf } from '../support/rule-pack.ts';

const VOCABULARY = { relations: [], typeAliases: [] };
const RULES = `
  told relation edge(from, to) "{from} leads to {to}".
  relation reaches(from, to) "{from} reaches {to}".
  rule step "{A} leads to {B}" weight 0.5 reaches(A, B) :- edge(A, B).
  rule further "{A} reaches {B}" off reaches(A, C) :- reaches(A, B), edge(B, C).
`;
const THINGS = [
  { id: 'a', type: 'node', label: 'one' },
  { id: 'b', type: 'node', label: 'two' },
  { id: 'c', type: 'node', label: 'two' },
];
const FACTS = factBaseOf(THINGS, [
  { relation: 'edge', terms: ['a', 'b'] },
  { relation: 'edge', terms: ['b', 'c'] },
]);

function modelOf(rules: string, facts: FactBase = FACTS, options: EvaluationOptions = {}): Model {
  return evaluate(programOf(rules, VOCABULARY), facts, options);
}

test('settings switch rules and weigh them, and change the key of the model', () => {
  const plain = modelOf(RULES);
  const settings = { switches: { further: true }, weights: { step: 0.25 } };
  const set = modelOf(RULES, FACTS, settings);
  expect([plain, set].map((model) => model.relation('reaches').size)).toEqual([2, 3]);
  expect(set.rules.map(({ name, isOn, weight }) => [name, isOn, weight])).toEqual([
    ['step', true, 0.25],
    ['further', true, 1],
  ]);
  expect(new Set([plain.key, set.key, modelOf(`${RULES} `).key]).size).toBe(3);
  expect(modelOf(RULES, FACTS, { weights: { step: 0.25 }, switches: { further: true } }).key).toBe(set.key);
});

test.for([
  ['R330', `${RULES} rule x "x" reaches(A, "nobody") :- edge(A, _).`],
  ['R331', `${RULES} rule x "x" reaches(A, "two") :- edge(A, _).`],
  [
    'R334',
    RULES.replace('edge(from, to)', 'edge(from, via, to)')
      .replaceAll('edge(A, B)', 'edge(A, _, B)')
      .replace('edge(B, C)', 'edge(B, _, C)'),
  ],
] as const)('%s is an issue of the model, which has everything else', ([code, rules]) => {
  const model = modelOf(rules);
  expect(model.issues.map((issue) => issue.code)).toEqual([code]);
  expect(model.relation('reaches').size).toBe(code === 'R334' ? 0 : 2);
});

test('a setting for a rule that does not exist is an issue of the model', () => {
  const model = modelOf(RULES, FACTS, { switches: { stpe: false }, weights: { stpe: 1 } });
  expect(model.issues.map(({ code, message }) => [code, message])).toEqual([
    ['R332', 'There is no rule `stpe`.'],
  ]);
});

test('who says what constants mean decides between things of the same label', () => {
  const resolve = (text: string): readonly number[] => FACTS.universe.find(text).slice(0, 1);
  const model = modelOf(`${RULES} rule x "x" reaches("two", "two").`, FACTS, { resolve });
  const b = FACTS.universe.find('b');
  expect(model.issues).toEqual([]);
  expect(model.find('reaches', [...b, ...b])).toBeGreaterThanOrEqual(0);
});

test('rules that derive without end are stopped', () => {
  const many = Array.from({ length: 60 }, (_, at) => ({ relation: 'edge', terms: ['x', `y${String(at)}`] }));
  const rules = `
    told relation edge(from, to) "{from} {to}". relation far(one, other) "{one} {other}".
    rule far "nothing ties {B} and {D}" far(B, D) :- edge(_, B), edge(_, D).`;
  const stopped = modelOf(rules, factBaseOf([], many), { limit: 1000 });
  for (const times of ['once', 'again'])
    expect(() => stopped.relation('far'), `asked ${times}`).toThrow('R333');
  expect(modelOf(rules, factBaseOf([], many)).derivationCount).toBe(3600);
});

test('an explanation of what is no fact is refused', () => {
  const model = modelOf(RULES);
  for (const fact of [
    { relation: 'reaches', row: -1 },
    { relation: 'reaches', row: 2 },
    { relation: 'nothing', row: 0 },
  ]) {
    expect(() => shortestProof(model, fact)).toThrow('R340');
    expect(() => countProofs(model, fact)).toThrow('R340');
    expect(() => [...proofs(model, fact)]).toThrow('R340');
  }
});

test('from nothing follows nothing', () => {
  const model = modelOf(RULES, factBaseOf([], []));
  expect([model.derivationCount, model.relation('reaches').size, model.find('reaches', [0, 0])]).toEqual([
    0, 0, -1,
  ]);
});

test('a query stops at its limit and says so', () => {
  const model = modelOf(RULES);
  const { query: parsed } = parseQuery('reaches(A, B)', model, VOCABULARY);
  if (parsed === undefined) throw new Error('the query is right');
  expect(query(model, parsed, { limit: 1 })).toMatchObject({ isComplete: false, answers: [{}] });
  expect(query(model, parsed, { limit: 2 })).toMatchObject({ isComplete: true, answers: [{}, {}] });
});

test('an ambiguous constant in a query lists what it may be', () => {
  const model = modelOf(RULES);
  const { query: parsed } = parseQuery('edge(A, "two")', model, VOCABULARY);
  if (parsed === undefined) throw new Error('the query is right');
  const { answers, issues } = query(model, parsed);
  expect(answers).toEqual([]);
  expect(issues.map(({ code, message }) => [code, message])).toEqual([
    ['R331', '"two" may be any of 2: b (two, b), c (two, c).'],
  ]);
});

test('several files make one program, whose errors name the file', () => {
  const [first, second] = [
    RULES.slice(0, RULES.indexOf('rule further')),
    RULES.slice(RULES.indexOf('rule further')),
  ];
  const files = [
    { file: 'first.dl', text: first },
    { file: 'second.dl', text: second },
  ];
  expect(parseProgram(files, VOCABULARY).program?.rules.map(({ name }) => name)).toEqual(['step', 'further']);
  const broken = [...files, { file: 'third.dl', text: '\n rule step "" reaches(A, A) :- edge(A, A).' }];
  expect(parseProgram(broken, VOCABULARY).issues.map(({ code, place }) => [code, place])).toEqual([
    ['R308', { file: 'third.dl', line: 2, column: 7 }],
  ]);
});

test('chains of derivations may be longer than the call stack', () => {
  const length = 3000;
  const rows = Array.from({ length }, (_, at) => ({
    relation: 'next',
    terms: [`n${String(at)}`, `n${String(at + 1)}`],
  }));
  const model = modelOf(
    `told relation next(one, other) "{other} follows {one}". relation reached(node) "{node} is reached".
     rule start "first" reached("n0"). rule on "{A} is reached, {B} follows" reached(B) :- reached(A), next(A, B).`,
    factBaseOf([], rows),
  );
  const last = model.facts.universe.find(`n${String(length)}`);
  const fact = { relation: 'reached', row: model.find('reached', last) };
  expect(countProofs(model, fact)).toEqual({ count: 1n, isExact: true });
  let depth = 0;
  for (let proof: Proof | undefined = shortestProof(model, fact); proof?.kind === 'derived'; depth++)
    [proof] = proof.premises;
  expect(depth).toBe(length + 1);
  const [first] = proofs(model, fact);
  expect(first?.kind).toBe('derived');
  expect(whyNot(model, 'next', [0, 0]).attempts).toEqual([]);
});
