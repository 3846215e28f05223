import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CoverageGapsQuestion } from '../../../src/answers/index.ts';
import type { Knowledge } from '../../../src/desk/index.ts';
import { openSolver } from '../../../src/home/index.ts';
import { DEFAULT_CONFIG } from '../../../src/home/settings/config.ts';
import {
  stageNumber,
  stageOf,
  type CoverageClaim,
  type CoverageInventory,
  type LogSourceClaim,
} from '../../../src/threat/index.ts';
import { coverageFor, type CoverageQuestion } from '../../../src/workbench/coverage/coverage-of.ts';
import { coverageGaps } from '../../../src/workbench/coverage/show.ts';
import { memorySightings } from '../../../src/sightings/index.ts';
import { deskOver, knowledgeOf } from '../../support/desk.ts';
import { heldBatch } from '../../support/sightings.ts';
import { runs } from '../../support/runs.ts';
import {
  delivered,
  idOf,
  labelled,
  object,
  relationship,
  release,
  tactic,
  technique,
  use,
} from '../../support/world/build.ts';

/*
 * Weaving (T9301) has three sub-techniques: by hand (.001, on Windows and Linux), by loom (.002, on Windows), by water (.003, on Linux).
 * Rowing (T9302) works on Windows alone. A loom makes noise: an analytic for Windows looks for it in Sysmon.
 */
const [WEAVING, HAND, LOOM, WATER, ROWING, ROWERS] = [
  idOf('attack-pattern', 1),
  idOf('attack-pattern', 2),
  idOf('attack-pattern', 3),
  idOf('attack-pattern', 4),
  idOf('attack-pattern', 5),
  idOf('intrusion-set', 20),
];
const on = (...platforms: readonly string[]) => ({ x_mitre_platforms: platforms });
const base = knowledgeOf(
  delivered(
    'attack',
    release('1.0'),
    tactic(40, 'TA9301', 'Crafts'),
    technique(1, 'T9301', 'Weaving', ['crafts'], on('Windows', 'Linux')),
    technique(2, 'T9301.001', 'By hand', ['crafts'], on('Windows', 'Linux')),
    technique(3, 'T9301.002', 'By loom', ['crafts'], on('Windows')),
    technique(4, 'T9301.003', 'By water', ['crafts'], on('Linux')),
    technique(5, 'T9302', 'Rowing', ['crafts'], on('Windows')),
    technique(6, 'T9303', 'Rafting', ['crafts'], { ...on('Windows'), revoked: true }),
    relationship(7, idOf('attack-pattern', 6), 'revoked-by', ROWING),
    relationship(8, HAND, 'subtechnique-of', WEAVING),
    relationship(9, LOOM, 'subtechnique-of', WEAVING),
    relationship(10, WATER, 'subtechnique-of', WEAVING),
    labelled('intrusion-set', 20, 'G9301', 'Rowers'),
    use(21, ROWERS, LOOM, 'Rowers weave by loom.', 'Quay. (2024, May 4). Cloth.'),
    use(22, ROWERS, ROWING, 'Rowers row.', 'Quay. (2024, May 4). Oars.'),
    labelled('x-mitre-data-component', 30, 'DC9301', 'Noise Made'),
    labelled('x-mitre-analytic', 31, 'AN9301', 'Noise of a loom', {
      ...on('Windows'),
      x_mitre_log_source_references: [
        {
          x_mitre_data_component_ref: idOf('x-mitre-data-component', 30),
          name: 'WinEventLog:Sysmon',
          channel: 'EventCode=1',
        },
      ],
    }),
    labelled('x-mitre-detection-strategy', 32, 'DET9301', 'Listen for looms', {
      x_mitre_analytic_refs: [idOf('x-mitre-analytic', 31)],
    }),
    relationship(33, idOf('x-mitre-detection-strategy', 32), 'detects', LOOM),
    relationship(34, idOf('x-mitre-detection-strategy', 32), 'detects', HAND),
    object('identity', 99, { name: 'Nobody' }),
  ),
);

