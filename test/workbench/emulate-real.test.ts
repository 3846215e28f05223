import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { DEFAULT_LIMITS } from '../../src/acquisition/index.ts';
import { emulationPlan, loadedTarget } from '../../src/analysis/index.ts';
import type { EmulateAnswer, Envelope } from '../../src/answers/index.ts';
import { readTestLibrary } from '../../src/home/files/test-library.ts';
import { sum, lazily, tally } from '../../src/text/index.ts';
import { typesOf } from '../../src/threat/index.ts';
import { planFiles } from '../../src/workbench/emulation/plan-files.ts';
import { filesOf } from '../../src/workbench/index.ts';
import { sourcedFactsOf } from '../../src/workbench/sourced-facts.ts';
import { hasRealData, hasRealFiles, realFile } from '../support/real-data.ts';
import { realDesk } from '../support/real-home.ts';

const ATOMICS = 'atomics/atomic-red-team-2026-08.tar.gz';
const PLANS = ['emulation/fin6.yaml', 'emulation/apt29.yaml'];

/** Plans of every live group of ATT&CK 18.1 with techniques. */
const allPlans = lazily(async (): Promise<readonly EmulateAnswer[]> => {
  const desk = await realDesk();
  const { library } = await readTestLibrary(realFile(ATOMICS), DEFAULT_LIMITS);
  const sourced = sourcedFactsOf(desk);
  const target = loadedTarget(desk.view, desk.view, '18.1');
  const flags = { derived: false, allTests: false, destructive: false };
  const { catalogue } = desk.view;
  return catalogue
    .ofType(typesOf('group'))
    .filter((term) => /^G\d{4}$/u.test(catalogue.label(term)))
    .map((term) => emulationPlan(sourced, term, { library, target, platforms: [], tactics: [], ...flags }))
    .filter(({ steps }) => steps.length > 0);
});

/** The files of a plan, by their paths. */
async function written(answer: EmulateAnswer): Promise<ReadonlyMap<string, string>> {
  const around = {
    version: 1,
    useCase: 'emulate',
    question: {},
    sources: [],
    markings: {},
    notes: [],
  } as const;
  const envelope: Envelope<unknown, EmulateAnswer> = { ...around, answer, notices: ['© Somebody'] };
  const files = await filesOf({ files: planFiles }, envelope);
  return new Map(files.map(({ path, text }) => [path, text]));
}

/** What a reader of YAML 1.1 makes of it, as Caldera’s does. */
function read(text: string | undefined): unknown {
  return parse(text ?? '', { version: '1.1' });
}

/** Keys of every entry of a plan in the form of CTID, with their parts. */
function keysOf(plan: unknown): ReadonlySet<string> {
  const keys = (value: unknown, at: string): readonly string[] =>
    Array.isArray(value)
      ? value.flatMap((each) => keys(each, at))
      : typeof value === 'object' && value !== null && !/platforms\.|input_arguments\./u.test(`${at}.`)
        ? Object.entries(value).flatMap(([key, each]) => [`${at}.${key}`, ...keys(each, `${at}.${key}`)])
        : [];
  return new Set(keys(plan, ''));
}

describe.skipIf(!hasRealData || !hasRealFiles(ATOMICS, ...PLANS))('plans of all groups', () => {
  test('how much of what groups are reported to do can be executed', async () => {
    const plans = await allPlans();
    const steps = plans.flatMap((plan) => plan.steps);
    const shares = plans.map(({ share }) => share).toSorted((one, other) => one - other);
    // docs/emulation.md has these figures.
    expect({
      groups: plans.length,
      steps: steps.length,
      standings: Object.fromEntries(tally(steps.map(({ standing }) => standing))),
      share: (sum(plans.map(({ executable }) => executable)) / steps.length).toFixed(3),
      median: (shares[shares.length >> 1] ?? 0).toFixed(3),
      tests: sum(plans.map(({ tests }) => tests)),
      none: plans.filter(({ executable }) => executable === 0).map(({ group }) => group.label),
      carried: plans[0]?.library.carried.map(({ from, to }) => `${from} ${to ?? ''}`),
    }).toMatchInlineSnapshot(`
      {
        "carried": [
          "T1027.018 ",
          "T1685 T1562",
          "T1685.001 T1562.002",
          "T1685.002 T1562.008",
          "T1685.004 T1562.012",
          "T1685.005 T1070.001",
          "T1685.006 T1070.002",
          "T1686 T1562.004",
          "T1688 T1562.009",
          "T1689 T1562.010",
          "T1690 T1562.003",
        ],
        "groups": 169,
        "median": "0.714",
        "none": [
          "G0011",
          "G0023",
          "G0025",
          "G1050",
        ],
        "share": "0.692",
        "standings": {
          "destructive-only": 45,
          "executable": 3212,
          "manual-only": 1,
          "no-test": 1210,
          "sub-techniques-only": 172,
        },
        "steps": 4640,
        "tests": 5371,
      }
    `);
    expect(
      plans
        .map(({ group, steps: own, executable, tests }) =>
          [group.label, own.length, executable, tests].join(' '),
        )
        .join('\n'),
    ).toMatchSnapshot();
  });

  test('every file of every eighth reads back: one ability for each test, under its tactic, in order', async () => {
    const plans = (await allPlans()).filter((_, index) => index % 8 === 0);
    for (const plan of plans) {
      const files = await written(plan);
      const paths = [...files.keys()];
      const abilities = paths.filter((path) => path.includes('/abilities/'));
      const ids = abilities.map((path) => {
        const [, tactic, id] = /^caldera\/data\/abilities\/([^/]+)\/([^/]+)\.yml$/u.exec(path) ?? [];
        const technique = {
          attack_id: expect.stringMatching(/^T\d{4}(?:\.\d{3})?$/u),
          name: expect.any(String),
        };
        expect(read(files.get(path))).toMatchObject([{ id, tactic, technique, name: expect.any(String) }]);
        return id;
      });
      expect(ids).toHaveLength(plan.tests);
      const adversary = paths.find((path) => path.includes('/adversaries/'));
      if (adversary !== undefined) expect(read(files.get(adversary))).toMatchObject({ atomic_ordering: ids });
      if (plan.tests > 0)
        expect(JSON.parse(files.get('atomic/run-list.json') ?? '')).toMatchObject({
          tests: { length: plan.tests },
        });
    }
    expect(plans.length).toBeGreaterThan(20);
  });

  test('what a plan of CTID has, ours have, and nothing else', async () => {
    const theirs = PLANS.map((file) => keysOf(read(readFileSync(realFile(file), 'utf8'))));
    const known = new Set(theirs.flatMap((keys) => [...keys]));
    const ours = new Set<string>();
    for (const plan of await allPlans()) {
      const files = await written(plan);
      const path = [...files.keys()].find((each) => each.startsWith('ctid/'));
      if (path !== undefined) for (const key of keysOf(read(files.get(path)))) ours.add(key);
    }
    expect([...ours].filter((key) => !known.has(key))).toEqual([]);
    const common = [...known].filter((key) => theirs.every((keys) => keys.has(key)));
    expect(common.filter((key) => !ours.has(key))).toEqual([]);
  });
});
