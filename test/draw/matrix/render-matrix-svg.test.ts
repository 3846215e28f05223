import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAGES, ATTACK_NOTICE, renderMatrixSvg } from '../../../src/draw/index.ts';
import { EXPANSIONS, cellOf, layerOf, type Layer, type LayerCell } from '../../../src/threat/index.ts';
import { heron } from '../../support/layers.ts';
import { officeMatrix } from '../../support/matrix.ts';

function office(cells: readonly LayerCell[], fields: Partial<Layer> = {}): Layer {
  return layerOf({ name: 'Example', domain: 'enterprise-attack', cells, ...fields });
}

/** The texts of a drawing, in order, with the tips of its cells left out. */
function textsOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '');
}

/** Fill of the cell whose tip begins with this. */
function fillOf(svg: string, tip: string): string | undefined {
  return svg
    .split('<g>')
    .find((group) => group.startsWith(`<title>${tip}`))
    ?.match(/fill="([^"]*)"/)?.[1];
}

test.for(EXPANSIONS)('a layer on its matrix, sub-techniques: %s', async (subtechniques) => {
  const svg = renderMatrixSvg(heron, officeMatrix, { subtechniques });
  await expect(svg).toMatchFileSnapshot(`../golden/matrix/heron-${subtechniques}.svg`);
});

describe('only what is marked, on a slide', () => {
  test('with ids, and no tactic without a mark', async () => {
    const svg = renderMatrixSvg(heron, officeMatrix, { onlyMarked: true });
    await expect(svg).toMatchFileSnapshot('../golden/matrix/heron-slide.svg');
  });

  const many = (tactic: string, of: number) => ({
    id: tactic,
    shortName: tactic,
    name: tactic,
    techniques: Array.from({ length: of }, (_, index) => ({
      id: `T9${String(index).padStart(3, '0')}`,
      name: `Drawer ${index}`,
      subtechniques: [],
    })),
  });

  test.for([
    ['slide', [1]],
    ['slide', [3, 1, 2]],
    ['a4', [3, 1, 2]],
    ['slide', [60, 2, 2, 2]],
    ['slide', [5, 90, 5, 40, 1, 1, 1, 30]],
    ['a4', [5, 90, 5, 40, 1, 1, 1, 30]],
  ] as const)(
    'on the page %s, %j techniques by tactic: each stands there once, within it',
    ([page, sizes]) => {
      const tactics = sizes.map((size, index) => many(`tactic-${index}`, size));
      const matrix = { ...officeMatrix, tactics: [...tactics, many('unused', 0)] };
      const cells = tactics.flatMap(({ techniques }) => techniques.map(({ id }) => id));
      const layer = office([...new Set(cells)].map((technique) => cellOf({ technique, score: 1 })));
      const svg = renderMatrixSvg(layer, matrix, { onlyMarked: true, page });
      const { width: across, height: down } = PAGES[page];
      expect(svg).toContain(`width="${across}" height="${down}" viewBox="0 0 ${across} ${down}"`);
      const drawn = [...svg.matchAll(/<g><title>(T9\d+) /g)].map(([, id]) => id);
      expect(drawn).toEqual(cells);
      expect(textsOf(svg).join(' ')).not.toContain('unused');
      const scale = Number(/scale\(([\d.]+)\)/.exec(svg)?.[1]);
      for (const [, x, y, width, height] of svg.matchAll(
        /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g,
      )) {
        expect((Number(x) + Number(width)) * scale).toBeLessThan(across);
        expect((Number(y) + Number(height)) * scale).toBeLessThan(down);
      }
    },
  );

  test('a long tactic goes on in the next column', () => {
    const matrix = { ...officeMatrix, tactics: [many('filing', 60)] };
    const layer = office(many('filing', 60).techniques.map(({ id }) => cellOf({ technique: id, score: 1 })));
    const texts = textsOf(renderMatrixSvg(layer, matrix, { onlyMarked: true }));
    expect(texts).toContain('60 of 60 marked');
    expect(texts).toContain('continued');
  });
});

