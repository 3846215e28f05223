import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  forgetSource,
  loadReport,
  loadSource,
  openHome,
  rebuildHome,
  retractAssertion,
  type Home,
} from '../../../src/home/index.ts';
import type { ReportFact } from '../../../src/intake/index.ts';
import { countryId, readEvidence, victimsOf } from '../../../src/stix/index.ts';
import type { KeptReport } from '../../../src/threat/index.ts';
import { findAssertion, listAssertions } from '../../../src/workbench/knowledge/assertions.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { bundle, release } from '../../support/world/build.ts';
import { BADGER, FARM } from '../../support/world/cast.ts';
import { DUG, RAID_REPORT } from '../../support/world/raid-report.ts';

const AT = '2026-01-01T00:00:00.000Z';

async function farmHome(): Promise<Home> {
  const folder = await temporaryFolder();
  const home = await openHome({ home: folder, cwd: folder });
  onTestFinished(() => home.close());
  const path = join(folder, 'farm.json');
  await writeFile(path, JSON.stringify(bundle(release('1.0'), ...FARM.attack)));
  await loadSource(home, path, { loadedAt: AT });
  return home;
}

const DROPPED: ReportFact = {
  ...DUG,
  object: { id: BADGER, type: 'malware', name: 'BADGERDROP' },
  sentences: ['A tool was left.'],
};

const listed = async (home: Home): Promise<readonly string[]> =>
  listAssertions({ view: (await home.knowledgeBase()).view() }).assertions.map(
    ({ statement, source, status }) => `${source}: ${statement}, ${status}`,
  );

const sources = async (home: Home) =>
  (await home.knowledgeBase())
    .sources()
    .filter(({ kind }) => kind !== 'attack')
    .map(({ id, kind, name, level }) => ({ id, kind, name, level }));

test('what a report states is reported with its sentences, and cites the report with its day', async () => {
  const home = await farmHome();
  await loadReport(home, RAID_REPORT, [DUG], { loadedAt: AT });
  expect(await sources(home)).toEqual([
    {
      id: 'report:REP-AB12CD34@1',
      kind: 'vendor-report',
      name: 'Raid on a henhouse (Henhouse Gazette, 2026-05)',
      level: 'amber',
    },
  ]);
  const view = (await home.knowledgeBase()).view();
  const [assertion] = listAssertions({ view }).assertions;
  const { stored = -1 } = view.catalogue.entry(view.catalogue.find(assertion?.label ?? '').at(0) ?? -1);
  expect(readEvidence(view.object(stored))).toMatchObject({
    claimant: 'Henhouse Gazette',
    status: 'mentioned',
    sentence: 'It dug under the fence. […] Then<07> it dug on.',
    created: '2026-05-01T00:00:00.000Z',
    citations: [
      {
        name: 'Raid on a henhouse',
        description: 'Henhouse Gazette. (2026-05). Raid on a henhouse.',
        url: 'https://gazette.example/raid',
        published: '2026-05',
      },
    ],
  });
});

test.for([
  [
    'that says nothing of itself',
    { level: undefined, publisher: undefined, date: undefined, url: undefined },
    'Raid on a henhouse',
    '2026-06-03T10:00:00.000Z',
  ],
  [
    'of a year',
    { date: '2025', publisher: undefined },
    'Raid on a henhouse (2025)',
    '2025-01-01T00:00:00.000Z',
  ],
] as const)('a report %s is called by what it has', async ([, fields, name, created]) => {
  const { level: _, publisher: __, date: ___, url: ____, ...bare } = RAID_REPORT;
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const report: KeptReport = { ...bare, ...Object.fromEntries(given) };
  const home = await farmHome();
  await loadReport(home, report, [DUG], { loadedAt: AT });
  expect(await sources(home)).toMatchObject([{ name, level: undefined }]);
  const [assertion] = listAssertions({ view: (await home.knowledgeBase()).view() }).assertions;
  expect(assertion).toMatchObject({ source: 'REP-AB12CD34', tlp: '', created, modified: created });
});