const { score, threats, planning } = DEFAULT_CONFIG;

function deskWith(...inventories: readonly CoverageInventory[]): Knowledge['desk'] {
  return {
    ...deskOver(base),
    base,
    settings: { score, weights: threats.weights, planning, foeprint: 'test' },
    other: async (selection) => await Promise.resolve(deskOver(base, selection)),
    learnt: async (_name, _key, learn) => await Promise.resolve(learn()),
    ruleSet: async () => await Promise.resolve({ files: [], settings: {} }),
    solver: openSolver,
    sightings: async () => await Promise.resolve(undefined),
    atomics: async () => await Promise.resolve(undefined),
    sigmaRules: async () => await Promise.resolve(undefined),
    coverage: async () => await Promise.resolve(inventories),
    reports: async () => await Promise.resolve([]),
    organisation: async () => await Promise.resolve(undefined),
    labelled: async () => await Promise.resolve([]),
  };
}

const claim = (of: string, fields: Partial<CoverageClaim> = {}): CoverageClaim => ({
  technique: of,
  level: 1,
  kind: 'rule',
  file: 'rules/a.yml',
  ...fields,
});

function inventory(
  claims: readonly CoverageClaim[],
  fields: Partial<CoverageInventory> = {},
): CoverageInventory {
  return {
    id: 'a'.repeat(64),
    name: 'ours',
    date: '2026-03-01',
    importedAt: '2026-03-01T10:00:00.000Z',
    formats: { sigma: 1 },
    claims,
    logSources: [],
    ...fields,
  };
}

const ALL: CoverageQuestion = {
  groups: [],
  techniques: [],
  derived: false,
  platforms: [],
  inventories: [],
};

/** `T9301 2: Windows 2, Linux 0` for each technique. */
async function levels(
  inventories: readonly CoverageInventory[],
  question: Partial<CoverageQuestion> = {},
): Promise<readonly string[]> {
  const { techniques } = await coverageFor(deskWith(...inventories), { ...ALL, ...question });
  return techniques
    .map(
      (each) =>
        `${each.technique.label} ${each.level}: ${each.platforms.map(({ platform, level }) => `${platform} ${level}`).join(', ')}`,
    )
    .toSorted();
}

test('nothing is known where nothing is kept', async () => {
  const { counts, notes } = await coverageFor(deskWith(), ALL);
  expect(counts.byStage).toEqual({ none: 5, 'log-source': 0, rule: 0, deployed: 0, tested: 0 });
  expect(notes[0]).toContain('No coverage is kept');
});

describe('a stage', () => {
  test.for<readonly [string, Partial<CoverageClaim>, number]>([
    ['of a rule is 2', {}, 2],
    ['of a layer is 3', { kind: 'layer' }, 3],
    ['of visibility is 1', { kind: 'visibility' }, 1],
    ['is what the file says', { stage: 'tested' }, 4],
    ['is of the platforms of the claim alone', { platforms: ['Linux'] }, 0],
    ['is of platforms by whatever name', { platforms: ['windows'] }, 2],
  ])('%s', async ([, fields, level]) => {
    const { levels: found } = await coverageFor(deskWith(inventory([claim('T9302', fields)])), {
      ...ALL,
      platforms: ['Windows'],
    });
    expect(found['T9302']).toBe(level);
  });

  test('is that of the best claim', async () => {
    const both = [claim('T9302'), claim('T9302', { stage: 'deployed' })];
    expect((await coverageFor(deskWith(inventory(both)), ALL)).levels['T9302']).toBe(3);
  });

  test('of an id of another release is of what became of it', async () => {
    const { levels: found, carried } = await coverageFor(
      deskWith(inventory([claim('T9303'), claim('T9999')])),
      ALL,
    );
    expect(found['T9302']).toBe(2);
    expect(carried).toMatchObject({ ids: 2, unchanged: 0, moved: 1, lost: 1 });
  });
});

