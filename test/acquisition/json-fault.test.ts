import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonFault } from '../../src/acquisition/json/json-fault.ts';
import { runs } from '../support/runs.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test('agrees with JSON.parse on what is JSON, whatever is done to a text', () => {
  const damaged = fc
    .tuple(
      fc.json(),
      fc.nat(),
      fc.nat(4),
      fc.constantFrom('', '"', '\\', '{', ']', ',', ':', '0', 'e', '-', '\u0001'),
    )
    .map(([text, at, cut, insert]) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + insert + text.slice(start + cut);
    });
  fc.assert(
    fc.property(damaged, (text) => {
      expect(findJsonFault(text) === undefined).toBe(isJson(text));
    }),
    runs(500),
  );
});

test('what comes before the fault can be continued: a text cut there is only truncated', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (text, at) => {
      const cut = text.slice(0, at % (text.length + 1));
      if (!isJson(cut)) expect(findJsonFault(cut)).toBe(cut.length);
    }),
    runs(300),
  );
});

test.for([
  ['', 0],
  ['{}', undefined],
  ['{"a" 1}', 5],
  ['[1,]', 3],
  ['[1}', 2],
  ['{"a":1]', 6],
  ['[01]', 2],
  ['"a\nb"', 2],
  ['"\\x"', 1],
  ['[1] 2', 4],
  ['[tru', 4],
  ['[nope]', 1],
  ['[1.', 3],
  ['"\\', 2],
  ['"\\u12', 5],
  ["{'a':1}", 1],
] as const)('%s goes wrong at %s', ([text, fault]) => {
  expect(findJsonFault(text)).toBe(fault);
});
