import { readFileSync } from 'node:fs';
import { copyFile, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Home } from '../../src/home/index.ts';
import { DEFAULT_CONFIG, loadSource, openHome } from '../../src/home/index.ts';
import { rebuildFrom } from '../../src/home/copies/rebuild.ts';
import { MemoryKnowledgeBase } from '../../src/knowledge/index.ts';
import { bundle, idOf, object, relationship } from '../support/world/build.ts';
import { DIGGING, FARM } from '../support/world/cast.ts';
import { localServer } from '../support/local-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { zipOf } from '../support/zip-of.ts';

const SAMPLE = 'samples/sample-attack.json';
const TEXT = readFileSync(SAMPLE);
const AT = { loadedAt: '2025-01-01T00:00:00.000Z' };

async function emptyHome(): Promise<Home> {
  const folder = join(await temporaryFolder(), 'home');
  const home = await openHome({ home: folder, cwd: dirname(folder) });
  onTestFinished(() => home.close());
  return home;
}

test('an opened home is nowhere yet', async () => {
  const home = await emptyHome();
  expect(home.isEmpty).toBe(true);
  await expect(readdir(home.paths.folder)).rejects.toThrow('ENOENT');
  expect(home.config).toEqual(DEFAULT_CONFIG);
});

test('a wrong configuration keeps a home from being opened, with everything that is wrong', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'config.yaml'), 'mirrors: 1\nscore: 2\n');
  await expect(openHome({ home: folder, cwd: folder })).rejects.toMatchObject({
    issues: [{ code: 'H504' }, { code: 'H504' }],
  });
});

test('a home whose database is something else can be closed all the same', async () => {
  const home = await emptyHome();
  await mkdir(home.paths.folder);
  await writeFile(home.paths.database, 'not a database, but long enough to be taken for one '.repeat(50));
  await expect(home.knowledgeBase()).rejects.toThrow(/K2\d\d/);
  await home.close();
});

test('what is loaded is stored, and a copy kept', async () => {
  const home = await emptyHome();
  const { ingested, unchanged } = await loadSource(home, SAMPLE, AT);
  expect(unchanged).toBe(false);
  expect(ingested).toMatchObject([
    { isNew: true, issues: [], source: { name: 'Foeprint sample 1.0', location: SAMPLE } },
  ]);
  const { sha256 } = (await home.knowledgeBase()).sources()[0] ?? { sha256: '' };
  expect((await readdir(home.paths.sources)).toSorted()).toEqual([
    `${sha256}.json.gz`,
    `${sha256}.source.json`,
  ]);
  expect(JSON.parse(await readFile(join(home.paths.sources, `${sha256}.source.json`), 'utf8'))).toEqual({
    sha256,
    bytes: TEXT.length,
    location: SAMPLE,
    ...AT,
  });
});

test('loading again changes nothing, whatever form it comes in', async () => {
  const home = await emptyHome();
  const folder = await temporaryFolder();
  const packed = gzipSync(TEXT);
  await writeFile(join(folder, 'a.gz'), packed);
  await loadSource(home, join(folder, 'a.gz'), AT);
  const { ingested } = await loadSource(home, SAMPLE, AT);
  expect(ingested).toMatchObject([{ isNew: false, added: 0 }]);
  const copies = (await readdir(home.paths.sources)).filter((name) => name.endsWith('.gz'));
  expect(copies).toHaveLength(1);
  expect(await readFile(join(home.paths.sources, copies[0] ?? ''))).toEqual(packed);
});

test.for([
  ['not JSON', 'a.json', Buffer.from('hello'), 'A411'],
  ['JSON that is no STIX', 'a.json', Buffer.from('{"a":1}'), 'I101'],
  [
    'an archive of which one file is no STIX',
    'a.zip',
    zipOf([
      { name: 'a.json', bytes: TEXT },
      { name: 'b.json', bytes: Buffer.from('{}') },
    ]),
    'I101',
  ],
] as const)('of %s nothing is stored or kept', async ([, name, bytes, code]) => {
  const home = await emptyHome();
  const path = join(await temporaryFolder(), name);
  await writeFile(path, bytes);
  await expect(loadSource(home, path, AT)).rejects.toMatchObject({ code });
  expect((await home.knowledgeBase()).sources()).toEqual([]);
  await expect(readdir(home.paths.sources)).rejects.toThrow('ENOENT');
});