describe('a technique with sub-techniques', () => {
  test('has the mean of their levels on each platform, rounded down', async () => {
    const claims = [
      claim('T9301.001', { stage: 'deployed', platforms: ['Windows'] }),
      claim('T9301.002', { stage: 'rule' }),
      claim('T9301.003', { stage: 'rule' }),
    ];
    expect((await levels([inventory(claims)]))[0]).toBe('T9301 2: Linux 1, Windows 2');
  });

  test('is not helped by a claim of its own', async () => {
    expect((await levels([inventory([claim('T9301', { stage: 'tested' })])]))[0]).toBe(
      'T9301 0: Linux 0, Windows 0',
    );
  });

  test('has the mean of those that count, where some do and others do not', async () => {
    const question = { groups: ['Rowers'], techniques: [] };
    const { techniques } = await coverageFor(deskWith(inventory([claim('T9301.002', { stage: 'tested' })])), {
      ...ALL,
      ...question,
    });
    expect(techniques.map(({ technique: { label }, level }) => `${label} ${level}`)).toEqual([
      'T9301.002 4',
      'T9302 0',
    ]);
  });

  test('is never better than the best of them, nor worse than the worst', async () => {
    const stages = fc.constantFrom('none', 'log-source', 'rule', 'deployed', 'tested');
    await fc.assert(
      fc.asyncProperty(fc.tuple(stages, stages, stages, stages), async ([own, ...parts]) => {
        const claims = [
          claim('T9301', { stage: own }),
          ...parts.map((stage, place) => claim(`T9301.00${place + 1}`, { stage })),
        ];
        const { levels: found } = await coverageFor(deskWith(inventory(claims)), {
          ...ALL,
          platforms: ['Linux'],
        });
        const onLinux = [found['T9301.001'] ?? 0, found['T9301.003'] ?? 0];
        expect(found['T9301']).toBeLessThanOrEqual(Math.max(...onLinux));
        expect(found['T9301']).toBeGreaterThanOrEqual(Math.min(...onLinux));
      }),
      runs(50),
    );
  });
});

test('of several platforms that are asked about, the least decides; of none, the best', async () => {
  const claims = [claim('T9301.001', { platforms: ['Windows'] })];
  const question = { techniques: ['T9301.001'] };
  expect(await levels([inventory(claims)], question)).toEqual(['T9301.001 2: Linux 0, Windows 2']);
  expect(await levels([inventory(claims)], { ...question, platforms: ['Windows', 'Linux'] })).toEqual([
    'T9301.001 0: Linux 0, Windows 2',
  ]);
});

test('techniques that work on none of the platforms are not looked at', async () => {
  expect(Object.keys((await coverageFor(deskWith(), { ...ALL, platforms: ['Linux'] })).levels)).toEqual([
    'T9301',
    'T9301.001',
    'T9301.003',
  ]);
});

