import { readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { listForgotten } from '../../src/home/copies/forgotten-copies.ts';
import { rebuildFrom } from '../../src/home/copies/rebuild.ts';
import { sourcesCalled } from '../../src/home/copies/name-source.ts';
import {
  forgetSource,
  loadSource,
  openHome,
  purgeForgotten,
  takeBack,
  type Home,
} from '../../src/home/index.ts';
import { assertFact } from '../../src/library/index.ts';
import { MemoryKnowledgeBase } from '../../src/knowledge/index.ts';
import { bundle, cluster, labelled, release, value } from '../support/world/build.ts';
import { FARM } from '../support/world/cast.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const AT = '2026-01-01T00:00:00.000Z';

/** A home with the fictional farm, a report, and what an analyst says of something that only the report describes. */
async function reportHome(): Promise<Home> {
  const folder = await temporaryFolder();
  const home = await openHome({ home: join(folder, 'home'), cwd: folder });
  onTestFinished(() => home.close());
  const documents = {
    farm: bundle(release('1.0'), ...FARM.attack),
    report: bundle(labelled('malware', 60, 'S9060', 'Hayfever'), labelled('tool', 61, 'S9061', 'Pitchfork')),
  };
  for (const [name, content] of Object.entries(documents)) {
    await writeFile(join(folder, `${name}.json`), JSON.stringify(content));
    await loadSource(home, join(folder, `${name}.json`), { loadedAt: AT });
  }
  const assertion = { subject: 'Wily Weasel', relation: 'uses', object: 'Hayfever', source: 'IR-1' };
  await assertFact(home, new Map(Object.entries(assertion)), '2026-02-01T00:00:00.000Z');
  return home;
}

const namesIn = async (home: Home): Promise<readonly string[]> =>
  (await home.knowledgeBase()).sources().map(({ name }) => name);

const bytesIn = async (folder: string): Promise<number> =>
  (await readdir(folder)).filter((name) => name.endsWith('.json.gz')).length;

test('a source is taken out with what only it has; a rebuild does not bring it back', async () => {
  const home = await reportHome();
  const [forgotten] = await forgetSource(home, 'report.json');
  expect(forgotten).toMatchObject({ objects: 2, shared: 0, canBeTakenBack: true });
  expect(forgotten?.naming.map(({ label }) => label)).toEqual([expect.stringMatching(/^AS-[0-9A-F]{8}$/)]);
  expect(await namesIn(home)).toEqual(['Enterprise ATT&CK 1.0', 'IR-1']);
  expect([await bytesIn(home.paths.sources), await bytesIn(home.paths.forgotten)]).toEqual([2, 1]);
  const rebuilt = new MemoryKnowledgeBase();
  await rebuildFrom(home.paths.sources, rebuilt);
  expect(rebuilt.sources().map(({ name }) => name)).toEqual(await namesIn(home));
});

test('it works where no view can be built, and is closed all the same', async () => {
  const home = await reportHome();
  const knowledge = await home.knowledgeBase();
  vi.spyOn(knowledge, 'view').mockImplementation(() => {
    throw new RangeError('too much');
  });
  expect(await forgetSource(home, '2')).toMatchObject([{ source: { name: 'report.json' } }]);
  expect(await takeBack(home, 'report.json')).toMatchObject([{ isNew: true }]);
  await home.close();
});

test('what was forgotten can be taken back from its copy, and is then as it was', async () => {
  const home = await reportHome();
  const knowledge = await home.knowledgeBase();
  const before = { sources: new Set(knowledge.sources()), census: knowledge.view().census() };
  await forgetSource(home, 'report.json');
  expect(await listForgotten(home.paths.forgotten)).toMatchObject([{ name: 'report.json', loadedAt: AT }]);
  expect(await takeBack(home, 'report.json')).toMatchObject([{ isNew: true, added: 2 }]);
  expect({ sources: new Set(knowledge.sources()), census: knowledge.view().census() }).toEqual(before);
  expect(await listForgotten(home.paths.forgotten)).toEqual([]);
  expect(await rebuildFrom(home.paths.sources, new MemoryKnowledgeBase())).toHaveLength(3);
});

test('loaded again from where it came, it is there again, and its copy is kept again', async () => {
  const home = await reportHome();
  await forgetSource(home, 'report.json');
  await loadSource(home, join(home.paths.folder, '..', 'report.json'), { loadedAt: AT });
  expect(await namesIn(home)).toContain('report.json');
  expect(await bytesIn(home.paths.sources)).toBe(3);
});

test('purged, nothing of it is left, whether it was forgotten before or not', async () => {
  const home = await reportHome();
  expect(await forgetSource(home, 'IR-1', { purge: true })).toMatchObject([{ canBeTakenBack: false }]);
  await forgetSource(home, 'report.json');
  expect(await purgeForgotten(home, 'report.json')).toHaveLength(1);
  expect([await bytesIn(home.paths.sources), await bytesIn(home.paths.forgotten)]).toEqual([1, 0]);
  await expect(takeBack(home, 'report.json')).rejects.toMatchObject({ code: 'H513' });
});

test('all loads of one release are forgotten and taken back together', async () => {
  const home = await reportHome();
  for (const [month, names] of [
    ['03', ['Red Fox', 'Grey Wolf']],
    ['04', ['Red Fox']],
  ] as const) {
    const path = join(home.paths.folder, '..', `galaxy-${month}.json`);
    const values = names.map((name, index) => value(index + 1, name));
    await writeFile(path, JSON.stringify(cluster('threat-actor', values)));
    await loadSource(home, path, { loadedAt: `2026-${month}-01T00:00:00.000Z` });
  }
  const galaxy = async (): Promise<readonly string[]> =>
    (await home.knowledgeBase())
      .sources()
      .filter(({ kind }) => kind === 'galaxy')
      .map(({ id, location }) => `${id} ${basename(location)}`);
  const [before = ''] = await galaxy();
  expect(before).toMatch(/ galaxy-04\.json$/);
  const id = before.slice(0, before.indexOf(' '));
  expect((await forgetSource(home, id)).map(({ sources }) => sources.length)).toEqual([2]);
  expect(await galaxy()).toEqual([]);
  expect(await takeBack(home, id)).toHaveLength(2);
  expect(await galaxy()).toEqual([before]);
});

test('several sources of one name are only forgotten together where that is said', async () => {
  const home = await reportHome();
  const assertion = { subject: 'Wily Weasel', relation: 'targets', object: 'energy', source: 'IR-1' };
  await assertFact(home, new Map(Object.entries(assertion)), '2026-02-02T00:00:00.000Z');
  await expect(forgetSource(home, 'IR-1')).rejects.toMatchObject({ code: 'H514' });
  expect(await forgetSource(home, 'IR-1', { all: true })).toHaveLength(2);
  expect(await namesIn(home)).toEqual(['Enterprise ATT&CK 1.0', 'report.json']);
});

const NAMED = [
  { id: 'farm@1', name: 'Farm', location: 'in/farm.json', sha256: 'abcdef0123'.repeat(7).slice(0, 64) },
  {
    id: 'sha256:0123456789ab',
    name: 'Night raids',
    location: 'https://x.example/raids.json',
    sha256: '0123456789ab'.padEnd(64, '0'),
  },
  { id: 'sha256:bbbbbbbbbbbb', name: 'Farm', location: '-', sha256: 'b'.repeat(64) },
];

test.for([
  ['2', [1]],
  ['farm@1', [0]],
  ['Night raids', [1]],
  ['night RAIDS', [1]],
  ['Farm', [0, 2]],
  ['in/farm.json', [0]],
  ['farm.json', [0]],
  ['raids.json', [1]],
  ['-', [2]],
  ['abcdef0123', [0]],
  ['sha256:0123456789ab', [1]],
  ['SHA256:ABCDEF', [0]],
  ['b'.repeat(64), [2]],
] as const)('%s calls the sources %j', ([call, expected]) => {
  expect(sourcesCalled(NAMED, call)).toEqual(expected.map((index) => NAMED[index]));
});

test.for([['4'], ['abc'], ['bbb'], ['Farms'], ['']])('%s calls none', ([call = '']) => {
  expect(() => sourcesCalled(NAMED, call)).toThrow('H513');
});
