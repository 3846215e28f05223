import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatIssue } from '../../src/facts/index.ts';
import { parseProgram, parseQuery, REASONING_ISSUES } from '../../src/reasoning/index.ts';
import { TYPE_ALIASES } from '../../src/threat/index.ts';
import { programOf } from '../support/rule-pack.ts';

const FOLDER = new URL('errors/', import.meta.url).pathname;
const VOCABULARY = { relations: [], typeAliases: TYPE_ALIASES };
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.dl'));

function issuesOf(file: string): ReturnType<typeof parseProgram> {
  return parseProgram([{ file, text: readFileSync(`${FOLDER}${file}`, 'utf8') }], VOCABULARY);
}

test.for(files)('%s', async (file) => {
  const { program, issues } = issuesOf(file);
  expect(program).toBeUndefined();
  const text = issues.map((issue) => `${formatIssue(issue)}\n`).join('');
  await expect(text).toMatchFileSnapshot(`${FOLDER}${file.replace('.dl', '.txt')}`);
});

test('every error that a rule file can have is among the cases', () => {
  const seen = new Set(files.flatMap((file) => issuesOf(file).issues.map(({ code }) => code)));
  const possible = Object.values(REASONING_ISSUES)
    .map(({ code }) => code)
    .filter((code) => code < 'R318');
  expect([...seen].toSorted()).toEqual(possible.toSorted());
});

const program = programOf(
  'reported relation edge(from: group, to) "{from} leads to {to}". reported relation node(node) "{node}".',
  VOCABULARY,
);

test.for([
  ['edge(A, B)', ''],
  ['?- edge(A, B), A != B.', ''],
  ['edge(A, _), not node(_)', ''],
  ['edge(A B)', 'R301 1:8'],
  ['', 'R301 1:1'],
  ['A = "x"', 'R318 1:1'],
  ['not node("x")', 'R318 1:1'],
  ['egde(A, B)', 'R302 1:1'],
  ['edge(A)', 'R303 1:1'],
  ['edge(A: technique, B)', 'R304 1:6'],
  ['node(A), not edge(A, B)', 'R306 1:22'],
  ['node(A), A < B', 'R306 1:14'],
  ['node(A: nodde)', 'R311 1:9'],
] as const)('query %s', ([text, expected]) => {
  const { query, issues } = parseQuery(text, program, VOCABULARY);
  const [first] = issues;
  const { line, column } = first?.place ?? {};
  expect(first === undefined ? '' : `${first.code} ${String(line)}:${String(column)}`).toBe(expected);
  expect(query === undefined).toBe(expected !== '');
});

test.for([
  ['a file of ten million characters', `%${'x'.repeat(10_000_000)}`, 'R319'],
  ['a sentence of nine million', `rule long "${'x'.repeat(9_000_000)}" edge(A, B) :- edge(A, B).`, 'R319'],
  [
    'a statement of a hundred thousand',
    `rule long "${'x'.repeat(100_000)}" edge(A, B) :- edge(A, B).`,
    'R319',
  ],
  [
    'a rule of 2,000 premises',
    `rule wide "" edge(A, B) :- ${Array.from({ length: 2000 }, (_, at) => `edge(A, X${String(at)})`).join(', ')}, edge(A, B).`,
    'R320',
  ],
] as const)('%s is refused at once', ([, text, expected]) => {
  const { program: parsed, issues } = parseProgram(
    [{ file: 'rules.dl', text: `reported relation edge(from, to) "{from} {to}". ${text}` }],
    VOCABULARY,
  );
  expect(parsed).toBeUndefined();
  const issue = issues.find(({ severity }) => severity === 'error');
  expect(issue?.code).toBe(expected);
});

test.for([
  ['x'.repeat(100_000), 'R319'],
  [Array.from({ length: 60 }, (_, at) => `edge(A${String(at)}, B${String(at)})`).join(', '), 'R320'],
] as const)('so is a long query', ([text, code]) => {
  expect(parseQuery(text, program, VOCABULARY).issues).toMatchObject([{ code }]);
});

test('a union that contains only itself is refused wherever it is used', () => {
  const text = 'union any = any. relation far(a, b) "". rule far "" far(A, B) :- any(A, B).';
  const { program: parsed, issues } = parseProgram([{ file: 'rules.dl', text }], VOCABULARY);
  expect(parsed).toBeUndefined();
  expect(issues.map(({ code }) => code)).toContain('R313');
});
