import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  LAYER_ISSUES,
  SEQUENTIAL_COLORS,
  cellFinder,
  cellOf,
  isMarked,
  layerOf,
  type Layer,
} from '../../../src/threat/index.ts';
import { combineLayers, type MissingPolicy } from '../../../src/analysis/index.ts';
import { writeLayer } from '../../../src/export/index.ts';
import { readLayers } from '../../../src/intake/index.ts';
import { anyCell, anyCells, heron, mudlark } from '../../support/layers.ts';
import { schemaFaults } from '../../support/navigator-schema.ts';

/** A layer from scores; null marks a technique without scoring it. A key may end in ` TACTIC`. */
function layer(name: string, scores: Readonly<Record<string, number | null>>): Layer {
  const cells = Object.entries(scores).map(([key, score]) => {
    const [technique = '', tactic] = key.split(' ');
    return cellOf({
      technique,
      ...(tactic === undefined ? {} : { tactic }),
      ...(score === null ? { comment: 'seen' } : { score }),
    });
  });
  return layerOf({ name, domain: 'enterprise-attack', release: '18', cells });
}

/** The marked cells of a combination in the notation of {@link layer}. */
function scoresOf(combined: Layer | undefined): Readonly<Record<string, number | null>> {
  const marked = (combined?.cells ?? []).filter(isMarked);
  return Object.fromEntries(
    marked.map(({ technique, tactic, score }) => [
      [technique, tactic].filter(Boolean).join(' '),
      score ?? null,
    ]),
  );
}

const a = layer('A', { T1001: 10, T1002: 0, T1003: null, T1004: 8 });
const b = layer('B', { T1001: 3, T1003: 5, T1005: 0, T1006: null });
const operands = [
  { name: 'a', layer: a },
  { name: 'b', layer: b },
];

function combine(expression: string, missing?: MissingPolicy): ReturnType<typeof scoresOf> {
  return scoresOf(combineLayers(operands, expression, missing === undefined ? {} : { missing }).layer);
}

