import { expect, test } from 'vitest';
import { explanationMermaid, explanationSvg } from '../../src/draw/index.ts';
import { explanationText, explanationDocument } from '../../src/report/index.ts';
import { documentHtml, documentMarkdown } from '../../src/render/index.ts';
import { explain } from '../../src/workbench/explanation/explain.ts';
import type { ProofNode } from '../../src/answers/index.ts';
import type { Desk } from '../../src/desk/index.ts';
import { delivered, idOf, object, relationship } from '../support/world/build.ts';
import { WEASEL } from '../support/world/cast.ts';
import { deskOver, knowledgeOf } from '../support/desk.ts';

/** A group that uses a tool, which uses a tool, and so on. */
function chainOf(tools: number): Desk {
  const id = (number: number): string => idOf('malware', 100 + number);
  const objects = Array.from({ length: tools }, (_, number) => [
    object('malware', 100 + number, { name: `Tool ${String(number)}` }),
    relationship(10_000 + number, number === 0 ? WEASEL : id(number - 1), 'uses', id(number)),
  ]).flat();
  const weasel = object('intrusion-set', 1, { name: 'Wily Weasel' });
  return deskOver(knowledgeOf(delivered('chain', weasel, ...objects)));
}

const LONG = 1500;
const desk = chainOf(LONG);
const [explanation] = explain(desk, 'Wily Weasel', `Tool ${String(LONG - 1)}`).answer.explanations;
if (explanation === undefined) throw new Error('the chain leads there');

test('every tool of a long chain is derived', () => {
  const { size, reportedSize } = desk.model.relation('indirectly-uses');
  expect(size - reportedSize).toBe((LONG * (LONG - 1)) / 2);
  expect(desk.model.issues).toEqual([]);
});

test('a proof longer than anyone can read is shown from its end, and says how much lies below', () => {
  let shown = 0;
  let last: ProofNode | undefined;
  for (let node = explanation.proofs[0]; node?.kind === 'derived'; [node] = node.premises) {
    last = node;
    shown++;
  }
  expect(shown).toBe(100);
  expect(last).toMatchObject({ premises: [], deeper: LONG - 1 - 100 });
  expect(explanation.proofCount).toBe('1');
  // The graph is a list: nothing of it needs to be left out.
  expect(explanation.graph.derivations).toHaveLength(LONG - 1);
});

test.for([
  ['text', () => explanationText(explanation, { width: 1000 }), 'this rests on 1399 more steps below'],
  ['JSON', () => JSON.stringify(explanation), '"deeper":1399'],
  ['Mermaid', () => explanationMermaid(explanation), 'flowchart RL'],
  ['SVG', () => explanationSvg(explanation), '<svg'],
  ['HTML', () => documentHtml(report()), 'this rests on 1399 more steps below'],
  ['Markdown', () => documentMarkdown(report()), 'this rests on 1399 more steps below'],
] as const)('it is written as %s', ([, write, said]) => {
  expect(write()).toContain(said);
});

test('a proof that is just short enough is shown whole', () => {
  const [whole] = explain(chainOf(101), 'Wily Weasel', 'Tool 100').answer.explanations;
  if (whole === undefined) throw new Error('the chain leads there');
  const text = explanationText(whole);
  expect(text).not.toContain('not shown');
  expect(text).toContain('reported by');
});

function report(): ReturnType<typeof explanationDocument> {
  return explanationDocument({
    first: WHO,
    second: WHO,
    explanations: explanation === undefined ? [] : [explanation],
  });
}

const WHO = { id: WEASEL, type: 'intrusion-set', name: 'Wily Weasel', label: '' };
