import { expect, test } from 'vitest';
import { readBundle } from '../../src/intake/index.ts';
import { coverageOf } from '../../src/threat/index.ts';
import { coverageInView, viewAsTarget } from '../../src/workbench/threats/coverage-in-view.ts';
import { about, bundle, object, release } from '../support/world/build.ts';
import { FARM } from '../support/world/cast.ts';
import { knowledgeOf } from '../support/desk.ts';

test('what is covered under an id that nobody knows covers nothing, least of all techniques without an id', () => {
  const view = knowledgeOf(
    readBundle(bundle(release('1.0'), ...FARM.attack), about('farm')),
    readBundle(bundle(object('attack-pattern', 90, { name: 'Whistling' })), about('report')),
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