describe('expressions', () => {
  test.for([
    ['a', { T1001: 10, T1002: 0, T1003: null, T1004: 8 }],
    ['a or b', { T1001: 10, T1002: 0, T1003: 5, T1004: 8, T1005: 0, T1006: null }],
    ['a | b', { T1001: 10, T1002: 0, T1003: 5, T1004: 8, T1005: 0, T1006: null }],
    ['a and b', { T1001: 3, T1003: 5 }],
    ['a & b', { T1001: 3, T1003: 5 }],
    ['a and not b', { T1002: 0, T1004: 8 }],
    ['a except b', { T1002: 0, T1004: 8 }],
    ['b and not a or a and not b', { T1002: 0, T1004: 8, T1005: 0, T1006: null }],
    ['a + b', { T1001: 13, T1002: 0, T1003: 5, T1004: 8, T1005: 0, T1006: null }],
    ['a + 2*b', { T1001: 16, T1002: 0, T1003: 10, T1004: 8, T1005: 0, T1006: null }],
    ['a - b', { T1001: 7, T1003: null }],
    ['a - (b else 0)', { T1001: 7, T1002: 0, T1003: null, T1004: 8 }],
    ['(a else 0) - (b else 0)', { T1001: 7, T1002: 0, T1003: -5, T1004: 8, T1005: 0, T1006: 0 }],
    ['a * b', { T1001: 30, T1003: null }],
    ['a / 2', { T1001: 5, T1002: 0, T1003: null, T1004: 4 }],
    ['100 - a', { T1001: 90, T1002: 100, T1003: null, T1004: 92 }],
    ['-a', { T1001: -10, T1002: 0, T1003: null, T1004: -8 }],
    ['a - -1.5', { T1001: 11.5, T1002: 1.5, T1003: null, T1004: 9.5 }],
    ['max(a, b)', { T1001: 10, T1002: 0, T1003: 5, T1004: 8, T1005: 0, T1006: null }],
    ['min(a, b)', { T1001: 3, T1002: 0, T1003: 5, T1004: 8, T1005: 0, T1006: null }],
    ['average(a, b)', { T1001: 6.5, T1002: 0, T1003: 5, T1004: 8, T1005: 0, T1006: null }],
    ['sum(a, b)', { T1001: 13, T1002: 0, T1003: 5, T1004: 8, T1005: 0, T1006: null }],
    ['max(a, 9)', { T1001: 10, T1002: 9, T1003: null, T1004: 9 }],
    ['count(a, b)', { T1001: 2, T1002: 1, T1003: 2, T1004: 1, T1005: 1, T1006: 1 }],
    ['count(a, b) >= 2', { T1001: 2, T1003: 2 }],
    ['a >= 8', { T1001: 10, T1004: 8 }],
    ['a > 8 or b <= 0', { T1001: 10, T1005: 0 }],
    ['a != 0 and not b', { T1004: 8 }],
    ['a > b', { T1001: 10 }],
    ['b else 50', { T1001: 3, T1003: 5, T1005: 0, T1006: 50 }],
    ['a + 1', { T1001: 11, T1002: 1, T1003: null, T1004: 9 }],
    ['1 + 2 + a', { T1001: 13, T1002: 3, T1003: null, T1004: 11 }],
  ] as const)('%s', ([expression, scores]) => {
    expect(combine(expression)).toEqual(scores);
  });

  test.for([
    ['a + b', 'absent', { T1001: 13 }],
    ['max(a, b)', 'absent', { T1001: 10 }],
    ['2*a', 'absent', { T1001: 20, T1002: 0, T1004: 16 }],
    ['a - b', 0, { T1001: 7, T1002: 0, T1003: -5, T1004: 8, T1005: 0, T1006: 0 }],
    ['a * b', 1, { T1001: 30, T1002: 0, T1003: 5, T1004: 8, T1005: 0, T1006: 1 }],
    ['average(a, b)', 0, { T1001: 6.5, T1002: 0, T1003: 2.5, T1004: 4, T1005: 0, T1006: 0 }],
    ['a and b', 0, { T1001: 3, T1003: 5 }],
  ] as const)('%s where a missing score counts as %s', ([expression, missing, scores]) => {
    expect(combine(expression, missing)).toEqual(scores);
  });

  test('names: words that look like keywords, and quoted ones', () => {
    const named = [
      { name: 'order', layer: a },
      { name: 'Blue team', layer: b },
      { name: 'max', layer: a },
    ];
    expect(scoresOf(combineLayers(named, 'order and "Blue team" and max').layer)).toEqual({
      T1001: 3,
      T1003: 5,
    });
  });

  test.for([
    ['', 'W680', 1],
    ['a +', 'W680', 4],
    ['a b', 'W680', 3],
    ['not a', 'W680', 1],
    ['a and not', 'W680', 10],
    [`${'('.repeat(50_000)}a`, 'W680', 1],
    [Array.from({ length: 502 }, () => 'a').join(' + '), 'W680', 1],
    ['a < b < a', 'W680', 7],
    ['a or b != a <= b', 'W680', 13],
    ['a or and', 'W680', 6],
    ['a + c', 'W681', 5],
    ['a or nought', 'W681', 6],
    ['1 + 2', 'W682', 1],
    ['a or 2', 'W682', 6],
    ['5 > a', 'W682', 1],
    ['a else b', 'W682', 8],
    ['2 else 3', 'W682', 1],
    ['count(a, 2)', 'W682', 10],
  ] as const)('%s is refused with %s', ([expression, code, column]) => {
    const { layer: none, issues } = combineLayers(operands, expression);
    expect(none).toBeUndefined();
    expect([issues[0]?.code, issues[0]?.place?.column]).toEqual([code, column]);
  });
});

