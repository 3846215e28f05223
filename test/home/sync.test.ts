import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { stringify } from 'yaml';
import { expect, onTestFinished, test } from 'vitest';
import type { Home } from '../../src/home/index.ts';
import { openHome, syncSources } from '../../src/home/index.ts';
import { GALAXY_CLUSTERS } from '../../src/home/loading/galaxy-clusters.ts';
import { cluster, value } from '../support/world/build.ts';
import { localServer } from '../support/local-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SAMPLE = readFileSync('samples/sample-attack.json', 'utf8');
const AT = { loadedAt: '2025-01-01T00:00:00.000Z' };

/** The sample as another release, so that releases can be distinguished. */
function release(version: string): string {
  return SAMPLE.replace(
    '"x_mitre_version": "1.0",\n   "x_mitre_contents"',
    `"x_mitre_version": "${version}",\n   "x_mitre_contents"`,
  );
}

async function homeWith(config: Readonly<Record<string, unknown>>, folder?: string): Promise<Home> {
  const place = folder ?? (await temporaryFolder());
  const settings = {
    http: { attempts: 1, timeoutSeconds: 5 },
    attack: { index: 'http://127.0.0.1:1/' },
    ...config,
  };
  await writeFile(join(place, 'config.yaml'), stringify(settings));
  const home = await openHome({ home: place, cwd: place });
  onTestFinished(() => home.close());
  return home;
}

/** A publisher of some releases, with entity tags. */
async function publisher(versions: readonly string[]) {
  return await localServer((request, response) => {
    const version = /enterprise-attack-(.+)\.json$/.exec(request.url ?? '')?.[1];
    const etag = `"${version}"`;
    if (request.url === '/index.json') {
      const releases = versions.map((each) => ({
        version: each,
        url: `enterprise-attack/enterprise-attack-${each}.json`,
      }));
      response.end(JSON.stringify({ collections: [{ versions: releases }] }));
    } else if (version === undefined || !versions.includes(version)) {
      response.writeHead(404).end();
    } else if (request.headers['if-none-match'] === etag) {
      response.writeHead(304).end();
    } else {
      response.writeHead(200, { etag }).end(release(version));
    }
  });
}

test('the newest release comes from the publisher, once', async () => {
  const { address, requests } = await publisher(['9.0', '16.1', '18.1']);
  const home = await homeWith({ attack: { index: `${address}/index.json` } });
  const [first] = await syncSources(home, ['enterprise'], AT);
  expect(first).toMatchObject({ source: 'enterprise', from: 'publisher', unchanged: false, issues: [] });
  expect(first?.ingested).toMatchObject([{ isNew: true, source: { release: '18.1', ...AT } }]);
  const [second] = await syncSources(home, ['enterprise'], AT);
  expect(second).toMatchObject({ unchanged: true, ingested: [] });
  expect(requests.map(({ url }) => url)).toEqual(
    Array.from({ length: 2 }, () => ['/index.json', '/enterprise-attack/enterprise-attack-18.1.json']).flat(),
  );
});

test('a release can be asked for, and stands beside the others', async () => {
  const { address } = await publisher(['16.1', '18.1']);
  const home = await homeWith({ attack: { index: `${address}/index.json` } });
  await syncSources(home, ['enterprise'], AT);
  await syncSources(home, ['enterprise'], { ...AT, release: '16.1' });
  expect((await home.knowledgeBase()).sources().map((source) => source.release)).toEqual(['18.1', '16.1']);
  await expect(syncSources(home, ['enterprise'], { release: '17.0' })).rejects.toMatchObject({
    code: 'A431',
  });
});

test('a home whose database is gone is filled again', async () => {
  const { address } = await publisher(['18.1']);
  const home = await homeWith({ attack: { index: `${address}/index.json` } });
  await syncSources(home, ['enterprise'], AT);
  await home.close();
  await Promise.all(['', '-wal', '-shm'].map((end) => rm(`${home.paths.database}${end}`, { force: true })));
  const again = await homeWith({ attack: { index: `${address}/index.json` } }, home.paths.folder);
  expect(await syncSources(again, ['enterprise'], AT)).toMatchObject([
    { unchanged: false, ingested: [{ isNew: true }] },
  ]);
});

test('a folder mirror comes first, and is read again only when its file changes', async () => {
  const mirror = await temporaryFolder();
  const file = join(mirror, 'enterprise-attack-18.1.json.gz');
  await writeFile(join(mirror, 'enterprise-attack-9.0.json'), release('9.0'));
  await writeFile(file, gzipSync(release('18.1')));
  const home = await homeWith({ mirrors: [mirror] });
  expect(await syncSources(home, ['enterprise'], AT)).toMatchObject([
    { from: 'mirror', location: file, unchanged: false, ingested: [{ source: { release: '18.1' } }] },
  ]);
  expect(await syncSources(home, ['enterprise'], AT)).toMatchObject([{ unchanged: true }]);
  await utimes(file, new Date(0), new Date(0));
  expect(await syncSources(home, ['enterprise'], AT)).toMatchObject([
    { unchanged: false, ingested: [{ isNew: false }] },
  ]);
});

test('a mirror that has nothing, and one that is not there, are passed over; the latter is said', async () => {
  const { address } = await publisher(['18.1']);
  const mirrors = [
    await temporaryFolder(),
    '/nowhere/at/all',
    'http://127.0.0.1:1/attack',
    `${address}/empty`,
  ];
  const home = await homeWith({ mirrors, attack: { index: `${address}/index.json` } });
  const [report] = await syncSources(home, ['enterprise'], AT);
  expect(report).toMatchObject({ from: 'publisher', unchanged: false });
  expect(report?.issues.map(({ code, place }) => [code, place?.file])).toEqual([
    ['A433', '/nowhere/at/all'],
    ['A433', 'http://127.0.0.1:1/attack'],
  ]);
});

