import * as fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import { describe, expect, test } from 'vitest';
import { barChart, stackedBarChart } from '../../../src/draw/index.ts';
import { documentText } from '../../../src/render/index.ts';
import type { BarChart, StackedBarChart } from '../../../src/draw/index.ts';
import type { Drawing } from '../../../src/render/index.ts';
import { axisFor } from '../../../src/draw/charts/axis.ts';
import { sayValue } from '../../../src/draw/charts/chart-words.ts';
import { PART_COLORS, partLetter } from '../../../src/draw/charts/part-colors.ts';
import { oneLine } from '../../../src/text/show/one-line.ts';
import { svgToPng } from '../../../src/draw/rasterise/index.ts';
import { textColorOn } from '../../../src/threat/index.ts';
import { COLOR_VISION, lightnessSeen } from '../../support/color-vision.ts';
import { nastyText } from '../../render/support/nasty.ts';
import { runs } from '../../support/runs.ts';

const gaps: BarChart = {
  title: 'Techniques that no control answers',
  unit: '%',
  bars: [
    { label: 'Example Heron', value: 72.5, detail: '29 of 40 techniques' },
    { label: 'A group with a name so long that it needs a second line, & then some', value: 45.333 },
    { label: 'Paper Wasp', value: 0, detail: 'none of 12' },
    { label: 'Better than before', value: -12 },
  ],
};

const scores: StackedBarChart = {
  title: 'Who is likely to come, and why',
  unit: 'points',
  parts: [
    { name: 'Sector', meaning: 'how many of your sectors the group is reported to target' },
    { name: 'Region', meaning: 'the same for your countries' },
    { name: 'Doubt', meaning: '' },
  ],
  bars: [
    { label: 'Example Heron', values: [30, 20.5, -6] },
    { label: 'Paper Wasp', values: [0, 12] },
    { label: 'Newt', values: [] },
  ],
};

test.for([
  ['bars', barChart(gaps)],
  ['stacked-bars', stackedBarChart(scores)],
  ['no-bars', barChart({ title: 'Nobody', bars: [] })],
] as const)('%s are their golden file', async ([name, { svg }]) => {
  await expect(svg).toMatchFileSnapshot(`../golden/charts/${name}.svg`);
});

test('words stand in for a chart where there are no pictures', () => {
  const { description } = stackedBarChart(scores);
  expect(description).toBe(
    'Who is likely to come, and why: Example Heron 44.5 points (Sector 30, Region 20.5, Doubt −6); ' +
      'Paper Wasp 12 points (Region 12); Newt 0 points.',
  );
  const document = {
    title: 'Report',
    blocks: [{ kind: 'figure', drawing: barChart(gaps), caption: 'Gaps' } as const],
    notices: [],
  };
  expect(documentText(document, { width: 500 })).toContain('Example Heron 72.5 % (29 of 40 techniques);');
});

test('of many bars the first are said, and how many more there are', () => {
  const bars = Array.from({ length: 25 }, (_, index) => ({ label: `G${index}`, value: index }));
  expect(barChart({ title: 'Many', bars }).description).toMatch(/; G19 19 and 5 more\.$/u);
});

test.for([Number.NaN, Number.POSITIVE_INFINITY, 1e16])('a bar of %d is refused', (value) => {
  expect(() => barChart({ title: 't', bars: [{ label: 'Heron', value }] })).toThrow(RangeError);
  expect(() => stackedBarChart({ ...scores, bars: [{ label: 'Heron', values: [1, value] }] })).toThrow(
    RangeError,
  );
});

test('a bar with more values than there are parts is refused', () => {
  expect(() => stackedBarChart({ ...scores, bars: [{ label: 'Heron', values: [1, 2, 3, 4] }] })).toThrow(
    '“Heron” has 4 values for 3 parts.',
  );
});

