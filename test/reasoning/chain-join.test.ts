import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/reasoning/index.ts';
import { TYPE_ALIASES } from '../../src/threat/index.ts';
import { factBaseOf } from '../support/fact-base.ts';
import { sayModel } from '../support/naive.ts';
import { programOf } from '../support/rule-pack.ts';

const VOCABULARY = { relations: [], typeAliases: TYPE_ALIASES };
const DECLARATIONS = `
  relation one(x, y) "{x} {y}". relation two(x, y) "{x} {y}". relation barred(x, y) "{x} {y}".
  relation chain(x, z) "{x} {z}". union any = one | chain.
`;
const SHAPES = [
  'chain(A, C) :- one(A, B), two(B, C)',
  'chain(A, C) :- any(A, B), any(B, C)',
  'chain(A, C) :- two(B, A), one(C, B)',
  'chain(A, C) :- any(A, B), two(B, C), not barred(A, C)',
  'chain(A, C) :- any(A, B), two(C, B), not barred(C, A)',
  'chain(A: malware, C) :- one(A, B: malware), any(B, C: tool), not barred(A, C)',
  'chain(A, C) :- any(A, B), two(B, C), A != C',
  'chain(A, C) :- two(B, A), any(C, B), not barred(A, C), C != A',
];
const things = Array.from({ length: 8 }, (_, at) => ({
  id: `n${String(at)}`,
  type: at < 5 ? 'malware' : 'tool',
}));
const row = fc
  .record({
    relation: fc.constantFrom('one', 'one', 'two', 'two', 'barred'),
    from: fc.constantFrom(...things),
    to: fc.constantFrom(...things),
  })
  .map(({ relation, from, to }) => ({ relation, terms: [from.id, to.id] }));

/** Several rules share what they know of a first term; one of them wants the last to be another. */
const TOGETHER = [
  'chain(A, C) :- any(A, B), two(B, C), not barred(A, C), A != C',
  'chain(A, C) :- any(A, B), one(B, C), not barred(A, C)',
];

// A comparison that always holds keeps a rule out of the tight loop for chains without changing what it means.
test.for([...SHAPES.map((shape) => [shape]), TOGETHER])(
  'the tight loop does what the general one does: %s',
  (shapes) => {
    const programs = ['', ', A <= A'].map((comparison) =>
      programOf(
        `${DECLARATIONS} ${shapes.map((shape, at) => `rule r${at} "" ${shape}${comparison}.`).join(' ')}`,
        VOCABULARY,
      ),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 5, maxLength: 60, size: 'max' }), (rows) => {
        const facts = factBaseOf(things, rows);
        const [tight, general] = programs.map((program) => sayModel(evaluate(program, facts)));
        expect([...(tight?.derivations ?? [])].toSorted()).toEqual(
          [...(general?.derivations ?? [])].toSorted(),
        );
      }),
    );
  },
);
