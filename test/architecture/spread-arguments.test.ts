import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'rolldown/utils';
import { expect, test } from 'vitest';

/**
 * Calls that may spread a list into their arguments, with what bounds the list. Each item goes onto the call stack: a list from
 * outside of some 120,000 items would end the process. For lists of any size there are `append`, `highest` and `lowest`.
 */
const BOUNDED: Readonly<Record<string, string>> = {
  term: 'types of our own vocabulary',
  ofSeries: 'names of our own',
  'globalThis.fetch': 'an address and its options',
  make: 'the arguments of a function of our own',
  deterministicId: 'the parts of one statement',
  'String.fromCharCode': 'a slice of 8,192',
  item: 'one or two blocks that hold the lists',
  details: 'a table and a sentence',
  'statement.run': 'the values of one statement: of a hundred rows at most',
  'statement.get': 'the values of one statement: of a hundred rows at most',
  'statement.all': 'the values of one statement: of a hundred rows at most',
  'statement.iterate': 'the values of one statement: of a hundred rows at most',
  emitWarning: 'the arguments of a function of our own',
  'paths.join': 'names of our own',
};

const FILES = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);

test('no list of outside size is spread into the arguments of a call', () => {
  const found = FILES.flatMap((file) => spreadCalls(readFileSync(join('src', file), 'utf8'), file));
  expect(found.filter(({ callee }) => BOUNDED[callee] === undefined)).toEqual([]);
  expect(
    Object.keys(BOUNDED).filter((callee) => !found.some((each) => each.callee === callee)),
    'every exception is needed',
  ).toEqual([]);
});

test.for([
  ['list.push(...others);', ['list.push']],
  ['const most = Math.max(0, ...values);', ['Math.max']],
  ['new Range(...ends);', ['Range']],
  ['const all = [...some, ...others]; f(all); f({ ...all });', []],
] as const)('%s is seen for what it is', ([text, callees]) => {
  expect(spreadCalls(text, 'example.ts').map(({ callee }) => callee)).toEqual(callees);
});

interface SpreadCall {
  readonly callee: string;
  /** File and line. */
  readonly at: string;
}

interface Call {
  readonly start: number;
  readonly callee: { readonly start: number; readonly end: number };
  readonly arguments: readonly { readonly type: string }[];
}

function spreadCalls(text: string, file: string): readonly SpreadCall[] {
  const calls: SpreadCall[] = [];
  const look = ({ start, callee, arguments: given }: Call): void => {
    if (!given.some(({ type }) => type === 'SpreadElement')) return;
    const line = text.slice(0, start).split('\n').length;
    calls.push({ callee: text.slice(callee.start, callee.end), at: `${file}:${line}` });
  };
  const { program, errors } = parseSync(file, text);
  expect(errors).toEqual([]);
  new Visitor({ CallExpression: look, NewExpression: look }).visit(program);
  return calls;
}