test('what the user says of a source goes before what it says itself, also when rebuilt', async () => {
  const home = await emptyHome();
  await loadSource(home, SAMPLE, { ...AT, kind: 'analyst', release: '7.0' });
  const sources = (await home.knowledgeBase()).sources();
  expect(sources).toMatchObject([{ kind: 'analyst', release: '7.0' }]);
  const rebuilt = new MemoryKnowledgeBase();
  await rebuildFrom(home.paths.sources, rebuilt);
  expect(rebuilt.sources()).toEqual(sources);
});

test('everything can be rebuilt from the kept copies', async () => {
  const home = await emptyHome();
  const folder = await temporaryFolder();
  await writeFile(
    join(folder, 'two.zip'),
    zipOf(['a', 'b'].map((name) => ({ name: `${name}.json`, bytes: smallBundle(name) }))),
  );
  await loadSource(home, join(folder, 'two.zip'), { loadedAt: '2025-01-02T00:00:00.000Z' });
  await loadSource(home, SAMPLE, AT);
  const knowledge = await home.knowledgeBase();
  const rebuilt = new MemoryKnowledgeBase();
  const reports = await rebuildFrom(home.paths.sources, rebuilt);
  expect(reports.map(({ source }) => source.loadedAt)).toEqual(
    reports.map(({ source }) => source.loadedAt).toSorted(),
  );
  expect(new Set(rebuilt.sources())).toEqual(new Set(knowledge.sources()));
  expect(rebuilt.view().census()).toEqual(knowledge.view().census());
});

test.for([
  ['missing', (path: string) => rm(path)],
  ['damaged', (path: string) => writeFile(path, 'x')],
  ['another', (path: string) => writeFile(path, gzipSync('{}'))],
] as const)('a copy that is %s is noticed', async ([, spoil]) => {
  const home = await emptyHome();
  await loadSource(home, SAMPLE, AT);
  const copy = (await readdir(home.paths.sources)).find((name) => name.endsWith('.gz')) ?? '';
  await spoil(join(home.paths.sources, copy));
  await expect(rebuildFrom(home.paths.sources, new MemoryKnowledgeBase())).rejects.toMatchObject({
    code: 'H521',
  });
});

test('a home that cannot be made is refused', async () => {
  const folder = await temporaryFolder();
  await copyFile(SAMPLE, join(folder, 'file'));
  const home = await openHome({ home: join(folder, 'file', 'home'), cwd: folder });
  await expect(loadSource(home, SAMPLE, AT)).rejects.toMatchObject({ code: 'H511' });
});

test('where no copy can be kept nothing is stored', async () => {
  const home = await emptyHome();
  await loadSource(home, await smallFile('a'), AT);
  const folder = home.paths.sources;
  await rename(folder, `${folder}-aside`);
  await writeFile(folder, 'a file in its place');
  await expect(loadSource(home, SAMPLE, AT)).rejects.toMatchObject({ code: 'H511' });
  expect((await home.knowledgeBase()).sources()).toHaveLength(1);
});

test('what is stored is not refused because it cannot be remembered that it was fetched', async () => {
  const home = await emptyHome();
  await mkdir(home.paths.fetches, { recursive: true });
  const { address } = await localServer((_, response) => void response.setHeader('etag', '"1"').end(TEXT));
  const { ingested } = await loadSource(home, `${address}/sample.json`, AT);
  expect(ingested).toMatchObject([{ isNew: true }]);
});

test('what cannot be stored leaves no copy', async () => {
  const home = await emptyHome();
  await loadSource(home, await smallFile('a'), AT);
  const before = await readdir(home.paths.sources);
  vi.spyOn(await home.knowledgeBase(), 'ingestAll').mockImplementationOnce(() => {
    throw new Error('no');
  });
  await expect(loadSource(home, SAMPLE, AT)).rejects.toThrow('no');
  expect(await readdir(home.paths.sources)).toEqual(before);
});