test.for([
  ['a b', 'Expected an operator such as `and` or `+`, but found `b`.', 3],
  ['a - ', 'Expected a layer, a number or `(`, but the text ends.', 5],
  ['(a or b', 'Expected `)`, but the text ends.', 8],
  ['MAX(a, b)', 'Expected a function (max, min, sum, average, count), but found `MAX`.', 1],
  ['a + "b', 'Expected a layer, a number or `(`, but found `"`.', 5],
  ['a or heronn', 'There is no layer `heronn`; given are a, heron. Did you mean `heron`?', 6],
] as const)('%s: %s', ([expression, message, column]) => {
  const given = ['a', 'heron'].map((name) => ({ name, layer: a }));
  const [issue] = combineLayers(given, expression).issues;
  const hint = issue?.code === 'W681' ? ` ${issue.hint ?? ''}` : '';
  expect([`${issue?.message ?? ''}${hint}`, issue?.place?.column]).toEqual([message, column]);
});

test('500 operators are read', () => {
  expect(combine(Array.from({ length: 501 }, () => 'a').join(' or '))).toEqual(combine('a'));
});

test('what binds tighter is joined first; the same operators from left to right', () => {
  for (const [flat, grouped] of [
    ['a or b and a - b * a else 3', 'a or (b and (a - (b * (a else 3))))'],
    ['100 - a - b / 2 / 5', '(100 - a) - ((b / 2) / 5)'],
    ['a and not b and "a" except b', '((a and not b) and a) except b'],
    ['a and "not" or a', '(a and "not") or a'],
    ['-a else 1 >= 0 or b', '(((-a) else 1) >= 0) or b'],
  ] as const) {
    const given = [...operands, { name: 'not', layer: b }];
    const { layer: made = never() } = combineLayers(given, flat);
    expect(scoresOf(made)).toEqual(scoresOf(combineLayers(given, grouped).layer));
  }
});

describe('what may be combined', () => {
  test('layers of different domains are refused', () => {
    const mobile = layerOf({ name: 'M', domain: 'mobile-attack' });
    const { layer: none, issues } = combineLayers(
      [operands[0] ?? never(), { name: 'm', layer: mobile }],
      'a or m',
    );
    expect(none).toBeUndefined();
    expect(issues.map(({ code, message }) => [code, message])).toEqual([
      ['W683', 'The layers are of different domains (a: Enterprise, m: Mobile).'],
    ]);
  });

  test.for([
    [undefined, '18'],
    ['9.0', '18'],
    ['19.1', '19.1'],
  ] as const)('release %s beside 18 is warned about; the newest is taken: %s', ([release, newest]) => {
    const { release: _, ...unversioned } = b;
    const other = release === undefined ? unversioned : { ...b, release };
    const { layer: made, issues } = combineLayers(
      [
        { name: 'a', layer: a },
        { name: 'b', layer: other },
      ],
      'a or b',
    );
    expect(issues.map(({ code }) => code)).toEqual(['W684']);
    expect(made?.release).toBe(newest);
  });

  test('18 and 18.1 are the same release to a layer', () => {
    const { issues } = combineLayers(
      [
        { name: 'a', layer: a },
        { name: 'b', layer: { ...b, release: '18.1' } },
      ],
      'a or b',
    );
    expect(issues).toEqual([]);
  });

  test.for([
    ['a / b', ['W685']],
    ['a', ['W686']],
    ['a + u', ['W686', 'W687']],
    ['count(a, b, u)', []],
    ['a + b + empty', []],
  ] as const)('%s: warnings %o', ([expression, codes]) => {
    const unscored = layer('U', { T1001: null });
    const zero = layer('Z', { T1001: 0 });
    const given = [
      { name: 'a', layer: a },
      { name: 'b', layer: zero },
      ...(expression.includes('u') ? [{ name: 'u', layer: unscored }] : []),
      ...(expression.includes('empty') ? [{ name: 'empty', layer: layer('N', {}) }] : []),
    ];
    const combination = combineLayers(given, expression);
    expect(combination.issues.map(({ code }) => code)).toEqual(codes);
    expect(combination.layer).toBeDefined();
  });

  test('division by zero leaves the technique unscored, not infinite', () => {
    const zero = layer('Z', { T1001: 0 });
    const { layer: made } = combineLayers(
      [
        { name: 'a', layer: a },
        { name: 'z', layer: zero },
      ],
      'a / z',
    );
    expect(scoresOf(made)).toEqual({ T1001: null });
  });

  test('two layers of one name are refused', () => {
    expect(combineLayers([...operands, ...operands], 'a').issues.map(({ code }) => code)).toEqual([
      'W689',
      'W689',
    ]);
  });
});

