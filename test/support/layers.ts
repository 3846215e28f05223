import fc from 'fast-check';
import {
  AGGREGATES,
  DOMAINS,
  EXPANSIONS,
  LAYOUTS,
  RECIPE_NAME,
  SORTINGS,
  cellKey,
  cellOf,
  layerOf,
  type Layer,
  type LayerCell,
} from '../../src/threat/index.ts';

/** Layers of invented adversaries. */

export const heron: Layer = layerOf({
  name: 'Example Heron',
  domain: 'enterprise-attack',
  description: 'An invented group.',
  release: '18',
  cells: [
    cellOf({
      technique: 'T9002',
      score: 90,
      comment: 'Sorts paper by colour.',
      annotations: [
        { name: 'First reported', value: '2024-03' },
        { divider: true },
        { name: 'Sources', value: '2' },
      ],
      links: [{ label: 'Example report', url: 'https://reports.example/heron' }],
    }),
    cellOf({ technique: 'T9001.002', tactic: 'filing', score: 60 }),
    cellOf({ technique: 'T9001', score: 0, showSubtechniques: true }),
    cellOf({ technique: 'T9003', comment: 'Only mentioned.' }),
    cellOf({ technique: 'T9004', enabled: false, score: 30 }),
  ],
  gradient: { colors: ['#ffffff', '#ff0000'], minimum: 0, maximum: 100 },
  legend: [{ label: 'confirmed', color: '#ff0000' }],
  recipe: {
    operation: 'layer',
    parameters: [
      { name: 'subject', value: 'Example Heron' },
      { name: 'value', value: 'score' },
    ],
  },
});

export const mudlark: Layer = layerOf({
  name: 'Example Mudlark',
  domain: 'enterprise-attack',
  release: '18',
  cells: [
    cellOf({ technique: 'T9002', score: 10, comment: 'Rarely.' }),
    cellOf({ technique: 'T9005', score: 40 }),
    cellOf({ technique: 'T9003', score: 20 }),
  ],
});

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const color = fc.stringMatching(/^#[0-9a-f]{6}$/);
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const annotation = fc.oneof(
  fc.record({ name: text.filter((name) => !name.startsWith(RECIPE_NAME)), value: text }),
  fc.record({ divider: fc.boolean() }),
);
const link = fc.oneof(fc.record({ label: text, url: fc.webUrl() }), fc.record({ divider: fc.boolean() }));
const extra = fc.dictionary(
  fc.stringMatching(/^x_[a-z]{1,5}$/),
  // JSON writes no negative zero.
  fc.jsonValue({ maxDepth: 1 }).map((value): unknown => JSON.parse(JSON.stringify(value))),
  { maxKeys: 2 },
);
const technique = fc.stringMatching(/^T[0-9]{4}(\.[0-9]{3})?$/);
const tactic = fc.constantFrom('filing', 'stapling', 'shredding');

/** Any cell; `techniques` to draw from, so that layers overlap. */
export function anyCell(techniques: fc.Arbitrary<string> = technique): fc.Arbitrary<LayerCell> {
  return fc
    .record(
      {
        technique: techniques,
        tactic,
        score: number,
        color,
        comment: text,
        enabled: fc.boolean(),
        annotations: fc.array(annotation, { maxLength: 3 }),
        links: fc.array(link, { maxLength: 2 }),
        showSubtechniques: fc.boolean(),
        extra,
      },
      { requiredKeys: ['technique'] },
    )
    .map(cellOf);
}

/** Any list of cells in which no pair of technique and tactic is repeated. */
export function anyCells(cell: fc.Arbitrary<LayerCell>): fc.Arbitrary<LayerCell[]> {
  return fc.uniqueArray(cell, { maxLength: 12, selector: (one) => cellKey(one.technique, one.tactic) });
}

/** Any layer that a file can hold. */
export const anyLayer: fc.Arbitrary<Layer> = fc
  .record(
    {
      name: text.map((name) => name.trim()).filter((name) => name !== ''),
      domain: fc.constantFrom(...DOMAINS.map(({ id }) => id)),
      description: text,
      release: fc.integer({ min: 1, max: 40 }).map(String),
      customDataUrl: text,
      filters: fc.record({ platforms: fc.array(text, { maxLength: 3 }) }),
      display: fc.record(
        {
          sorting: fc.constantFrom(...SORTINGS),
          layout: fc.record({
            layout: fc.constantFrom(...LAYOUTS),
            showID: fc.boolean(),
            aggregateFunction: fc.constantFrom(...AGGREGATES),
            expandedSubtechniques: fc.constantFrom(...EXPANSIONS),
          }),
          hideDisabled: fc.boolean(),
          tacticRowBackground: color,
        },
        { requiredKeys: [] },
      ),
      cells: anyCells(anyCell()),
      gradient: fc
        .tuple(fc.array(color, { minLength: 2, maxLength: 4 }), number, number)
        .filter(([, one, other]) => one !== other)
        .map(([colors, one, other]) => ({
          colors,
          minimum: Math.min(one, other),
          maximum: Math.max(one, other),
        })),
      legend: fc.array(fc.record({ label: text, color }), { maxLength: 2 }),
      annotations: fc.array(annotation, { maxLength: 3 }),
      links: fc.array(link, { maxLength: 2 }),
      recipe: fc.record({
        operation: text,
        parameters: fc.array(fc.record({ name: text, value: text }), { maxLength: 3 }),
      }),
      extra,
    },
    { requiredKeys: ['name', 'domain'] },
  )
  .map((fields) => layerOf(fields));

/** The layer with its cells in the order in which they are written. */
export function inOrder(layer: Layer): Layer {
  const key = (cell: LayerCell): string => cellKey(cell.technique, cell.tactic);
  return { ...layer, cells: layer.cells.toSorted((one, other) => (key(one) < key(other) ? -1 : 1)) };
}