describe('logs at hand', () => {
  const logs = (fields: Partial<LogSourceClaim> = {}): CoverageInventory =>
    inventory([], {
      name: 'logs',
      logSources: [{ logSource: 'Noise Made', file: 'sources.yaml', ...fields }],
    });

  test.for<readonly [string, Partial<LogSourceClaim>, number]>([
    ['are a stage of the techniques whose analytics read them', {}, 1],
    ['are named by the log source as well', { logSource: 'WinEventLog:Sysmon' }, 1],
    ['are of the platforms of their systems', { platforms: ['Linux'] }, 0],
    ['are nothing where no analytic reads them', { logSource: 'Smell' }, 0],
  ])('%s', async ([, fields, level]) => {
    const { levels: found } = await coverageFor(deskWith(logs(fields)), ALL);
    expect(found['T9301.002']).toBe(level);
  });

  test('that no analytic reads are named', async () => {
    expect((await coverageFor(deskWith(logs({ logSource: 'Smell' })), ALL)).unknownLogs).toEqual(['Smell']);
  });

  const elsewhere = claim('T9301.001', {
    title: 'Fingers',
    looksIn: { product: 'linux', service: 'auditd' },
  });

  test.for<readonly [string, readonly CoverageClaim[], boolean, string]>([
    [
      'on a platform that decides are cheap to win, whatever else rules look in',
      [elsewhere],
      true,
      'but others are in which ATT&CK looks: WinEventLog:Sysmon (Noise Made).',
    ],
    [
      'on another platform than the one that decides are not',
      [elsewhere, claim('T9301.001', { stage: 'deployed', platforms: ['Windows'] })],
      false,
      '“Fingers”; their logs are not known to be at hand.',
    ],
  ])('%s', async ([, claims, isCheap, ends]) => {
    const question = { ...ALL, techniques: ['T9301.001'], platforms: ['Windows', 'Linux'] };
    const { techniques } = await coverageFor(deskWith(logs(), inventory(claims)), question);
    expect(techniques[0]?.logsAtHand).toBe(isCheap);
    expect(techniques[0]?.reasons.at(-1)?.sentence.endsWith(ends)).toBe(true);
  });

  test('that are only scored as visible are said to be so', async () => {
    const question = { ...ALL, techniques: ['T9301.001'], platforms: ['Windows'] };
    const visible = claim('T9301.001', { kind: 'visibility', platforms: ['Windows'] });
    const known = logs({ logSource: 'Smell' });
    const { techniques } = await coverageFor(deskWith(known, inventory([elsewhere, visible])), question);
    expect(techniques[0]?.logsAtHand).toBe(true);
    expect(techniques[0]?.reasons.at(-1)?.sentence).toContain(
      'though the visibility that was scored says so.',
    );
  });

  test('and rules that look in them bear each other out', async () => {
    const rule = claim('T9301.002', {
      rule: 'r1',
      title: 'Loom noisy',
      looksIn: { product: 'windows', category: 'process_creation' },
    });
    const { techniques } = await coverageFor(
      deskWith(logs(), inventory([rule])),
      { ...ALL, techniques: ['T9301.002'] },
      { logs: true },
    );
    expect(techniques[0]).toMatchObject({
      logsAtHand: true,
      evidence: [
        { title: 'Loom noisy', analytic: { label: 'AN9301' }, logSource: 'WinEventLog:Sysmon EventCode=1' },
      ],
      logs: [{ analytic: { label: 'AN9301' }, isAvailable: true, readBy: 1, component: 'Noise Made' }],
      reasons: [
        {
          kind: 'not-deployed',
          sentence: '1 rule to deploy, e.g. “Loom noisy”; the logs of all of them are at hand.',
        },
      ],
    });
  });
});

describe('days', () => {
  const early = inventory([claim('T9302')], { date: '2026-01-01' });
  const late = inventory([claim('T9302', { stage: 'tested' })], { date: '2026-02-01' });
  const other = inventory([claim('T9301.001')], { name: 'theirs', date: '2026-01-15' });

  test.for<readonly [string | undefined, readonly string[]]>([
    ['2025-12-31', []],
    ['2026-01-01', ['ours 2026-01-01']],
    ['2026-01-31', ['ours 2026-01-01', 'theirs 2026-01-15']],
    ['2026-03-01', ['ours 2026-02-01', 'theirs 2026-01-15']],
    [undefined, ['ours 2026-02-01', 'theirs 2026-01-15']],
  ])('on %s holds the newest of each name', async ([asOf, inForce]) => {
    const { scope } = await coverageFor(deskWith(late, other, early), { ...ALL, asOf });
    expect(scope.inventories.map(({ name, date }) => `${name} ${date}`)).toEqual(inForce);
  });
});

const GAPS: CoverageGapsQuestion = {
  ...ALL,
  cheap: false,
  groups: [],
  techniques: [],
  platforms: [],
  inventories: [],
  domains: [],
  withdrawn: false,
};

