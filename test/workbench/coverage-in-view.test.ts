import { expect, test } from 'vitest';
import { coverageOf } from '../../src/threat/index.ts';
import { viewAsTarget } from '../../src/workbench/releases/target-in-view.ts';
import { coverageInView } from '../../src/workbench/threats/coverage-in-view.ts';
import { delivered, object, release } from '../support/world/build.ts';
import { knowledgeOf } from '../support/desk.ts';
import { FARM } from '../support/world/cast.ts';

test('what is covered under an id that nobody knows covers nothing, least of all techniques without an id', () => {
  const view = knowledgeOf(
    delivered('farm', release('1.0'), ...FARM.attack),
    delivered('report', object('attack-pattern', 90, { name: 'Whistling' })),
  ).view();
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
