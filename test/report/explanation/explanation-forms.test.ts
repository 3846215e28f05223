import * as fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import { expect, test } from 'vitest';
import type { Explanation } from '../../../src/answers/index.ts';
import { documentHtml, documentMarkdown, heading } from '../../../src/render/index.ts';
import { explanationBlocks, explanationFigure } from '../../../src/report/explanation/explanation-blocks.ts';
import { explanationMermaid, explanationSvg } from '../../../src/draw/index.ts';
import { oneLine } from '../../../src/text/show/one-line.ts';
import { EXPLANATIONS, term, wideExplanation } from '../support/explanations.ts';
import { nastyText } from '../../render/support/nasty.ts';

const cases = Object.entries(EXPLANATIONS);

function inReport(explanation: Explanation): Parameters<typeof documentHtml>[0] {
  return {
    title: 'An explanation in a report',
    blocks: [
      heading(2, explanation.question),
      ...explanationBlocks(explanation),
      explanationFigure(explanation, 'How it follows'),
    ],
    notices: ['Written for the tests of Foeprint. All adversaries are invented.'],
  };
}

const forms = [
  ['mermaid', 'mmd', (explanation: Explanation) => explanationMermaid(explanation)],
  ['svg', 'svg', (explanation: Explanation) => explanationSvg(explanation)],
  ['document', 'md', (explanation: Explanation) => documentMarkdown(inReport(explanation))],
  ['document', 'html', (explanation: Explanation) => documentHtml(inReport(explanation))],
] as const;

test.for(cases.flatMap(([name, explanation]) => forms.map((form) => [name, ...form, explanation] as const)))(
  '%s as %s (%s) is its golden file',
  async ([name, folder, extension, render, explanation]) => {
    await expect(render(explanation)).toMatchFileSnapshot(
      `golden/explanation-${folder}/${name}.${extension}`,
    );
  },
);

/** One reported fact about a thing of this name. */
function about(name: string): Explanation {
  const reported = EXPLANATIONS['reported'];
  if (reported === undefined) throw new Error('missing case');
  const fact = {
    ...reported.fact,
    terms: [term('intrusion-set', 'G9001', name)],
    sentence: `${name} exists`,
  };
  return {
    ...reported,
    question: `What of ${name}?`,
    fact,
    proofs: [],
    graph: { facts: [{ ...fact, evidence: [] }], reported: 0, derivations: [] },
  };
}

const MERMAID_LINE =
  /^(?:flowchart RL|  f\d+\["[\p{L}\p{M}\p{N} ,.()/'#;<>br-]*"\]:::\w+|  d\d+\(\["[^"]*"\]\):::rule|  d\d+ --> f\d+|  f\d+ --- d\d+|  classDef [\w #:,-]+|)$/u;

test('no text can take part in the syntax of Mermaid, and shows as it is', () => {
  fc.assert(
    fc.property(nastyText, (name) => {
      const lines = explanationMermaid(about(name)).split('\n');
      for (const line of lines) expect(line).toMatch(MERMAID_LINE);
      const label = /\["(.*)"\]/u.exec(lines[1] ?? '')?.[1] ?? '';
      expect(label.replaceAll('<br/>', '')).not.toMatch(/[<>&"`*_[\]{}|\\]/u);
      const shown = label.replace(/#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)));
      expect(shown).toContain(oneLine(name));
    }),
  );
});

type Node = DefaultTreeAdapterMap['node'];

function elementsOf(node: Node): readonly DefaultTreeAdapterMap['element'][] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return 'tagName' in node ? [node, ...children] : children;
}

test('no text can become an element of the drawing, and the title shows it as it is', () => {
  fc.assert(
    fc.property(nastyText, (name) => {
      const svg = explanationSvg(about(name));
      const elements = elementsOf(parseFragment(svg));
      expect(new Set(elements.map(({ tagName }) => tagName))).toEqual(
        new Set(['svg', 'title', 'desc', 'style', 'rect', 'g', 'text']),
      );
      const title = elements.find(({ tagName }) => tagName === 'title');
      const [text] = title?.childNodes ?? [];
      expect(text !== undefined && 'value' in text ? text.value : '').toBe(oneLine(`What of ${name}?`));
      expect(svg).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}|\p{Surrogate}|[\ufffe\uffff]/u);
    }),
  );
});

test('a drawing of more than can be read says how much it leaves out, and draws the first proof whole', () => {
  const explanation = wideExplanation(500);
  const svg = explanationSvg(explanation, { most: 20 });
  expect(explanation.graph.derivations).toHaveLength(667);
  expect(svg).toContain('647 more derivations not drawn.');
  expect(svg).toContain('Loader 0 uses Paper Shuffling');
  expect(svg.match(/use-through-software/gu)).toHaveLength(20);
});

test('everything drawn lies within the drawing, and no two boxes overlap', () => {
  const svg = explanationSvg(wideExplanation(40), { most: 100 });
  const [width = 0, height = 0] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(svg)?.slice(1).map(Number) ?? [];
  const [, top = 0] = /translate\(([\d.]+) ([\d.]+)\)/u.exec(svg)?.slice(1).map(Number) ?? [];
  const drawn = svg.slice(svg.indexOf('translate'), svg.lastIndexOf('</g>'));
  const boxes = [
    ...drawn.matchAll(/<rect class="[^"]*" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/gu),
  ]
    .map((match) => match.slice(1).map(Number))
    .map(([x = 0, y = 0, w = 0, h = 0]) => ({ left: x, top: y, right: x + w, bottom: y + h }));
  expect(boxes.length).toBeGreaterThan(100);
  for (const box of boxes) {
    expect(box.right).toBeLessThan(width);
    expect(box.bottom + top).toBeLessThan(height);
  }
  const apart = (one: (typeof boxes)[number], other: (typeof boxes)[number]): boolean =>
    one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
  for (const [index, one] of boxes.entries()) {
    expect(boxes.slice(index + 1).every((other) => apart(one, other))).toBe(true);
  }
});

test('a circle of facts is drawn', () => {
  const [, explanation] = cases.find(([name]) => name === 'derived-two-proofs') ?? [];
  if (explanation === undefined) throw new Error('missing case');
  const [first] = explanation.graph.derivations;
  if (first === undefined) throw new Error('missing derivation');
  const back = { ...first, conclusion: first.premises[0] ?? '', premises: [first.conclusion] };
  const svg = explanationSvg({
    ...explanation,
    graph: { ...explanation.graph, derivations: [...explanation.graph.derivations, back] },
  });
  expect(svg.match(/fp-arrow"/gu)).toHaveLength(3);
  expect(svg).not.toContain('NaN');
});