test('an address can be a mirror', async () => {
  const { address } = await publisher(['16.1', '18.1']);
  const home = await homeWith({ mirrors: [address] });
  expect(await syncSources(home, ['enterprise'], { ...AT, release: '16.1' })).toMatchObject([
    { from: 'mirror', location: `${address}/enterprise-attack-16.1.json` },
  ]);
});

test('a damaged file in a folder mirror is an error, not a reason to look elsewhere', async () => {
  const mirror = await temporaryFolder();
  await writeFile(join(mirror, 'enterprise-attack-18.1.json'), '{"type":"bun');
  const home = await homeWith({ mirrors: [mirror] });
  await expect(syncSources(home, ['enterprise'], AT)).rejects.toMatchObject({ code: 'A412' });
  expect((await home.knowledgeBase()).sources()).toEqual([]);
});

test('offline only folders are looked into', async () => {
  const { address, requests } = await publisher(['18.1']);
  const mirror = await temporaryFolder();
  await writeFile(join(mirror, 'enterprise-attack-9.0.json'), release('9.0'));
  const sources = [{ name: 'remote', location: `${address}/a.json` }];
  const home = await homeWith({
    sources,
    mirrors: [address, mirror],
    attack: { index: `${address}/index.json` },
  });
  const [report] = await syncSources(home, ['enterprise'], { ...AT, offline: true });
  expect(report).toMatchObject({ from: 'mirror', location: join(mirror, 'enterprise-attack-9.0.json') });
  await expect(syncSources(home, ['ics'], { offline: true })).rejects.toMatchObject({ code: 'A434' });
  await expect(syncSources(home, ['remote'], { offline: true })).rejects.toMatchObject({ code: 'A434' });
  expect(requests).toEqual([]);
});

test('with neither mirror nor network it is said', async () => {
  const home = await homeWith({});
  await expect(syncSources(home, [], AT)).rejects.toMatchObject({ code: 'A421' });
  expect(home.isEmpty).toBe(true);
});

test('sources of the configuration are loaded by name, or all together', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'ours.json'), SAMPLE);
  const home = await homeWith(
    { sources: [{ name: 'ours', location: 'ours.json', kind: 'analyst' }] },
    folder,
  );
  expect(await syncSources(home, ['ours'], AT)).toMatchObject([
    { source: 'ours', from: 'configured', ingested: [{ source: { kind: 'analyst' } }] },
  ]);
  expect(await syncSources(home, [], AT)).toMatchObject([{ source: 'ours', unchanged: true }]);
  await expect(syncSources(home, ['theirs'], AT)).rejects.toMatchObject({ code: 'H520' });
});

/** Every cluster of MISP galaxy, with one fictional value. */
function clusterText(path: string): string {
  const stem = /([a-z-]+)\.json$/.exec(path)?.[1] ?? '';
  return JSON.stringify(cluster(stem, [value(1, `One of ${stem}`)]));
}

test('misp-galaxy comes from MISP, or from the mirrors that have it', async () => {
  const { address, requests } = await localServer((request, response) =>
    response.end(clusterText(request.url ?? '')),
  );
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'sector.json'), clusterText('sector.json'));
  await mkdir(join(folder, 'clusters'));
  await writeFile(join(folder, 'clusters/producer.json.gz'), gzipSync(clusterText('producer.json')));
  const home = await homeWith({ mirrors: [folder], galaxy: { address: `${address}/clusters/` } });
  const reports = await syncSources(home, ['misp-galaxy'], AT);
  expect(reports.map(({ source, from }) => `${source} ${from}`)).toEqual(
    GALAXY_CLUSTERS.map(
      (stem) => `misp-galaxy:${stem} ${['sector', 'producer'].includes(stem) ? 'mirror' : 'publisher'}`,
    ),
  );
  expect(reports.every(({ ingested }) => ingested[0]?.source.kind === 'galaxy')).toBe(true);
  expect(requests[0]?.url).toBe('/clusters/threat-actor.json');
});

test('with `due` only what has not been asked for lately is asked for', async () => {
  const { address } = await publisher(['9.0']);
  const home = await homeWith({
    attack: { index: `${address}/index.json` },
    sources: [{ name: 'enterprise', every: 'week' }],
  });
  const sync = async (day: string): Promise<number> => {
    const loadedAt = `2025-01-${day}T00:00:00.000Z`;
    return (await syncSources(home, [], { due: true, loadedAt })).length;
  };
  const asked: number[] = [];
  for (const day of ['01', '02', '07', '08', '09']) asked.push(await sync(day));
  expect(asked).toEqual([1, 0, 0, 1, 0]);
  expect(await syncSources(home, [], AT)).toHaveLength(1);
});

const REAL_MIRROR = '../shared/data/attack';
test.skipIf(!existsSync(REAL_MIRROR))('loads real releases of every domain from a folder', async () => {
  const home = await homeWith({ mirrors: [join(process.cwd(), REAL_MIRROR)], sources: ['mobile', 'ics'] });
  const reports = await syncSources(home, [], AT);
  expect(reports.flatMap(({ ingested }) => ingested.map(({ source }) => source.id))).toEqual([
    'mobile-attack@18.1',
    'ics-attack@18.1',
  ]);
});
if (!existsSync(REAL_MIRROR)) console.warn(`skipped: there are no real releases in ${REAL_MIRROR}`);
