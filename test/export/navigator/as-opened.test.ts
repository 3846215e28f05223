import { expect, test } from 'vitest';
import { navigatorLayer } from '../../../src/answers/index.ts';
import { combineLayers } from '../../../src/analysis/index.ts';
import { cellOf, layerOf, MADE_DISPLAY, type Layer } from '../../../src/threat/index.ts';
import { heron, mudlark } from '../../support/layers.ts';
import { officeMatrix } from '../../support/matrix.ts';
import { openedInNavigator } from '../../support/navigator-viewer.ts';

const PLATFORMS: Readonly<Record<string, readonly string[]>> = { T9002: ['Paper'], T9003: ['Drawers'] };

function opened(fields: Partial<Layer>) {
  const layer = layerOf({ name: 'x', domain: 'enterprise-attack', ...fields });
  const { marks, seen } = openedInNavigator(
    navigatorLayer(layer),
    officeMatrix,
    (technique) => PLATFORMS[technique] ?? ['Paper', 'Drawers'],
  );
  return { seen, folded: marks.filter((mark) => !seen.includes(mark)) };
}

const SUB = [cellOf({ technique: 'T9001.002', score: 60 })];
const SEEN = ['T9001.002 filing 60', 'T9001.002 shredding 60'];

test.for<readonly [what: string, fields: Partial<Layer>, seen: readonly string[], folded: readonly string[]]>(
  [
    ['a layer that does not say folds its sub-techniques', { cells: SUB }, [], SEEN],
    ['one that we make shows them', { cells: SUB, display: MADE_DISPLAY }, SEEN, []],
    [
      'they are unfolded under the tactic of their mark',
      {
        cells: [cellOf({ technique: 'T9001.002', tactic: 'filing', score: 60 })],
        display: MADE_DISPLAY,
      },
      ['T9001.002 filing 60'],
      [],
    ],
    [
      'a technique may unfold its own',
      { cells: [...SUB, cellOf({ technique: 'T9001', showSubtechniques: true })] },
      SEEN,
      [],
    ],
    [
      'platforms that are not selected take their techniques away',
      {
        cells: [cellOf({ technique: 'T9002', score: 1 }), cellOf({ technique: 'T9003', score: 2 })],
        filters: { platforms: ['Paper'] },
      },
      ['T9002 shredding 1'],
      ['T9003 filing 2'],
    ],
    [
      'where none is selected, all are',
      { cells: [cellOf({ technique: 'T9003', score: 2 })], filters: { platforms: [] } },
      ['T9003 filing 2'],
      [],
    ],
    [
      'a mark for one tactic wins over that for all',
      {
        cells: [
          cellOf({ technique: 'T9001', tactic: 'filing', score: 1 }),
          cellOf({ technique: 'T9001', score: 9 }),
        ],
      },
      ['T9001 filing 1', 'T9001 shredding 9'],
      [],
    ],
  ],
)('%s', ([, fields, seen, folded]) => {
  expect(opened(fields)).toEqual({ seen, folded });
});

test('a combination shows what its expression says, tactic by tactic, and nothing is folded', () => {
  const operands = [
    { name: 'a', layer: heron },
    { name: 'b', layer: mudlark },
  ];
  const shown = (expression: string) => opened(combineLayers(operands, expression).layer ?? expect.fail());
  expect(shown('a and not b')).toEqual({
    seen: ['T9001 filing 0', 'T9001.002 filing 60', 'T9001 shredding 0'],
    folded: [],
  });
  expect(shown('count(a, b)')).toEqual({
    seen: [
      'T9001 filing 1',
      'T9001.002 filing 1',
      'T9003 filing 2',
      'T9001 shredding 1',
      'T9002 shredding 2',
    ],
    folded: [],
  });
});
