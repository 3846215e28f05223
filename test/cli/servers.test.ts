import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { localServer } from '../support/local-server.ts';
import { runFoeprint } from '../support/run-foeprint.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FEED = `<rss><channel><title>Harbour Watch</title><item><guid>a</guid><title>Adders return</title>
<description>They sent letters with macros (T1566.001).</description></item></channel></rss>`;

/** Runs a command in a home whose feed is there, and whose servers of TAXII and MISP are not. */
async function withServers() {
  const { address } = await localServer((request, response) => {
    if (request.url === '/feed') response.end(FEED);
    else response.writeHead(404).end();
  });
  const home = join(await temporaryFolder(), 'home');
  await mkdir(home);
  const url = (path: string): string => JSON.stringify(`${address}${path}`);
  await writeFile(
    join(home, 'config.yaml'),
    `sources: []
http: { allowPrivate: on, attempts: 1 }
feeds: { harbour: { url: ${url('/feed')}, tlp: amber } }
taxii: { pier: { url: ${url('/none/')} } }
misp: { circle: { url: ${url('')} } }
`,
  );
  return async (...words: readonly string[]) => await runFoeprint(...words, '--home', home);
}

test('what a feed sends is kept and marked though other servers are not there, whose fault is said', async () => {
  const run = await withServers();
  const synced = await run('sync', '--json');
  expect(synced.exitCode).toBe(4);
  expect(JSON.parse(synced.out)).toMatchObject({
    markings: { level: 'TLP:AMBER' },
    answer: {
      places: [
        { source: 'feed:harbour', reports: [{ title: 'Adders return', outcome: 'new' }], issues: [] },
        { source: 'taxii:pier', reports: [], issues: [{ code: 'A425' }] },
        { source: 'misp:circle', reports: [], issues: [{ code: 'A480' }] },
      ],
    },
  });
  const listed = await run('report', 'list', '--json');
  expect(JSON.parse(listed.out)).toMatchObject({
    answer: { reports: [{ title: 'Adders return', kind: 'feed' }] },
  });
});

test('people read what is new, and what could not be had', async () => {
  const run = await withServers();
  const { out } = await run('sync', 'feed:harbour', 'taxii:pier');
  expect(out).toMatch(/1 report kept[^]*REP-[\dA-F]{8} Adders return[^]*taxii:pier could not be had/u);
  const again = await run('sync', 'feed:harbour');
  expect(again).toMatchObject({ exitCode: 0 });
  expect(again.out).not.toContain('REP-');
});

test('a name that is nearly one of a server is answered with it', async () => {
  const run = await withServers();
  const { exitCode, err } = await run('sync', 'feed:harbor');
  expect(exitCode).toBe(2);
  expect(err).toContain('feed:harbour');
});