describe('tactics', () => {
  const everywhere = layer('E', { T1001: 5 });
  const filing = layer('F', { 'T1001 filing': 3 });
  const both = [
    { name: 'e', layer: everywhere },
    { name: 'f', layer: filing },
  ];

  test.for([
    ['e + f', { T1001: 5, 'T1001 filing': 8 }],
    ['e and f', { 'T1001 filing': 3 }],
    ['f and not e', {}],
  ] as const)('a mark for every tactic counts for each one: %s', ([expression, scores]) => {
    expect(scoresOf(combineLayers(both, expression).layer)).toEqual(scores);
  });

  test('where one tactic falls away from a mark for all, a bare cell shows it', () => {
    const { layer: made } = combineLayers(both, 'e and not f');
    expect(made?.cells.map(({ technique, tactic, score }) => [technique, tactic, score])).toEqual([
      ['T1001', undefined, 5],
      ['T1001', 'filing', undefined],
    ]);
    expect(made?.cells.map(isMarked)).toEqual([true, false]);
  });

  const SERVED: Readonly<Record<string, readonly string[]>> = {
    T1001: ['filing'],
    T1002: ['filing', 'stapling'],
    T1003: ['shredding', 'stapling'],
  };
  const tacticsOf = (technique: string): readonly string[] => SERVED[technique] ?? [];

  test.for([
    // ours, theirs, expression, what is left
    [{ T1001: 90 }, { 'T1001 filing': 100 }, 'a and not b', {}],
    [{ T1001: 90 }, { 'T1001 filing': 100 }, 'a and b', { T1001: 90 }],
    [{ T1001: 90 }, { 'T1001 filing': 100 }, 'count(a, b)', { T1001: 2 }],
    [{ T1002: 90 }, { 'T1002 filing': 100 }, 'a and not b', { 'T1002 stapling': 90 }],
    [{ T1002: 1 }, { 'T1002 filing': 3, 'T1002 stapling': 3 }, 'a or b', { T1002: 3 }],
    [{ T1002: 1 }, { 'T1002 filing': 3 }, 'a + b', { 'T1002 filing': 4, 'T1002 stapling': 1 }],
    // A tactic that only a layer knows stays a tactic of its own.
    [{ T1001: 1 }, { 'T1001 folding': 3 }, 'a or b', { 'T1001 filing': 1, 'T1001 folding': 3 }],
    [{ T1001: 1 }, { 'T1001 folding': 3 }, 'a and not b', { 'T1001 filing': 1 }],
  ] as const)('by the matrix, %o beside %o: %s', ([ours, theirs, expression, left]) => {
    const given = [
      { name: 'a', layer: layer('A', ours) },
      { name: 'b', layer: layer('B', theirs) },
    ];
    const { layer: made, issues } = combineLayers(given, expression, { tacticsOf });
    expect(scoresOf(made)).toEqual(left);
    expect(made?.cells.every(isMarked)).toBe(true);
    expect(issues).toEqual([]);
  });

  test('without the matrix, marks for all and for single tactics of one technique are warned about', () => {
    const { issues } = combineLayers(both, 'e and not f');
    expect(issues.map(({ code, message }) => [code, message])).toEqual([
      [
        'W615',
        'T1001: marked for all tactics and for single ones, and which tactics there are is not known.',
      ],
    ]);
    expect(combineLayers([{ name: 'e', layer: everywhere }], 'e').issues).toEqual([]);
    expect(combineLayers([{ name: 'f', layer: filing }], 'f').issues).toEqual([]);
  });

  /** As the Navigator writes a layer: an entry for each tactic. */
  function eachTactic(compact: Layer): Layer {
    const find = cellFinder(compact);
    return {
      ...compact,
      cells: Object.entries(SERVED).flatMap(([technique, tactics]) =>
        tactics.flatMap((tactic) => {
          const cell = find(technique, tactic);
          return cell === undefined ? [] : [{ ...cell, tactic }];
        }),
      ),
    };
  }

  test('whether a layer has a mark for all tactics or one for each makes no difference', () => {
    const cells = anyCells(anyCell(fc.constantFrom(...Object.keys(SERVED))));
    const expressions = ['a and not b', 'a or b', 'count(a, b)', 'a + 2*b', 'a >= 5', 'b else 1'];
    fc.assert(
      fc.property(cells, cells, fc.constantFrom(...expressions), (one, other, expression) => {
        const layers = [one, other].map((each) =>
          layerOf({
            name: 'x',
            domain: 'enterprise-attack',
            cells: each.filter(({ tactic, technique }) => !tactic || tacticsOf(technique).includes(tactic)),
          }),
        );
        const made = [
          layers,
          layers.map(eachTactic),
          [layers[0] ?? never(), eachTactic(layers[1] ?? never())],
        ].map(([left = never(), right = never()]) => {
          const given = [
            { name: 'a', layer: left },
            { name: 'b', layer: right },
          ];
          const { layer: result = never() } = combineLayers(given, expression, { tacticsOf });
          return eachTactic(result).cells.filter(isMarked);
        });
        expect(made[1]).toEqual(made[0]);
        expect(made[2]).toEqual(made[0]);
      }),
    );
  });

  test('a cell for one tactic wins over the cell for all within a layer', () => {
    const layered = layer('L', { T1001: 1, 'T1001 filing': 9 });
    const { layer: made } = combineLayers([{ name: 'l', layer: layered }], 'l * 2');
    expect(scoresOf(made)).toEqual({ T1001: 2, 'T1001 filing': 18 });
  });
});

