import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ExpressionFault,
  matcherOf,
  necessaryTexts,
  readExpression,
  type Expression,
} from '../../src/sigma/expression/index.ts';
import { runs } from '../support/runs.ts';

const PLAIN = { ignoreCase: false, lines: false, anyCharacter: false };

function read(text: string, flags = ''): Expression {
  return readExpression(text, {
    ignoreCase: flags.includes('i'),
    lines: flags.includes('m'),
    anyCharacter: flags.includes('s'),
  });
}

/** Expressions that JavaScript reads the same. */
const piece = fc.constantFrom(
  'a',
  'b',
  'B',
  '-',
  '1',
  '.',
  '\\d',
  '\\w',
  '\\W',
  '[ab]',
  '[^a-c]',
  '[\\d-]',
  '[A-Z_]',
  '\\b',
  '\\B',
  '^',
  '$',
  '\\.',
  '\n',
  '(?:)',
);
const expression = fc.letrec<{ readonly node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    piece,
    fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    fc.array(tie('node'), { minLength: 2, maxLength: 3 }).map((parts) => `(?:${parts.join('|')})`),
    fc
      .tuple(tie('node'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{0,2}', '{2,}', '*?', '+?'))
      .map(([inner, quantifier]) => `(?:${inner})${quantifier}`),
  ),
})).node;
const subject = fc.string({ unit: fc.constantFrom(...Array.from('abBC1_-. \n')), maxLength: 12 });

test('an expression matches where that of JavaScript does', () => {
  let matched = 0;
  fc.assert(
    fc.property(
      expression,
      fc.constantFrom('', 'i', 'm', 's', 'ims'),
      fc.array(subject, { maxLength: 6 }),
      (text, flags, subjects) => {
        const theirs = new RegExp(text, `${flags}u`);
        const ours = matcherOf(read(text, flags));
        for (const one of subjects) {
          expect([one, ours(one)]).toEqual([one, theirs.test(one)]);
          if (theirs.test(one)) matched++;
        }
      },
    ),
    runs(1500),
  );
  expect(matched).toBeGreaterThan(500);
});

test('what an expression matches has one of the texts that it needs', () => {
  let known = 0;
  fc.assert(
    fc.property(expression, fc.array(subject, { maxLength: 8 }), (text, subjects) => {
      const needed = necessaryTexts(read(text));
      if (needed === undefined) return;
      known++;
      const theirs = new RegExp(text, 'u');
      for (const one of subjects.filter((each) => theirs.test(each)))
        expect(needed.some((each) => one.toLowerCase().includes(each))).toBe(true);
    }),
    runs(1500),
  );
  expect(known).toBeGreaterThan(200);
});

test.for<readonly [string, string, readonly string[], readonly string[]]>([
  ['(?i)pebble', '', ['PEBBLE'], ['peble']],
  ['(?i:p)ebble', '', ['Pebble'], ['PEBBLE']],
  ['p(?i)E|Q', '', ['pe', 'q'], ['Pe']],
  ['a(?-i)b', 'i', ['Ab'], ['aB']],
  ['(?<name>a)(?P<other>b)', '', ['ab'], []],
  ['(?#a comment)x', '', ['x'], ['a comment']],
  [String.raw`\x41\x{1f600}B`, '', ['A\u{1f600}B'], ['A']],
  [String.raw`\Qa.b*\E+`, '', ['a.b**'], ['axb']],
  ['[[:digit:][:upper:]]{2}', '', ['1A'], ['1a']],
  ['[]a]b', '', [']b', 'ab'], ['b']],
  [String.raw`[\w+|\s]`, '', ['|', ' '], ['-']],
  [String.raw`[a\-z]`, '', ['-', 'z'], ['b']],
  [String.raw`[\d-x]`, '', ['-', 'x', '5'], ['w']],
  ['a{,2}', '', ['a{,2}'], ['aa']],
  ['ä', 'i', ['Ä'], ['a']],
  [String.raw`\Aab\z`, 'm', ['ab'], ['ab\n', '\nab']],
  ['^.{3}$', '', ['a\u{1f600}b'], ['a\u{1f600}']],
  [String.raw`\w`, '', ['a'], ['ä']],
])('%s %s', ([text, flags, yes, no]) => {
  const matches = matcherOf(read(text, flags));
  expect(yes.filter((one) => !matches(one))).toEqual([]);
  expect(no.filter(matches)).toEqual([]);
});

test.for([
  'a**b)',
  '(a',
  '[a',
  'a{3,2}',
  '*a',
  String.raw`(a)\1`,
  '(?=a)',
  '(?<!a)',
  '(?>a)',
  'a++',
  String.raw`\p{L}`,
  String.raw`\y`,
  '\\',
  '[z-a]',
  '[[:sand:]]',
  '('.repeat(1000),
])('%s is refused', (text) => {
  expect(() => read(text)).toThrow(ExpressionFault);
});

test.for<readonly [text: string, character: string]>([
  ['^(a+)+$', 'a'],
  ['^(a|a)*$', 'a'],
  ['^(a|aa)+$', 'a'],
  ['(.*a){12}$', 'a'],
  [String.raw`\+.*\+.*\+.*\+.*\+.*\+.*\+.*\+.*\+.*\+.*\+.*\+.*\+.*\+x`, '+'],
  ['(x?){40}x{40}$', 'x'],
])('%s does not run away', ([text, character]) => {
  // Going back would try more ways than there are atoms: that it ends at all is what is tested.
  expect(matcherOf(readExpression(text, PLAIN))(`${character.repeat(3000)}!`)).toBe(false);
});

test.for(['(a{1,300}){1,300}', 'a{99999}', '((?:){99999}){99999}', '(((a?){50}){50}){50}'])(
  '%s is too large',
  (text) => {
    expect(() => matcherOf(readExpression(text, PLAIN))).toThrow('steps');
  },
);
