import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { navigatorLayer } from '../../../src/answers/index.ts';
import { readLayers } from '../../../src/intake/index.ts';
import type { AttackMatrix, Layer } from '../../../src/threat/index.ts';
import { USE_CASES, type UseCaseName } from '../../../src/workbench/index.ts';
import { openedInNavigator } from '../../support/navigator-viewer.ts';
import { contractHome } from './home.ts';
import { QUESTIONS } from './questions.ts';

const home = contractHome();

/** What one reads of a layer without scrolling: in the legend, and in the tooltip of a cell. */
const LEGEND = 14;
const FIRST_LINE = 80;
const COMMENT = 340;

const ROWS = await Promise.all(
  Object.keys(USE_CASES)
    .filter((name): name is UseCaseName => name in USE_CASES)
    .map(async (name) => ({ name, row: await USE_CASES[name]() })),
);
/** Those that make layers; what was read keeps what it says. */
const MAKERS = ROWS.filter(({ name, row }) => row.layers !== undefined && name !== 'layer-render').flatMap(
  ({ name, row }) =>
    QUESTIONS[name].map(({ words }) => ({
      asked: [...row.name.split(' '), ...words],
      out: row.printedAs === undefined ? '--layer' : '-o',
    })),
);

/** A matrix with what the layer marks, under each tactic that it names and one more; the sample has none of its own. */
function matrixFor({ domain, cells }: Layer): AttackMatrix {
  const parents = new Set(cells.map(({ technique }) => technique.replace(/[.].*/, '')));
  const techniques = [...parents].map((id) => ({
    id,
    name: id,
    subtechniques: cells.flatMap(({ technique }) =>
      technique.startsWith(`${id}.`) ? [{ id: technique, name: technique }] : [],
    ),
  }));
  const tactics = new Set(cells.map(({ tactic = 'any' }) => tactic));
  return {
    domain,
    name: 'x',
    tactics: [...tactics].map((shortName) => ({ id: shortName, shortName, name: shortName, techniques })),
  };
}

test.for(MAKERS.map(({ asked, out }) => [asked.join(' '), asked, out] as const))(
  '%s: the Navigator shows every mark of the layer, and has room for its words',
  async ([, asked, out]) => {
    const file = home.path('made.layer.json');
    const { err } = await home.run(...asked, out, file);
    expect(err).not.toContain('error');
    expect(existsSync(file), err).toBe(true);
    const text = readFileSync(file, 'utf8');
    const { layers } = readLayers(JSON.parse(text));
    expect(new Set(layers.map(({ name }) => name)).size, 'names').toBe(layers.length);
    expect(text, 'what is empty').not.toMatch(/"(?:value|name|label|url)": ""/);
    for (const layer of layers) {
      const { marks, seen } = openedInNavigator(navigatorLayer(layer), matrixFor(layer), () => ['any']);
      expect(marks.length).toBeGreaterThanOrEqual(layer.cells.length);
      expect(seen).toEqual(marks);
      for (const { label } of layer.legend) expect(label.length, label).toBeLessThanOrEqual(LEGEND);
      for (const { comment } of layer.cells) {
        expect(comment.length, comment).toBeLessThanOrEqual(COMMENT);
        expect(comment.split('\n')[0]?.length, comment).toBeLessThanOrEqual(FIRST_LINE);
      }
    }
  },
);
