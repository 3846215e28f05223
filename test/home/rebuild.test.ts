import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadSource, openHome, rebuildHome, type Home } from '../../src/home/index.ts';
import { Database } from '../../src/knowledge/sqlite/binding/database.ts';
import { bundle, labelled, release } from '../support/world/build.ts';
import { FARM } from '../support/world/cast.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function farmHome(): Promise<Home> {
  const folder = await temporaryFolder();
  const home = await openHome({ home: join(folder, 'home'), cwd: folder });
  onTestFinished(() => home.close());
  const documents = {
    farm: bundle(release('1.0'), ...FARM.attack),
    report: bundle(labelled('tool', 61, 'S9061', 'Fork')),
  };
  for (const [name, content] of Object.entries(documents)) {
    await writeFile(join(folder, `${name}.json`), JSON.stringify(content));
    await loadSource(home, join(folder, `${name}.json`), {
      loadedAt: `2026-01-0${name.length}T00:00:00.000Z`,
    });
  }
  return home;
}

/** What a home answers, but for the numbers that it keeps things under. */
async function answersOf(home: Home): Promise<unknown> {
  const knowledge = await home.knowledgeBase();
  const view = knowledge.view();
  const facts = [...view.facts.relations.values()].map(({ name, size }) => [name, size]);
  return [knowledge.sources(), view.census(), facts];
}

const DAMAGES: readonly (readonly [what: string, damage: (home: Home) => Promise<void>])[] = [
  ['nothing wrong', () => Promise.resolve()],
  [
    'a file that is none of ours',
    (home) => writeFile(home.paths.database, 'SQLite format 3\0 and nothing else'),
  ],
  ['no file at all', (home) => rm(home.paths.database)],
  [
    'a file of an older version',
    (home) => {
      const database = new Database(home.paths.database);
      database.execute('PRAGMA user_version = 1');
      database.close();
      return Promise.resolve();
    },
  ],
];

test.for(DAMAGES)('a knowledge base is made anew from its copies: %s', async ([, damage]) => {
  const home = await farmHome();
  const before = await answersOf(home);
  await home.close();
  await damage(home);
  expect((await rebuildHome(home)).map(({ isNew }) => isNew)).toEqual([true, true]);
  expect(await answersOf(home)).toEqual(before);
  expect((await readdir(home.paths.folder)).filter((name) => name.startsWith('rebuilding'))).toEqual([]);
});

test('what no copy is kept of is not given up unasked', async () => {
  const home = await farmHome();
  const before = await answersOf(home);
  const [report] = (await home.knowledgeBase()).sources().slice(-1);
  for (const ending of ['json.gz', 'source.json'])
    await rm(join(home.paths.sources, `${report?.sha256 ?? ''}.${ending}`));
  await expect(rebuildHome(home)).rejects.toThrow('H532');
  expect(await answersOf(home)).toEqual(before);
  expect(await rebuildHome(home, { force: true })).toHaveLength(1);
  expect((await home.knowledgeBase()).sources()).toHaveLength(1);
});

test('a damaged copy leaves everything as it was', async () => {
  const home = await farmHome();
  const before = await answersOf(home);
  const [source] = (await home.knowledgeBase()).sources();
  await writeFile(join(home.paths.sources, `${source?.sha256 ?? ''}.json.gz`), 'no gzip');
  await expect(rebuildHome(home)).rejects.toThrow('H521');
  expect(await answersOf(home)).toEqual(before);
});

test('a home without copies says so', async () => {
  const folder = await temporaryFolder();
  const home = await openHome({ home: join(folder, 'home'), cwd: folder });
  await expect(rebuildHome(home)).rejects.toThrow('H531');
});
