import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import {
  accessTo,
  keptReports,
  loadSource,
  rebuildHome,
  syncSources,
  type Home,
} from '../../../src/home/index.ts';
import { localServer } from '../../support/local-server.ts';
import { homeWith, on } from './home-with.ts';

const BUNDLE = JSON.stringify({
  type: 'bundle',
  id: 'bundle--00000000-0000-4000-8000-000000000001',
  objects: [
    {
      type: 'intrusion-set',
      spec_version: '2.1',
      id: 'intrusion-set--00000000-0000-4000-8000-000000000001',
      created: '2026-01-01T00:00:00.000Z',
      modified: '2026-01-01T00:00:00.000Z',
      name: 'Adder One',
    },
  ],
});

const DEEDS: Readonly<Record<string, (home: Home) => Promise<unknown>>> = {
  'loading a file': async (home) => await loadSource(home, join(home.paths.folder, 'own.json')),
  'syncing another source': async (home) => await syncSources(home, ['own'], on('2026-03-01')),
  'syncing without the network': async (home) => await syncSources(home, [], { offline: true }),
  'syncing what is due, where nothing is': async (home) =>
    await syncSources(home, [], { ...on('2026-03-02'), due: true }),
  'making the knowledge anew': async (home) => {
    await loadSource(home, join(home.paths.folder, 'own.json'));
    return await rebuildHome(home);
  },
  'looking at what is kept': async (home) => await keptReports(home.paths.reports),
  'a question': async (home) => await accessTo(async () => home).view({}, undefined),
};

test.for(Object.keys(DEEDS))('no server of the configuration is asked by %s', async (deed) => {
  vi.stubEnv('FOEPRINT_MISP_PIER_KEY', 'dug');
  const { address, requests } = await localServer((_, response) => response.end('{}'));
  const setting = { pier: { url: address, every: 'week' } };
  const home = await homeWith({
    sources: [{ name: 'own', location: 'own.json' }],
    http: { allowPrivate: true, attempts: 1 },
    feeds: setting,
    taxii: setting,
    misp: setting,
  });
  await writeFile(join(home.paths.folder, 'own.json'), BUNDLE);
  const asked = ['own', 'feed:pier', 'taxii:pier', 'misp:pier'];
  const before = asked.map((name) => [name, '2026-03-01T00:00:00.000Z']);
  await writeFile(home.paths.syncs, JSON.stringify(Object.fromEntries(before)));
  await DEEDS[deed]?.(home);
  expect(requests).toEqual([]);
  await syncSources(home, [], on('2026-03-01')).catch(() => undefined);
  expect(requests.length).toBeGreaterThanOrEqual(3);
  vi.unstubAllEnvs();
});
