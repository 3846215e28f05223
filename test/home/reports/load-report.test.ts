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
  unloadReport,
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
  object: BADGER,
  statement: 'Wily Weasel uses BADGERDROP',
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
  await loadReport(home, RAID_REPORT, [DUG], AT);
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
  await loadReport(home, report, [DUG], AT);
  expect(await sources(home)).toMatchObject([{ name, level: undefined }]);
  const [assertion] = listAssertions({ view: (await home.knowledgeBase()).view() }).assertions;
  expect(assertion).toMatchObject({ source: 'REP-AB12CD34', tlp: '', created, modified: created });
});

test('loaded again nothing changes; other facts take the place of those before; without any it is gone', async () => {
  const home = await farmHome();
  expect(await loadReport(home, RAID_REPORT, [DUG, DROPPED], AT)).toMatchObject({ isNew: true, added: 2 });
  expect(await loadReport(home, RAID_REPORT, [DUG, DROPPED], '2026-07-01T00:00:00.000Z')).toMatchObject({
    isNew: false,
  });
  const sure: ReportFact = { ...DUG, status: 'confirmed', decidedAt: '2026-07-02T00:00:00.000Z' };
  await loadReport(home, RAID_REPORT, [sure], '2026-07-03T00:00:00.000Z');
  expect(await listed(home)).toEqual(['REP-AB12CD34: Wily Weasel uses Digging, confirmed']);
  await loadReport(home, RAID_REPORT, [DUG, DROPPED], '2026-07-04T00:00:00.000Z');
  const both = [
    'REP-AB12CD34: Wily Weasel uses BADGERDROP, mentioned',
    'REP-AB12CD34: Wily Weasel uses Digging, mentioned',
  ];
  expect(await listed(home)).toEqual(both);
  // What stands now is what a rebuild makes, though other facts were loaded between.
  await rebuildHome(home);
  expect(await listed(home)).toEqual(both);
  expect(await loadReport(home, RAID_REPORT, [])).toBeUndefined();
  expect([await listed(home), await sources(home)]).toEqual([[], []]);
  expect(await loadReport(home, RAID_REPORT, [])).toBeUndefined();
});

test('a report is forgotten as a whole, by its label or by whoever forgets the report itself', async () => {
  const home = await farmHome();
  for (const facts of [[DUG], [DUG, DROPPED]]) await loadReport(home, RAID_REPORT, facts, AT);
  const [forgotten] = await forgetSource(home, 'rep-ab12cd34');
  expect(forgotten).toMatchObject({ objects: 2, canBeTakenBack: true });
  await rebuildHome(home);
  expect(await listed(home)).toEqual([]);
  await loadReport(home, RAID_REPORT, [DUG], AT);
  expect(await unloadReport(home, RAID_REPORT.id, { purge: true })).toMatchObject([
    { canBeTakenBack: false },
  ]);
  expect(await unloadReport(home, RAID_REPORT.id)).toEqual([]);
  expect(await sources(home)).toEqual([]);
});

test('what is taken back stays so, until a reviewer decides on it again', async () => {
  const home = await farmHome();
  await loadReport(home, RAID_REPORT, [DUG], AT);
  const view = (await home.knowledgeBase()).view();
  const found = findAssertion({ view }, listAssertions({ view }).assertions[0]?.label ?? '');
  if (found === undefined) throw new Error('not found');
  await retractAssertion(home, found, '2026-07-01T00:00:00.000Z');
  await loadReport(home, RAID_REPORT, [DUG, DROPPED], AT);
  expect(await listed(home)).toEqual(['REP-AB12CD34: Wily Weasel uses BADGERDROP, mentioned']);
  await loadReport(home, RAID_REPORT, [{ ...DUG, decidedAt: '2026-07-02T00:00:00.000Z' }], AT);
  expect(await listed(home)).toEqual(['REP-AB12CD34: Wily Weasel uses Digging, mentioned']);
});

test('whom it names as victims and nobody knows yet are things: countries, sectors, organisations', async () => {
  const home = await farmHome();
  const [coop] = victimsOf('Coop of Lower Barn');
  const targets = { ...DUG, relation: 'targets' };
  await loadReport(home, RAID_REPORT, [
    { ...targets, object: countryId('LU'), thing: 'Luxembourg', statement: 'Wily Weasel targets Luxembourg' },
    { ...targets, object: coop?.id ?? '', thing: 'Coop of Lower Barn', statement: 'Wily Weasel targets it' },
  ]);
  const { catalogue, facts } = (await home.knowledgeBase()).view();
  const targeted = [...(facts.relations.get('targets')?.columns[1] ?? [])].map((term) =>
    catalogue.name(term),
  );
  expect(targeted.toSorted()).toEqual(['Coop of Lower Barn', 'Luxembourg']);
});