test.for([
  ['a', true],
  ['a and not b', true],
  ['a >= 5 or c', true],
  ['a or b', false],
  ['a + c', false],
  ['count(a, c)', false],
] as const)('%s keeps the colours of its layers: %s', ([expression, isKept]) => {
  const scale = {
    gradient: { colors: ['#ffffff', '#ff0000'], minimum: 0, maximum: 50 },
    legend: [{ label: 'high', color: '#ff0000' }],
  };
  const given = [
    { name: 'a', layer: { ...a, ...scale } },
    { name: 'b', layer: b },
    { name: 'c', layer: { ...b, ...scale } },
  ];
  const { layer: made } = combineLayers(given, expression);
  expect(made?.gradient).toEqual(
    isKept ? scale.gradient : expect.objectContaining({ colors: SEQUENTIAL_COLORS }),
  );
  expect(made?.legend).toEqual(isKept ? scale.legend : []);
});

test('a disabled or bare cell is not held', () => {
  const cells = [cellOf({ technique: 'T1001', score: 5, enabled: false }), cellOf({ technique: 'T1004' })];
  const off = { ...a, cells };
  const given = [
    { name: 'a', layer: a },
    { name: 'off', layer: off },
  ];
  expect(scoresOf(combineLayers(given, 'a and off').layer)).toEqual({});
  expect(scoresOf(combineLayers(given, 'off else 7', { missing: 3 }).layer)).toEqual({});
});

test('all that layers hold is kept, each part under the name of its layer; the recipe is recorded', async () => {
  const { layer: made, issues } = combineLayers(
    [
      { name: 'a', layer: heron, from: 'heron.json' },
      { name: 'b', layer: mudlark },
    ],
    'a + 2*b',
    { name: 'Heron and Mudlark' },
  );
  expect(issues).toEqual([]);
  await expect(made && writeLayer(made)).toMatchFileSnapshot('golden/heron-and-mudlark.layer.json');
});