describe('what a cell shows', () => {
  test('its score, with at most two decimals', () => {
    const svg = renderMatrixSvg(office([cellOf({ technique: 'T9002', score: 12.3456 })]), officeMatrix);
    expect(textsOf(svg)).toContain('12.35');
  });

  test('neither a mark without a score nor an unmarked technique looks like a score of 0', () => {
    const cells = [
      cellOf({ technique: 'T9002', score: 0 }),
      cellOf({ technique: 'T9003', comment: 'seen' }),
      cellOf({ technique: 'T9001', score: 9 }),
    ];
    const svg = renderMatrixSvg(office(cells), officeMatrix);
    const fills = ['T9002', 'T9003', 'T9004'].map((tip) => fillOf(svg, tip));
    expect(fills).toEqual(['#fae3d5', '#c3c9c0', '#fdfdfb']);
    expect(textsOf(svg).filter((text) => text === '0')).toHaveLength(2);
  });

  test('a colour that the analyst chose', () => {
    const svg = renderMatrixSvg(
      office([cellOf({ technique: 'T9002', score: 3, color: '#00ff00' })]),
      officeMatrix,
    );
    expect(fillOf(svg, 'T9002')).toBe('#00ff00');
  });

  test.for([
    ['safe', '#742709'],
    ['layer', '#00ff00'],
  ] as const)('colours %s', ([colors, fill]) => {
    const gradient = { colors: ['#ff0000', '#00ff00'], minimum: 0, maximum: 10 };
    const layer = office([cellOf({ technique: 'T9002', score: 10 })], { gradient });
    expect(fillOf(renderMatrixSvg(layer, officeMatrix, { colors }), 'T9002')).toBe(fill);
  });

  test('a mark for one tactic is not shown under another', () => {
    const svg = renderMatrixSvg(
      office([cellOf({ technique: 'T9001', tactic: 'shredding', score: 77 })]),
      officeMatrix,
    );
    expect(textsOf(svg).filter((text) => text === '0 of 5 marked' || text === '1 of 3 marked')).toHaveLength(
      2,
    );
  });
});

describe('a second layer as frames', () => {
  const levels = office([cellOf({ technique: 'T9002', score: 2 }), cellOf({ technique: 'T9003', score: 0 })]);

  /** Stroke and its width of the cell whose tip begins with this. */
  function frameOf(svg: string, tip: string): string | undefined {
    const group = svg.split('<g>').find((each) => each.startsWith(`<title>${tip}`));
    const [, stroke, width = '1'] = /stroke="([^"]*)"(?: stroke-width="([^"]*)")?/u.exec(group ?? '') ?? [];
    return `${stroke} ${width}`;
  }

  test.for<readonly [number, string]>([
    [9, '#f2bd9d 1'],
    [10, '#e08f66 1.75'],
    [34, '#b14b24 2.5'],
    [35, '#b14b24 3.25'],
    [100, '#742709 4'],
    [0, '#5f6861 1'],
  ])('a score of %d is the frame %s, and the fill is the first layer’s', ([score, frame]) => {
    const frames = office([cellOf({ technique: 'T9002', score })]);
    const [framed, plain] = [{ frames }, {}].map((options) => renderMatrixSvg(levels, officeMatrix, options));
    expect(frameOf(framed ?? '', 'T9002')).toBe(frame);
    expect(frameOf(framed ?? '', 'T9003')).toBe('#5f6861 1');
    expect(fillOf(framed ?? '', 'T9002')).toBe(fillOf(plain ?? '', 'T9002'));
  });

  test('has a legend, and cells say how much they count', () => {
    const frames = office([cellOf({ technique: 'T9002', score: 52 })]);
    const svg = renderMatrixSvg(levels, officeMatrix, { frames });
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['Frame: how much it counts, of 100', '35–59']));
    expect(svg).toContain('counts 52 of 100');
    expect(textsOf(renderMatrixSvg(levels, officeMatrix))).not.toContain('35–59');
  });

  test('of another domain is refused', () => {
    const frames = office([], { domain: 'ics-attack' });
    expect(() => renderMatrixSvg(levels, officeMatrix, { frames })).toThrow(/W683/u);
  });
});

test('marks that the matrix does not have are named below it', () => {
  const cells = [
    cellOf({ technique: 'T9999', score: 1 }),
    cellOf({ technique: 'T9002', tactic: 'filing', score: 1 }),
    cellOf({ technique: 'T9998' }),
  ];
  expect(textsOf(renderMatrixSvg(office(cells), officeMatrix))).toContain(
    'Marked, but not in this matrix: T9002 (filing), T9999.',
  );
});

test('a layer made for another release says so', () => {
  const svg = renderMatrixSvg(office([], { release: '9' }), officeMatrix);
  expect(textsOf(svg)).toContain('ATT&amp;CK for Enterprise 18.1 · layer made for release 9');
});

test('the notices of the sources are below; by default the one that ATT&CK asks for', () => {
  expect(textsOf(renderMatrixSvg(office([]), officeMatrix)).join(' ')).toContain(ATTACK_NOTICE);
  expect(textsOf(renderMatrixSvg(office([]), officeMatrix, { notices: ['Invented.'] })).at(-1)).toBe(
    'Invented.',
  );
});

test('text from outside stays text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const nasty = `${text}</title><script>alert(1)</script>"'&\u0000\u202e`;
      const cell = cellOf({ technique: 'T9002', comment: nasty });
      const svg = renderMatrixSvg(
        office([cell], { name: nasty, legend: [{ label: nasty, color: '#123' }] }),
        officeMatrix,
      );
      expect(svg).not.toContain('<script');
      expect(svg).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]|&(?!amp;|lt;|gt;|quot;|#39;)/);
    }),
  );
});

test('a layer that cannot be drawn is refused', () => {
  expect(() =>
    renderMatrixSvg(office([cellOf({ technique: 'T9002', score: Infinity })]), officeMatrix),
  ).toThrow(/W688/);
});