describe('whatever the labels and values', () => {
  const value = fc.oneof(
    fc.integer({ min: -100, max: 100 }),
    fc.double({ min: -1e15, max: 1e15, noNaN: true }),
  );
  const simple = fc
    .record({
      title: nastyText,
      unit: nastyText,
      bars: fc.array(fc.record({ label: nastyText, value, detail: nastyText }), { maxLength: 5 }),
    })
    .map((chart) => ({
      drawing: barChart(chart),
      again: barChart(chart),
      texts: chart.bars.map(({ label }) => label),
    }));
  const stacked = fc
    .record({
      title: nastyText,
      unit: nastyText,
      parts: fc.array(fc.record({ name: nastyText, meaning: nastyText }), { minLength: 4, maxLength: 30 }),
      bars: fc.array(fc.record({ label: nastyText, values: fc.array(value, { maxLength: 4 }) }), {
        maxLength: 5,
      }),
    })
    .map((chart) => ({
      drawing: stackedBarChart(chart),
      again: stackedBarChart(chart),
      texts: chart.bars.map(({ label }) => label),
    }));

  test.for([
    ['bars', simple],
    ['stacked bars', stacked],
  ] as const)(
    '%s are well-formed, hold no other element, say each label, and are the same again',
    async ([, charts]) => {
      await fc.assert(
        fc.asyncProperty(charts, async ({ drawing, again, texts }) => {
          await svgToPng(drawing.svg, { scale: 0.05 });
          expect(again).toEqual(drawing);
          const { elements, attributes, titles } = partsOf(drawing);
          expect(attributes.filter((each) => /NaN|Infinity|undefined|^on/u.test(each))).toEqual([]);
          expect([...elements].filter((name) => !DRAWN.has(name))).toEqual([]);
          for (const text of texts) expect(titles).toContain(oneLine(text));
        }),
        runs(20),
      );
    },
  );
});

const DRAWN = new Set(['svg', 'title', 'desc', 'rect', 'path', 'g', 'text']);

type Node = DefaultTreeAdapterMap['node'];

function partsOf({ svg }: Drawing): {
  readonly elements: ReadonlySet<string>;
  readonly attributes: readonly string[];
  readonly titles: string;
} {
  const nodes = withDescendants(parseFragment(svg));
  const named = nodes.filter((node) => 'tagName' in node);
  const titles = named.filter(({ tagName }) => tagName === 'title');
  return {
    elements: new Set(named.map(({ tagName }) => tagName)),
    attributes: named.flatMap(({ attrs }) => attrs.map(({ name, value }) => `${name}=${value}`)),
    titles: titles
      .flatMap(withDescendants)
      .map((node) => ('value' in node ? node.value : ''))
      .join('\n'),
  };
}

function withDescendants(node: Node): readonly Node[] {
  return [node, ...('childNodes' in node ? node.childNodes.flatMap(withDescendants) : [])];
}

describe('colours of parts', () => {
  test.for(Object.entries(COLOR_VISION))('%s: neighbours are clearly lighter or darker', ([, matrix]) => {
    const lightness = PART_COLORS.map((color) => lightnessSeen(matrix, color));
    const steps = lightness.map((value, index) =>
      Math.abs(value - (lightness[(index + 1) % lightness.length] ?? 0)),
    );
    expect(Math.min(...steps)).toBeGreaterThan(20);
  });

  test('letters on them can be read', () => {
    const contrast = (one: number, other: number): number => Math.abs(one - other);
    for (const color of PART_COLORS) {
      const [paper, ink] = [color, textColorOn(color)].map((each) => lightnessSeen(COLOR_VISION.none, each));
      expect(contrast(paper ?? 0, ink ?? 0)).toBeGreaterThan(45);
    }
  });

  test('every part has a letter of its own', () => {
    const letters = Array.from({ length: 60 }, (_, index) => partLetter(index));
    expect(letters.slice(24, 28)).toEqual(['Y', 'Z', 'A1', 'B1']);
    expect(new Set(letters).size).toBe(60);
  });
});

test.for<[readonly number[], readonly number[]]>([
  [[], [0, 0.2]],
  [[0], [0, 0.2]],
  [[-1.5e-323], [-0.2, 0]],
  [[72], [0, 20, 40, 60, 80]],
  [[0.3], [0, 0.1, 0.2, 0.3]],
  [
    [-12, 98],
    [-25, 0, 25, 50, 75, 100],
  ],
  [[-3], [-3, -2, -1, 0]],
  [[12_345], [0, 2500, 5000, 7500, 10_000, 12_500]],
])('the axis for %j has marks at %j', ([values, marks]) => {
  expect(axisFor(values).marks).toEqual(marks);
});

test.for([
  [0, '', '0'],
  [-0, '', '0'],
  [45.333, '%', '45.33 %'],
  [-6, '', '−6'],
  [0.0123, '', '0.0123'],
  [1_234_567.891, 'hosts', '1,234,567.89 hosts'],
] as const)('%d with the unit “%s” is said %s', ([value, unit, said]) => {
  expect(sayValue(value, unit)).toBe(said);
});