test('loaded again nothing changes; other facts take the place of those before; without any it is gone', async () => {
  const home = await farmHome();
  const both = [DUG, DROPPED];
  const load = async (facts: typeof both, day: string) =>
    await loadReport(home, RAID_REPORT, facts, { loadedAt: `2026-${day}T00:00:00.000Z` });
  expect(await loadReport(home, RAID_REPORT, both, { isTrial: true })).toBe('loaded');
  expect(await listed(home)).toEqual([]);
  expect([await load(both, '06-30'), await load(both, '07-01')]).toEqual(['loaded', 'unchanged']);
  const sure = { ...DUG, status: 'confirmed' as const, decidedAt: '2026-07-02T00:00:00.000Z' };
  expect(await load([sure], '07-03')).toBe('changed');
  expect(await listed(home)).toEqual(['REP-AB12CD34: Wily Weasel uses Digging, confirmed']);
  await load(both, '07-04');
  const all = [
    'REP-AB12CD34: Wily Weasel uses BADGERDROP, mentioned',
    'REP-AB12CD34: Wily Weasel uses Digging, mentioned',
  ];
  expect(await listed(home)).toEqual(all);
  // What stands now is what a rebuild makes, though other facts were loaded between.
  await rebuildHome(home);
  expect(await listed(home)).toEqual(all);
  expect(await loadReport(home, RAID_REPORT, [], { isTrial: true })).toBe('removed');
  expect(await listed(home)).toEqual(all);
  expect([await load([], '07-05'), await load([], '07-06')]).toEqual(['removed', 'nothing']);
  expect([await listed(home), await sources(home)]).toEqual([[], []]);
});

test('a report is forgotten as a whole, by its label', async () => {
  const home = await farmHome();
  for (const facts of [[DUG], [DUG, DROPPED]]) await loadReport(home, RAID_REPORT, facts, { loadedAt: AT });
  const [forgotten] = await forgetSource(home, 'rep-ab12cd34');
  expect(forgotten).toMatchObject({ objects: 2, canBeTakenBack: true });
  await rebuildHome(home);
  expect(await listed(home)).toEqual([]);
});

test('what is taken back stays so, until a reviewer decides on it again', async () => {
  const home = await farmHome();
  await loadReport(home, RAID_REPORT, [DUG], { loadedAt: AT });
  const view = (await home.knowledgeBase()).view();
  const found = findAssertion({ view }, listAssertions({ view }).assertions[0]?.label ?? '');
  if (found === undefined) throw new Error('not found');
  await retractAssertion(home, found, '2026-07-01T00:00:00.000Z');
  await loadReport(home, RAID_REPORT, [DUG, DROPPED], { loadedAt: AT });
  expect(await listed(home)).toEqual(['REP-AB12CD34: Wily Weasel uses BADGERDROP, mentioned']);
  await loadReport(home, RAID_REPORT, [{ ...DUG, decidedAt: '2026-07-02T00:00:00.000Z' }], { loadedAt: AT });
  expect(await listed(home)).toEqual(['REP-AB12CD34: Wily Weasel uses Digging, mentioned']);
});

test('whom it names as victims and nobody knows yet are things: countries, sectors, organisations', async () => {
  const home = await farmHome();
  const [coop] = victimsOf('Coop of Lower Barn');
  const targets = { ...DUG, relation: 'targets' };
  await loadReport(home, RAID_REPORT, [
    { ...targets, object: { id: countryId('LU'), type: 'location', name: 'Luxembourg' } },
    { ...targets, object: { id: coop?.id ?? '', type: 'identity', name: 'Coop of Lower Barn' } },
  ]);
  const { catalogue, facts } = (await home.knowledgeBase()).view();
  const targeted = [...(facts.relations.get('targets')?.columns[1] ?? [])].map((term) =>
    catalogue.name(term),
  );
  expect(targeted.toSorted()).toEqual(['Coop of Lower Barn', 'Luxembourg']);
});
