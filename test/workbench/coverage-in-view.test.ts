import { expect, test } from 'vitest';
import { readBundle } from '../../src/intake/index.ts';
import { MemoryKnowledgeBase } from '../../src/knowledge/index.ts';
import { coverageOf } from '../../src/threat/index.ts';
import { coverageInView, viewAsTarget } from '../../src/workbench/coverage-in-view.ts';
import { about, bundle, farm, object, release } from '../support/fictional.ts';

test('what is covered under an id that nobody knows covers nothing, least of all techniques without an id', () => {
  const base = new MemoryKnowledgeBase();
  base.ingest(readBundle(bundle(release('1.0'), ...farm()), about('farm')), '2026-01-01T00:00:00.000Z');
  base.ingest(
    readBundle(bundle(object('attack-pattern', 90, { name: 'Whistling' })), about('report')),
    '2026-01-02T00:00:00.000Z',
  );
  const view = base.view();
  const level = { level: 1, file: 'cov.json', kind: 'layer' } as const;
  const { techniques, carried } = coverageInView(
    view,
    coverageOf([
      { technique: 'T9001', ...level },
      { technique: 'T4711', ...level },
    ]),
    viewAsTarget(view),
  );
  expect([...techniques].map(([term, { from }]) => [view.catalogue.label(term), from])).toEqual([
    ['T9001', 'T9001'],
  ]);
  expect(carried.map(({ from, to }) => [from, to])).toEqual([['T4711', undefined]]);
});