describe('gaps', () => {
  test.for<readonly [string, readonly CoverageClaim[], string | undefined]>([
    ['no rule and no logs', [], 'no-log-source'],
    ['a rule', [claim('T9301.002')], 'not-deployed'],
    ['visibility', [claim('T9301.002', { kind: 'visibility' })], 'no-rule'],
    ['a deployed rule', [claim('T9301.002', { stage: 'deployed' })], undefined],
  ])('with %s say why', async ([, claims, kind]) => {
    const question = { ...GAPS, techniques: ['T9301.002'] };
    const { answer } = await coverageGaps(deskWith(inventory(claims)), question);
    expect(answer.gaps.flatMap(({ reasons }) => reasons.map((reason) => reason.kind))).toEqual(
      kind === undefined ? [] : [kind],
    );
  });

  test('without an analytic say so', async () => {
    const { answer } = await coverageGaps(deskWith(), { ...GAPS, techniques: ['T9302'] });
    expect(answer.gaps[0]?.reasons[0]?.kind).toBe('no-analytic');
  });

  test('on some platforms name them', async () => {
    const claims = [claim('T9301.001', { stage: 'deployed', platforms: ['Windows'] })];
    const question = { ...GAPS, techniques: ['T9301.001'], platforms: ['Windows', 'Linux'] };
    const { answer } = await coverageGaps(deskWith(inventory(claims)), question);
    expect(answer.gaps[0]?.reasons[0]?.sentence).toBe(
      'It is deployed on Windows, and not on Linux: nothing known there at least.',
    );
  });

  test.for<readonly [string, Partial<CoverageGapsQuestion>, boolean | undefined]>([
    ['nothing asked', {}, undefined],
    ['a share that is reached', { failUnder: 0.5 }, true],
    ['a share that is not', { failUnder: 0.51 }, false],
    ['a lower stage', { failUnder: 1, atLeast: 'rule' }, true],
    ['a baseline of the same', { baseline: { asOf: '', levels: { T9302: 2, 'T9301.002': 3 } } }, true],
    ['a baseline that was better', { baseline: { asOf: '', levels: { T9302: 3 } } }, false],
    ['a baseline of others', { baseline: { asOf: '', levels: { T1: 4 } } }, true],
  ])('pass or not: %s', async ([, asked, passes]) => {
    const claims = [claim('T9301.002', { stage: 'deployed' }), claim('T9302')];
    const question = { ...GAPS, groups: ['Rowers'], ...asked };
    const { answer } = await coverageGaps(deskWith(inventory(claims)), question);
    expect(answer.gate?.passes).toBe(passes);
  });
});

test.for<readonly [string, Partial<CoverageQuestion>, string]>([
  ['two ways to choose', { groups: ['Rowers'], techniques: ['T9302'] }, 'W690'],
  ['a platform that there is not', { platforms: ['Abacus'] }, 'W691'],
  ['an inventory that there is not', { inventories: ['hers'] }, 'W692'],
  ['a day that is none', { asOf: '2026-13-01' }, 'W608'],
  ['a group that there is not', { groups: ['Sailors'] }, 'W601'],
])('%s is refused', async ([, question, code]) => {
  await expect(coverageFor(deskWith(), { ...ALL, ...question })).rejects.toMatchObject({ code });
});

test('the stage of a claim is in the range of its numbers', () => {
  expect(stageNumber(stageOf({ kind: 'list' }))).toBe(3);
});

test('coverage for an organisation goes no farther than the sightings that its ranking rests on', async () => {
  const seen = heldBatch('seen.csv', [{ organisation: 'Quay', sector: 'energy', group: 'G9301' }], 'amber');
  const store = memorySightings([seen]);
  const desk = { ...deskWith(), sightings: async () => await Promise.resolve(store) };
  const organisation = {
    name: 'Quay',
    sectors: ['energy'],
    countries: [],
    regions: [],
    platforms: ['Windows'],
    products: [],
    motives: [],
    crownJewels: [],
    supplyChain: [],
    controls: { coverage: [], mitigations: [] },
    sightings: [],
  };
  const { level, restsOn } = await coverageFor(desk, { ...ALL, organisation });
  expect(level).toBe('amber');
  expect(restsOn?.map(({ name }) => name)).toContain('seen.csv');
});