test('colours stay where no score takes their place, if the layers agree', () => {
  const red = layerOf({
    name: 'Red',
    domain: 'enterprise-attack',
    cells: [cellOf({ technique: 'T1001', color: '#ff0000' })],
  });
  const blue = { ...red, name: 'Blue', cells: [cellOf({ technique: 'T1001', color: '#0000ff' })] };
  const colorOf = (one: Layer, other: Layer): string | undefined =>
    combineLayers(
      [
        { name: 'x', layer: one },
        { name: 'y', layer: other },
      ],
      'x or y',
    ).layer?.cells[0]?.color;
  expect([colorOf(red, red), colorOf(red, blue)]).toEqual(['#ff0000', undefined]);
});

describe('laws', () => {
  const technique = fc.constantFrom('T1001', 'T1002', 'T1002.001', 'T1003');
  const integral = anyCell(technique).chain((cell) =>
    fc.integer({ min: -20, max: 20 }).map((score) => (cell.score === undefined ? cell : { ...cell, score })),
  );
  const some = anyCells(integral).map((cells) => layerOf({ name: 'L', domain: 'ics-attack', cells }));
  const three = fc.tuple(some, some, some);

  test.for([
    ['union is commutative', 'x or y', 'y or x'],
    ['union is associative', '(x or y) or z', 'x or (y or z)'],
    ['union is idempotent', 'x or x', 'x'],
    ['intersection is commutative', 'x and y', 'y and x'],
    ['intersection is associative', '(x and y) and z', 'x and (y and z)'],
    ['intersection is idempotent', 'x and x', 'x'],
    ['intersection distributes over union', 'count(x and (y or z))', 'count(x and y or x and z)'],
    ['difference of a union', 'count(x and not (y or z))', 'count((x and not y) and not z)'],
    ['a layer less itself is empty', 'x and not x', 'y and not y'],
    ['sum is commutative', 'x + y', 'y + x'],
    ['sum is associative', '(x + y) + z', 'x + (y + z)'],
    ['sum is the function', 'x + y + z', 'sum(x, y, z)'],
    ['max is the union of scored layers', 'max(x, y, z)', 'x or y or z'],
    ['one is neutral to products', '1 * x', 'x'],
    ['zero is neutral to sums', 'x + 0', 'x'],
    ['counts add up', 'count(x, y)', 'count(x) + count(y)'],
  ] as const)('%s: %s = %s', ([, left, right]) => {
    fc.assert(
      fc.property(three, ([x, y, z]) => {
        const given = [
          { name: 'x', layer: x },
          { name: 'y', layer: y },
          { name: 'z', layer: z },
        ];
        expect(scoresOf(combineLayers(given, left).layer)).toEqual(
          scoresOf(combineLayers(given, right).layer),
        );
      }),
    );
  });

  test('no technique appears that no layer holds; a combination is a valid file and comes back', () => {
    fc.assert(
      fc.property(
        three,
        fc.constantFrom('x + y', 'x and not y', '(x else 1) - y', 'average(x, y, z)'),
        ([x, y, z], expression) => {
          const given = [
            { name: 'x', layer: x },
            { name: 'y', layer: y },
            { name: 'z', layer: z },
          ];
          const made = combineLayers(given, expression, { missing: 2 }).layer ?? never();
          const held = new Set(
            given.flatMap(({ layer: one }) => one.cells.filter(isMarked).map((cell) => cell.technique)),
          );
          expect(made.cells.filter((cell) => isMarked(cell) && !held.has(cell.technique))).toEqual([]);
          expect(schemaFaults(writeLayer(made))).toEqual([]);
          expect(readLayers(JSON.parse(writeLayer(made))).layers).toEqual([made]);
        },
      ),
    );
  });
});

test('codes are unique', () => {
  const codes = Object.values(LAYER_ISSUES).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});

function never(): never {
  throw new Error('cannot happen');
}
