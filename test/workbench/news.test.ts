import { describe, expect, test } from 'vitest';
import type { NewsQuestion } from '../../src/answers/index.ts';
import { openDesk, type Knowledge } from '../../src/desk/index.ts';
import type { Delivery } from '../../src/facts/index.ts';
import { DEFAULT_CONFIG, openSolver, readRuleSet } from '../../src/home/index.ts';
import { readDocument } from '../../src/intake/index.ts';
import { MemoryKnowledgeBase, type KnowledgeBase } from '../../src/knowledge/index.ts';
import { documentText } from '../../src/render/index.ts';
import { newsDocument } from '../../src/report/index.ts';
import { NewsQuestion as Schema } from '../../src/answers/index.ts';
import type { CoverageInventory } from '../../src/threat/index.ts';
import { beforeNews } from '../../src/workbench/releases/before-news.ts';
import { newsFor } from '../../src/workbench/releases/news.ts';
import { WORKS } from '../support/organisation.ts';
import { hasRealData } from '../support/real-data.ts';
import { realDesk, realKnowledge } from '../support/real-home.ts';
import {
  about,
  cluster,
  delivered,
  labelled,
  object,
  release,
  use,
  value,
  type RawObject,
} from '../support/world/build.ts';
import { KNOCK, SHORE, VICTIMS, WOLF } from '../support/world/cast.ts';
import { DUG, raidDelivery } from '../support/world/raid-report.ts';
import { deskOver } from '../support/desk.ts';

const { score, threats, planning } = DEFAULT_CONFIG;