test('what killed processes left half done is set right by the next that stores', async () => {
  const home = await emptyHome();
  await loadSource(home, SAMPLE, { ...AT, kind: 'analyst', release: '7.0' });
  await loadSource(home, await smallFile('a'), AT);
  const knowledge = await home.knowledgeBase();
  const [first, second] = knowledge.sources().map(({ sha256 }) => sha256);
  const complete = await readdir(home.paths.sources);
  // Killed after the commit and before the description; amid forgetting; and amid writing.
  await rm(join(home.paths.sources, `${first}.source.json`));
  await mkdir(home.paths.forgotten);
  for (const ending of ['json.gz', 'source.json'])
    await rename(
      join(home.paths.sources, `${second}.${ending}`),
      join(home.paths.forgotten, `${second}.${ending}`),
    );
  await writeFile(join(home.paths.sources, `x.json.gz.${crypto.randomUUID()}.tmp`), '');
  await loadSource(home, await smallFile('b'), AT);
  const names = await readdir(home.paths.sources);
  expect(names.filter((name) => complete.includes(name))).toEqual(complete);
  expect(names).toHaveLength(complete.length + 2);
  const rebuilt = new MemoryKnowledgeBase();
  await rebuildFrom(home.paths.sources, rebuilt);
  expect(new Set(rebuilt.sources())).toEqual(new Set(knowledge.sources()));
});

test('two loads of the same at once keep one whole copy', async () => {
  const home = await emptyHome();
  await mkdir(home.paths.folder);
  await Promise.all([loadSource(home, SAMPLE, AT), loadSource(home, SAMPLE, AT)]);
  expect(await readdir(home.paths.sources)).toHaveLength(2);
  expect(await rebuildFrom(home.paths.sources, new MemoryKnowledgeBase())).toHaveLength(1);
});

/** A file with a bundle of one object; another for each letter. */
async function smallFile(name: string): Promise<string> {
  const path = join(await temporaryFolder(), `${name}.json`);
  await writeFile(path, smallBundle(name));
  return path;
}

function smallBundle(name: string): Buffer {
  const id = `identity--00000000-0000-4000-8000-00000000000${name}`;
  const dates = { created: '2024-01-01T00:00:00.000Z', modified: '2024-01-01T00:00:00.000Z' };
  const identity = { type: 'identity', spec_version: '2.1', id, ...dates, name, identity_class: 'group' };
  return Buffer.from(
    JSON.stringify({ type: 'bundle', id: id.replace('identity', 'bundle'), objects: [identity] }),
  );
}

describe('a remark on references that lead nowhere', () => {
  const GROUP = object('intrusion-set', 701, { name: 'Brown Dipper' });
  const REPORT = bundle(
    GROUP,
    relationship(702, idOf('intrusion-set', 701), 'uses', DIGGING),
    relationship(703, idOf('intrusion-set', 701), 'uses', idOf('malware', 799)),
  );

  async function remarksOf(...bundles: readonly unknown[]): Promise<readonly (readonly string[])[]> {
    const home = await emptyHome();
    const folder = await temporaryFolder();
    const reports = [];
    for (const [index, content] of bundles.entries()) {
      const path = join(folder, `${index}.json`);
      await writeFile(path, JSON.stringify(content));
      reports.push(await loadSource(home, path, AT));
    }
    return reports.map(({ ingested }) =>
      ingested.flatMap(({ issues }) =>
        issues.filter(({ code }) => code === 'I113').map(({ message }) => message),
      ),
    );
  }

  test.for([
    ['loaded before', [bundle(...FARM.attack), REPORT], 1],
    ['loaded by the same command, but after', [REPORT, bundle(...FARM.attack)], 0],
  ] as const)('says nothing of what another source describes, %s', async ([, bundles, at]) => {
    expect((await remarksOf(...bundles))[at]).toEqual([
      `1 object is referred to but described nowhere in view: ${idOf('malware', 799)}.`,
    ]);
  });

  test('counts what nobody describes', async () => {
    expect(await remarksOf(REPORT)).toEqual([
      [`2 objects are referred to but described nowhere in view, the first is ${DIGGING}.`],
    ]);
  });
});
