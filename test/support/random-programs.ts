import fc from 'fast-check';
import type { FactBase } from '../../src/facts/index.ts';
import { factBaseOf, type Thing, type ReportedRow } from './fact-base.ts';

/** A random program and facts for it. */
export interface RandomWorld {
  /** Statements other than rules. */
  readonly declarations: string;
  readonly rules: readonly string[];
  readonly rows: readonly ReportedRow[];
  /** Relations in an order in which negation only looks back. */
  readonly layers: readonly (readonly string[])[];
}

const ARITIES: Readonly<Record<string, number>> = {
  'reported-a': 2,
  'reported-b': 2,
  'reported-c': 1,
  'reported-d': 3,
  'low-a': 2,
  'low-b': 1,
  'high-a': 2,
  'high-b': 3,
  'high-c': 2,
};
const REPORTED = ['reported-a', 'reported-b', 'reported-c', 'reported-d'];
const LOW = ['low-a', 'low-b', 'reported-b'];
const HIGH = ['high-a', 'high-b', 'high-c'];

/** Two layers; within each, relations may depend on each other. `reported-b` is reported and concluded. */
const LAYERS = [
  { heads: LOW, positive: [...REPORTED, ...LOW], negative: ['reported-a', 'reported-c', 'reported-d'] },
  { heads: HIGH, positive: [...REPORTED, ...LOW, ...HIGH, 'two', 'two'], negative: [...REPORTED, ...LOW] },
];
const UNION = 'union two = reported-a | low-a | high-a.';

const THINGS: readonly Thing[] = ['a', 'b', 'c', 'd', 'e'].map((id, at) => ({
  id,
  type: at < 3 ? 'malware' : 'tool',
}));
const IDS = THINGS.map(({ id }) => id);

const term = fc.oneof(
  { weight: 24, arbitrary: fc.constantFrom('A', 'B', 'C') },
  { weight: 4, arbitrary: fc.constant('D') },
  { weight: 1, arbitrary: fc.constantFrom(...IDS).map((id) => `"${id}"`) },
  { weight: 1, arbitrary: fc.constant('_') },
  { weight: 1, arbitrary: fc.constantFrom('A: malware', 'B: tool') },
);

interface RandomAtom {
  readonly relation: string;
  readonly terms: readonly string[];
}

function atom(relations: readonly string[]): fc.Arbitrary<RandomAtom> {
  return fc.constantFrom(...relations).chain((relation) => {
    const length = ARITIES[relation] ?? 2;
    return fc.array(term, { minLength: length, maxLength: length }).map((terms) => ({ relation, terms }));
  });
}

/** A rule of a layer; choices among bound variables are numbers, taken modulo what there is. */
function rule(layer: (typeof LAYERS)[number], withNegation: boolean): fc.Arbitrary<string> {
  return fc
    .record({
      head: fc.constantFrom(...layer.heads),
      premises: fc.array(atom(layer.positive), { minLength: 1, maxLength: 3 }),
      negated: fc.option(atom(layer.negative), { nil: undefined, freq: 1 }),
      comparison: fc.option(fc.constantFrom('!=', '<', '>=', '='), { nil: undefined, freq: 1 }),
      picks: fc.array(fc.nat(11), { minLength: 8, maxLength: 8 }),
    })
    .map(({ head, premises, negated, comparison, picks }) => {
      const variables = [...new Set(premises.flatMap(({ terms }) => terms.map(variableOf)))].filter(
        (name) => name !== '',
      );
      const pick = (at: number): string => variables[(picks[at] ?? 0) % variables.length] ?? '"a"';
      const headTerms = Array.from({ length: ARITIES[head] ?? 2 }, (_, at) => pick(at));
      const rebound = (name: string, at: number): string =>
        variableOf(name) === '' || variables.includes(variableOf(name)) ? name : pick(at);
      const body = [
        ...premises.map(sayAtom),
        ...(withNegation && negated !== undefined
          ? [`not ${sayAtom({ ...negated, terms: negated.terms.map(rebound) })}`]
          : []),
        ...(comparison === undefined ? [] : [`${pick(5)} ${comparison} ${pick(6)}`]),
      ];
      return `"" ${head}(${headTerms.join(', ')}) :- ${body.join(', ')}.`;
    });
}

/** The variable of a term as written; empty for constants and `_`. */
function variableOf(written: string): string {
  return /^[A-D]/u.exec(written)?.[0] ?? '';
}

function sayAtom({ relation, terms }: RandomAtom): string {
  return `${relation}(${terms.join(', ')})`;
}

const row: fc.Arbitrary<ReportedRow> = fc.constantFrom(...REPORTED).chain((relation) =>
  fc
    .array(fc.constantFrom(...IDS), {
      minLength: ARITIES[relation] ?? 2,
      maxLength: ARITIES[relation] ?? 2,
    })
    .map((terms) => ({ relation, terms })),
);

/** Random worlds over five things: recursion, circles, unions, constants, types and, if wanted, negation. */
export function randomWorld(withNegation: boolean): fc.Arbitrary<RandomWorld> {
  const [low, high] = LAYERS.map((layer) =>
    fc.array(rule(layer, withNegation), { minLength: 2, maxLength: 5, size: 'max' }),
  );
  return fc
    .record({
      low: low ?? fc.constant([]),
      high: high ?? fc.constant([]),
      rows: fc.array(row, { minLength: 8, maxLength: 30, size: 'max' }),
    })
    .map((world) => ({
      declarations: [...Object.entries(ARITIES).map(declaration), UNION].join('\n'),
      rules: [...world.low, ...world.high].map((text, at) => `rule r${String(at)} ${text}`),
      rows: world.rows,
      layers: [LOW, HIGH],
    }));
}

function declaration([name, arity]: readonly [string, number]): string {
  const terms = Array.from({ length: arity }, (_, at) => `t${String(at)}`);
  return `relation ${name}(${terms.join(', ')}) "${name}".`;
}

/** The facts of a world. */
export function factsOf({ rows }: Pick<RandomWorld, 'rows'>): FactBase {
  return factBaseOf(THINGS, rows);
}

/** The rule text of a world, rules in the order given. */
export function textOf({ declarations, rules }: Pick<RandomWorld, 'declarations' | 'rules'>): string {
  return [declarations, ...rules].join('\n');
}