function deskOf(base: KnowledgeBase, ...inventories: readonly CoverageInventory[]): Knowledge['desk'] {
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

function baseOf(
  ...loads: readonly (readonly [day: string, ...deliveries: readonly Delivery[]])[]
): MemoryKnowledgeBase {
  const base = new MemoryKnowledgeBase();
  for (const [day, ...deliveries] of loads)
    for (const delivery of deliveries) base.ingest(delivery, `${day}T10:00:00.000Z`);
  return base;
}

const published = (version: string, day: string): RawObject => ({
  ...release(version),
  modified: `${day}T00:00:00.000Z`,
});
const attack = (version: string, day: string, ...more: readonly RawObject[]): Delivery =>
  delivered(`attack-${version}`, published(version, day), ...SHORE.attack, ...VICTIMS.attack, ...more);
const galaxy = (version: number, values: readonly RawObject[]): Delivery =>
  readDocument(cluster('threat-actor', values, { version }), about(`galaxy-${version}`));

const KNOCKS = use(
  290,
  WOLF,
  KNOCK,
  'Wary Wolf knocked at many doors.',
  'Gazette. (2025, October 2). Knocks.',
);

const HOWLER = labelled('intrusion-set', 201, 'G0921', 'Wary Wolf', {
  aliases: ['Wary Wolf', 'Moon Howler'],
  modified: '2025-10-01T00:00:00.000Z',
});

/** Release 1.0 in March, 2.0 in November; the galaxy names another victim and another name from its second version on. */
const first = attack('1.0', '2025-02-20');
const second = attack('2.0', '2025-10-28', KNOCKS, HOWLER);
const older = galaxy(7, VICTIMS.galaxy);
const newer = galaxy(8, [
  value(211, 'Wary Wolf', {
    'cfr-suspected-victims': ['Luxembourg', 'France', 'Belgium'],
    'cfr-target-category': ['Telecoms'],
    country: 'RU',
  }),
  ...VICTIMS.galaxy.slice(1),
]);
const leaflet = delivered('leaflet', object('malware', 990, { name: 'Leaflet' }));

const inTwoLoads = baseOf(['2025-03-01', first, older], ['2025-11-05', second, newer, leaflet]);
const atOnce = baseOf(['2026-01-01', first, second, newer]);
const once = baseOf(['2026-01-01', second, newer]);

const howled = raidDelivery({
  ...DUG,
  subject: { ...DUG.subject, id: WOLF },
  object: { ...DUG.object, id: KNOCK },
});
const withReports = baseOf(['2026-01-01', attack('1.0', '2025-02-20')], ['2026-06-04', howled]);

const GALAXY = 'misp-galaxy:threat-actor';
const [OLD, NEW] = ['enterprise-attack@1.0', 'enterprise-attack@2.0'];
const REPORT = inTwoLoads.sources().at(-1)?.id ?? '';

test.for([
  [
    'without a day, the release before of each series',
    inTwoLoads,
    undefined,
    'releases',
    [NEW, `${GALAXY}@8`],
  ],
  [
    'of a day between two loads, what was loaded before',
    inTwoLoads,
    '2025-06-01',
    'loaded',
    [NEW, `${GALAXY}@8`, REPORT],
  ],
  ['of a day after all loads, everything', inTwoLoads, '2026-06-01', 'loaded', []],
  ['of a day before any load, what was published then', atOnce, '2025-06-01', 'published', [NEW]],
  ['of a day before anything was published, everything', atOnce, '2025-01-01', 'published', []],
  ['where each series is loaded once, everything', once, undefined, 'releases', []],
  ['but for reports that were loaded since', withReports, undefined, 'releases', ['report:REP-AB12CD34@1']],
] as const)('%s', ([, base, since, comparedWith, without]) => {
  expect(beforeNews(base, base.view(), { since })).toEqual({ comparedWith, without });
});

test('of a run that was kept, what it knew of what is still loaded', () => {
  const { id, name, sha256 } = inTwoLoads.sources()[0] ?? expect.fail();
  const run = {
    knowledge: [
      { id, name, sha256 },
      { id: 'gone@1', name: 'Gone', sha256: '' },
    ],
  };
  const { comparedWith, without } = beforeNews(inTwoLoads, inTwoLoads.view(), { run });
  expect([comparedWith, without]).toEqual(['run', [`${GALAXY}@7`, NEW, `${GALAXY}@8`, REPORT]]);
  expect(id).toBe(OLD);
});

const asked = (fields: Partial<NewsQuestion>): NewsQuestion => Schema.parse(fields);

/** A text with every line break a space, however wide it was set. */
function unwrapped(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

async function newsText(desk: Knowledge['desk'], fields: Partial<NewsQuestion>): Promise<string> {
  const question = asked(fields);
  const { answer } = await newsFor(desk, question);
  return unwrapped(documentText(newsDocument(answer, question.all)));
}

function inventory(date: string, ...techniques: readonly string[]): CoverageInventory {
  return {
    id: date.padEnd(64, '0'),
    name: 'siem',
    date,
    importedAt: `${date}T10:00:00.000Z`,
    formats: { sigma: 1 },
    claims: techniques.map((technique) => ({
      technique,
      level: 1,
      kind: 'list' as const,
      file: 'a.txt',
      stage: 'deployed' as const,
    })),
    logSources: [],
  };
}

describe('what is new', () => {
  test('of a group: uses with sentence and source, victims with who says so, names', async () => {
    const text = await newsText(deskOf(inTwoLoads), { groups: ['Wary Wolf'] });
    expect(text).toContain('• Knowledge: Enterprise ATT&CK 2.0: 1.0 → 2.0; ');
    expect(text).toContain(
      '• Wary Wolf (G0921): newly reported to use T9014 Knock – “Wary Wolf knocked at many doors.” – Gazette 290; newly reported of it: Belgium, by ',
    );
    expect(text).toContain('also called Moon Howler');
  });

  test('of a report that was loaded since: what only it reports, with its sentence, as a report of its day', async () => {
    const text = await newsText(deskOf(withReports), { groups: ['Wary Wolf'], all: true });
    expect(text).toContain('Knowledge: Raid on a henhouse (Henhouse Gazette, 2026-05) is new');
    expect(text).toContain('newly reported to use T9014 Knock – “It dug under the fence.');
    expect(text).toContain('Raid on a henhouse (2026-05)');
  });

  test('of an organisation: who moved, by which factor, and by what', async () => {
    const { answer } = await newsFor(deskOf(inTwoLoads), asked({ organisation: WORKS, top: 1 }));
    expect(answer.organisation).toBe('Example Works');
    expect(answer.lookedAt).toBeGreaterThan(0);
    const changes = answer.ranking ?? expect.fail();
    expect(changes.top).toBe(1);
    expect(answer.groups.map(({ uses }) => uses.group.label)).toContain('G0921');
    const text = documentText(newsDocument(answer, true), { width: 200 });
    for (const title of ['Sources', 'The first groups', 'Wary Wolf (G0921)']) expect(text).toContain(title);
  });

  test('of an organisation whose first groups stand where they stood, that and no more', async () => {
    const { answer } = await newsFor(deskOf(inTwoLoads), asked({ organisation: WORKS, top: 1 }));
    const ranking = { ...(answer.ranking ?? expect.fail()), groups: [], lists: [] };
    const text = unwrapped(documentText(newsDocument({ ...answer, ranking }, true)));
    expect(text).toContain('The first 1 groups stand where they stood.');
    expect(text).not.toContain('the same knowledge');
  });

  test('of gaps: what newly imported coverage closes, and what is newly to be expected', async () => {
    const [before, after] = [inventory('2025-03-01', 'T9021'), inventory('2025-11-06', 'T9021', 'T9022')];
    const desk = deskOf(inTwoLoads, before, after);
    const everywhere = { ...WORKS, platforms: [] };
    const { answer } = await newsFor(desk, asked({ organisation: everywhere, since: '2025-06-01' }));
    const gaps = answer.gaps ?? expect.fail();
    const named = (moves: typeof gaps.closed): readonly string[] =>
      moves.map(({ technique }) => technique.label);
    expect(named(gaps.closed)).toEqual(['T9022']);
    expect(named(gaps.expected)).toEqual(['T9014']);
    expect(gaps.inventories).toEqual(['siem of 2025-11-06']);
    expect(gaps.share).toBeGreaterThan(gaps.shareBefore);
    const text = unwrapped(documentText(newsDocument(answer, false)));
    expect(text).toContain('• 1 gap closed by siem of 2025-11-06: T9022 Howl; ');
    expect(text).toContain('• 1 new gap, newly to be expected: T9014 Knock');
  });

  test('nothing, in one line', async () => {
    const text = await newsText(deskOf(once), { organisation: WORKS });
    expect(text).toMatch(
      /═ Nothing is new\. No day was given: compared with the release before of each series \(Enterprise ATT&CK 2\.0\)\. For Example Works\. 8 groups looked at\.$/u,
    );
  });

  test('a day that is none, and a group that is not there, are refused', async () => {
    await expect(newsFor(deskOf(once), asked({ since: '2025-02-30' }))).rejects.toMatchObject({
      code: 'W608',
    });
    await expect(newsFor(deskOf(once), asked({ groups: ['Example Stork'] }))).rejects.toMatchObject({
      code: 'W601',
    });
  });
});

describe.runIf(hasRealData)('real releases', () => {
  test('17.1 and 18.1 come to ten lines, with who moved and why', async () => {
    const base = await realKnowledge();
    const rules = await readRuleSet(DEFAULT_CONFIG.rules);
    const desk = {
      ...deskOf(base),
      ...(await realDesk({ galaxies: true })),
      other: async (selection: Parameters<Knowledge['desk']['other']>[0]) =>
        await openDesk(base.view(selection), rules),
    };
    const question = asked({ organisation: { ...WORKS, countries: ['LU'] } });
    const { answer } = await newsFor(desk, question);
    expect(answer.knowledge.map(({ before, after }) => [before, after])).toEqual([['17.1', '18.1']]);
    expect(answer.ranking?.groups.length).toBeGreaterThan(0);
    const lines = documentText(newsDocument(answer, false)).split('\n');
    expect(lines.filter((line) => line.startsWith('•'))).toHaveLength(10);
    expect(lines.join(' ')).toMatch(/enters the first 15 \(\d+ → \d+\): /u);
  });
});
