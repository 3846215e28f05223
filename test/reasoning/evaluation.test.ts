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
  reported relation edge(from, to) "{from} leads to {to}".
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

test('packs written for 0.1 call reported relations by their old name', () => {
  expect(modelOf(RULES.replace('reported relation', 'told relation')).relation('reaches').size).toBe(2);
});

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
    reported relation edge(from, to) "{from} {to}". relation far(one, other) "{one} {other}".
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
    `reported relation next(one, other) "{other} follows {one}". relation reached(node) "{node} is reached".
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

/** Things in a long row, each leading to the next; with some short cuts, so that there are several ways. */
function longRow(length: number): FactBase {
  const rows = Array.from({ length }, (_, at) => ({
    relation: 'edge',
    terms: [`n${String(at)}`, `n${String(at + 1)}`],
  }));
  const shortCuts = rows.slice(0, -5).filter((_, at) => at % 17 === 0);
  return factBaseOf(
    [],
    [
      ...rows,
      ...shortCuts.map(({ relation, terms: [from = ''] }) => ({
        relation,
        terms: [from, `n${String(Number(from.slice(1)) + 5)}`],
      })),
    ],
  );
}

const FAR = `reported relation edge(from, to) "{from} {to}". relation far(from, to) "{from} {to}". union any = edge | far.`;

test.for([
  ['the tight loop', `${FAR} rule far "" far(A, C) :- any(A, B), edge(B, C), not edge(A, C).`, 2],
  ['the general one', `${FAR} rule far "" far(A, C) :- any(A, B), edge(B, C), not edge(A, C), A <= A.`, 2],
  [
    'a relation of three terms',
    `reported relation edge(from, to) "{from} {to}". relation far(from, to, by) "{from} {to} {by}".
     rule near "" far(A, C, A) :- edge(A, B), edge(B, C), not edge(A, C).
     rule far "" far(A, C, A) :- far(A, B, A), edge(B, C), not edge(A, C).`,
    3,
  ],
] as const)('a row of many rounds is concluded once for each pair, by %s', ([, rules, terms]) => {
  const length = 150;
  const facts = longRow(length);
  const { columns, size } = modelOf(rules, facts).relation('far');
  const pairs = new Set(
    Array.from({ length: size }, (_, row) => columns.map((column) => column[row]).join()),
  );
  const reported = facts.relations.get('edge')?.size ?? 0;
  expect([columns.length, size, pairs.size]).toEqual([terms, (length * (length + 1)) / 2 - reported, size]);
});

test('chains that would have too many conclusions are followed in whole steps, and it is said how many', () => {
  const rules = `${FAR} rule far "" far(A, C) :- any(A, B), edge(B, C).`;
  const row = factBaseOf(
    [],
    Array.from({ length: 100 }, (_, at) => ({
      relation: 'edge',
      terms: [`n${String(at)}`, `n${String(at + 1)}`],
    })),
  );
  const model = modelOf(rules, row, { chainLimit: 500 });
  // Of a row of 100, 99 follow in the first round, 98 in the second …: with the sixth the limit is passed.
  expect(model.relation('far').size).toBe(99 + 98 + 97 + 96 + 95 + 94);
  expect(model.issues).toMatchObject([{ code: 'R335', severity: 'warning' }]);
  expect(model.issues[0]?.message).toContain('`far` all is derived that follows in 6 steps');
  expect(modelOf(rules, row).issues).toEqual([]);
});

test('a step that derives too much is taken back whole', () => {
  // Some rounds in, everybody reaches a crowd from which everybody reaches a second one.
  const crowd = (name: string): string[] => Array.from({ length: 40 }, (_, at) => `${name}${String(at)}`);
  const edges = [
    ...crowd('in').map((from) => [from, 'gate']),
    ['gate', 'hall'],
    ...crowd('out').map((to) => ['hall', to]),
    ...crowd('out').flatMap((from) => crowd('last').map((to) => [from, to])),
  ];
  const facts = factBaseOf(
    [],
    edges.map((terms) => ({ relation: 'edge', terms })),
  );
  const rules = `${FAR} rule far "" far(A, C) :- any(A, B), edge(B, C).`;
  const whole = modelOf(rules, facts);
  const cut = modelOf(rules, facts, { limit: 8000, chainLimit: 8000 });
  expect(whole.issues).toEqual([]);
  expect(cut.relation('far').size).toBeLessThan(whole.relation('far').size);
  expect(cut.issues).toMatchObject([{ code: 'R335' }]);
  const { size } = cut.relation('far');
  for (const { derivations } of cut.derivationSets)
    expect(derivations.heads.slice(0, derivations.size).every((row) => row < size)).toBe(true);
});

test('rules and queries that look through too much are stopped, whether they conclude anything or not', () => {
  const many = Array.from({ length: 200 }, (_, at) => ({
    relation: 'edge',
    terms: [`x${String(at)}`, `y${String(at)}`],
  }));
  const rules = `reported relation edge(from, to) "{from} {to}". relation odd(one, other) "{one} {other}".
    rule odd "nothing ties them" odd(A, D) :- edge(A, _), edge(_, D), D < A.`;
  const facts = factBaseOf([], many);
  expect(() => modelOf(rules, facts, { rowLimit: 1000 }).relation('odd')).toThrow('R333');
  expect(modelOf(rules, facts).relation('odd').size).toBe(0);
});
