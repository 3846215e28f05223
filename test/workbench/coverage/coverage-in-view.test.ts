import { describe, expect, test } from 'vitest';
import type { CoverageClaim, CoverageInventory, CoverageStage } from '../../../src/threat/index.ts';
import { coverageInView } from '../../../src/workbench/coverage/counted-coverage.ts';
import { covered } from '../../support/coverage.ts';
import { deskOver, knowledgeOf } from '../../support/desk.ts';
import { delivered, object, release, tactic, technique } from '../../support/world/build.ts';
import { FARM } from '../../support/world/cast.ts';

test('what is covered under an id that nobody knows covers nothing, least of all techniques without an id', () => {
  const desk = deskOver(
    knowledgeOf(
      delivered('farm', release('1.0'), ...FARM.attack),
      delivered('report', object('attack-pattern', 90, { name: 'Whistling' })),
    ),
  );
  const { techniques, carried } = covered(desk, { technique: 'T9001' }, { technique: 'T4711' });
  expect([...techniques].map(([term, { from }]) => [desk.view.catalogue.label(term), from])).toEqual([
    ['T9001', 'T9001'],
  ]);
  expect(carried).toMatchObject({ unchanged: 1, lost: 1, carried: [{ from: 'T4711' }] });
});

/** Wading works on Windows and Linux. */
const base = knowledgeOf(
  delivered(
    'attack',
    release('1.0'),
    tactic(40, 'TA9301', 'Crafts'),
    technique(1, 'T9301', 'Wading', ['crafts'], { x_mitre_platforms: ['Windows', 'Linux'] }),
  ),
);
const desk = { ...deskOver(base), base };

type Said = Partial<CoverageClaim>;

/** How well wading is covered by what is kept, `KEPT` claims, and what is given; 0 where it is not. */
function levelOf(
  claims: readonly Said[],
  platforms: readonly string[],
  inventory?: CoverageInventory,
): number {
  const held = claims.map((claim) => ({
    claim: { technique: 'T9301', level: 1, kind: 'list', file: 'ours.txt', ...claim } as const,
    ...(inventory === undefined ? {} : { inventory }),
  }));
  const { techniques } = coverageInView(desk, held, { organisation: { platforms } });
  return [...techniques.values()][0]?.level ?? 0;
}

describe('on the platforms asked about, a technique is covered as on the least of them', () => {
  const windows = { platforms: ['Windows'], level: 0.8 };
  const linux = { platforms: ['Linux'], level: 0.3 };
  test.for<readonly [claims: readonly Said[], platforms: readonly string[], level: number]>([
    [[windows, linux], [], 0.8],
    [[windows, linux], ['Windows'], 0.8],
    [[windows, linux], ['Linux', 'Windows'], 0.3],
    [[windows], ['Linux', 'Windows'], 0],
    [[windows], ['Linux'], 0],
    [[windows, { level: 0.5 }], ['Linux', 'Windows'], 0.5],
    // What it does not work on does not count.
    [[windows], ['Windows', 'macOS'], 0.8],
  ])('%j, asked on %j: %d', ([claims, platforms, level]) => {
    expect(levelOf(claims, platforms)).toBe(level);
  });
});

describe('of what is kept, what is deployed or tested covers; what a question names is in use', () => {
  const kept: CoverageInventory = {
    id: 'a'.repeat(64),
    name: 'siem',
    date: '2026-01-01',
    importedAt: '2026-01-01T00:00:00Z',
    formats: {},
    claims: [],
    logSources: [],
  };
  test.for<readonly [said: Said, ofKept: number, given: number]>([
    [{ kind: 'rule' }, 0, 1],
    [{ kind: 'rule', stage: 'deployed' satisfies CoverageStage }, 1, 1],
    [{ kind: 'rule', stage: 'tested' }, 1, 1],
    [{ kind: 'layer' }, 1, 1],
    [{ kind: 'list', stage: 'rule' }, 0, 1],
    [{ kind: 'visibility' }, 0, 0],
    [{ kind: 'detection', level: 0.4 }, 0.4, 0.4],
  ])('%j: kept %d, named %d', ([said, ofKept, given]) => {
    expect([levelOf([said], [], kept), levelOf([said], [])]).toEqual([ofKept, given]);
  });
});
