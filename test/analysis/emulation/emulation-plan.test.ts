import { expect, test } from 'vitest';
import { emulationPlan, loadedTarget, type PlanOptions } from '../../../src/analysis/index.ts';
import type { EmulationTest } from '../../../src/answers/index.ts';
import { readTest } from '../../support/atomics.ts';
import { HERON, LOW_TIDE, NEWT, SHORE } from '../../support/world/cast.ts';
import { idOf, technique, relationship, use } from '../../support/world/build.ts';
import { worldFacts, worldView } from '../../support/world/desk.ts';

const KNOWN = [
  [SHORE],
  // Undated, and reported of the technique above the one that has a test.
  use(901, HERON, idOf('attack-pattern', 112), 'Hungry Heron gives commands.'),
  // Serves two tactics; it was done in Low Tide, of 2021, and reported in 2023.
  technique(902, 'T9041', 'Splash', ['exfiltration', 'execution'], { x_mitre_platforms: ['Windows'] }),
  use(
    903,
    HERON,
    idOf('attack-pattern', 902),
    'Hungry Heron splashes.',
    'Lighthouse. (2023, June 1). Waves.',
  ),
  relationship(904, LOW_TIDE, 'uses', idOf('attack-pattern', 902)),
] as const;

function plan(
  tests: readonly EmulationTest[],
  options: Partial<PlanOptions> = {},
  group = HERON,
  more: readonly unknown[] = [],
) {
  const facts = worldFacts(...KNOWN, ...more);
  const view = worldView(...KNOWN, ...more);
  return emulationPlan(facts, facts.term(group), {
    library: { name: 'tests.zip', files: 1, refused: 0, tests },
    target: loadedTarget(view, view, '1.0'),
    platforms: [],
    tactics: [],
    derived: false,
    allTests: false,
    destructive: false,
    ...options,
  });
}

const TESTS = [
  readTest(1, { technique: 'T9011' }),
  readTest(2, { technique: 'T9012.001', platforms: ['linux'], executor: 'sh' }),
  readTest(3, { technique: 'T9041', executor: 'manual' }),
  readTest(4, { technique: 'T9999' }),
];

test('steps are in the order of the matrix, then by campaign, then by report; those without a date come last', () => {
  const { steps } = plan(TESTS);
  expect(
    steps.map(({ number, tactic, technique: { label }, when, standing }) =>
      [number, tactic.name, label, when?.date, when?.kind, standing].join(' '),
    ),
  ).toEqual([
    '1 Getting In T9011 2015-05-04 report executable',
    '2 Doing T9012.002 2021-03-01 campaign no-test',
    '3 Doing T9041 2021-03-01 campaign manual-only',
    '4 Doing T9012.001 2023-05 report executable',
    '5 Doing T9012   sub-techniques-only',
  ]);
  expect(steps[2]?.alsoServes.map(({ name }) => name)).toEqual(['Taking']);
  expect(steps[2]).toMatchObject({
    sentence: 'Hungry Heron splashes.',
    citation: { name: 'Lighthouse 903' },
  });
  expect(steps[4]?.subTechniques.map(({ label }) => label)).toEqual(['T9012.001']);
});

test('the share that can be executed, and why the others cannot', () => {
  expect(plan(TESTS)).toMatchObject({
    executable: 2,
    share: 0.4,
    tests: 2,
    standings: {
      executable: 2,
      'no-test': 1,
      'sub-techniques-only': 1,
      'manual-only': 1,
      'other-platforms-only': 0,
      'destructive-only': 0,
    },
    library: { tests: 4, unchanged: 3, carried: [{ from: 'T9999', standing: 'unknown', tests: 1 }] },
  });
});

test.for<[string, Partial<PlanOptions>, readonly string[]]>([
  ['since a day', { since: '2023-05-10' }, ['T9041', 'T9012.001']],
  [
    'with what only software does',
    { derived: true },
    ['T9011', 'T9012.002', 'T9041', 'T9012.001', 'T9012', 'T9013'],
  ],
])('%s', ([, options, labels]) => {
  expect(plan(TESTS, options).steps.map(({ technique: { label } }) => label)).toEqual(labels);
});

test('of a tactic that is asked for, a technique that serves another first is a step all the same', () => {
  const facts = worldFacts(...KNOWN);
  const { steps } = plan(TESTS, { tactics: [facts.term(idOf('x-mitre-tactic', 108))] });
  expect(steps.map(({ tactic, technique: { label } }) => `${tactic.name} ${label}`)).toEqual([
    'Taking T9041',
  ]);
});

test('a technique whose tactic no source reports is the last step, unless steps of a tactic are asked for', () => {
  const more = [
    technique(906, 'T9042', 'Drift', []),
    use(907, HERON, idOf('attack-pattern', 906), 'Hungry Heron drifts.'),
  ];
  const { steps } = plan([...TESTS, readTest(5, { technique: 'T9042' })], {}, HERON, more);
  expect(steps).toHaveLength(6);
  expect(steps.at(-1)).toMatchObject({
    tactic: { name: 'No tactic known' },
    technique: { label: 'T9042' },
    standing: 'executable',
  });
  const taking = worldFacts(...KNOWN, ...more).term(idOf('x-mitre-tactic', 108));
  const asked = plan(TESTS, { tactics: [taking] }, HERON, more);
  expect(asked.steps.map(({ technique: { label } }) => label)).toEqual(['T9041']);
});

test('who is reported to do nothing has no steps', () => {
  expect(plan(TESTS, {}, NEWT)).toMatchObject({ steps: [], executable: 0, share: 0 });
});
