import { mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_CONFIG, SETTINGS } from '../../src/home/index.ts';
import { readConfiguration } from '../../src/home/settings/read-config.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Reads a project's configuration with this text, and perhaps a home's. */
async function read(project: string, home?: string) {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'home'));
  await writeFile(join(folder, 'foeprint.config.yaml'), project);
  if (home !== undefined) await writeFile(join(folder, 'home', 'config.yaml'), home);
  return { folder, ...(await readConfiguration({ folder: join(folder, 'home') }, folder)) };
}

test('without files the defaults hold', async () => {
  const folder = await temporaryFolder();
  const { config, files, issues } = await readConfiguration({ folder }, folder);
  expect(config).toEqual(DEFAULT_CONFIG);
  expect(files).toEqual([]);
  expect(issues).toEqual([]);
});

test.for(['', '# nothing but a comment\n', '---\n', 'score:\n'])('%j is a configuration', async (text) => {
  const { config, issues } = await read(text);
  expect(config).toEqual(DEFAULT_CONFIG);
  expect(issues).toEqual([]);
});

test('a home may name a cluster, the folder that one is in and a home found there may not: it would be sent the password', async () => {
  const cluster = 'clickhouse://watch@pier:8123,quay:8123/harbour?cluster=pier';
  const setting = `sightings: ${cluster}\n`;
  const { config } = await read('', setting);
  expect(config.sightings).toBe(cluster);
  const { issues, folder } = await read(setting);
  expect(issues).toMatchObject([{ code: 'S975', place: { file: join(folder, 'foeprint.config.yaml') } }]);
  const found = { folder: join(folder, 'home'), found: '../home' };
  await writeFile(join(folder, 'home', 'config.yaml'), setting);
  expect((await readConfiguration(found, await temporaryFolder())).issues).toMatchObject([
    { code: 'S975', place: { file: join(folder, 'home', 'config.yaml') } },
  ]);
  const named = await readConfiguration(
    { folder: join(folder, 'home') },
    await temporaryFolder(),
    join(folder, 'foeprint.config.yaml'),
  );
  expect(named).toMatchObject({ issues: [], config: { sightings: cluster } });
});

test.for(['clickhouse://watch:secret@pier/harbour?cluster=pier', 'http://pier:8123', 7])(
  'no address of a cluster: %s',
  async (address) => {
    const { issues } = await read('', `sightings: ${address}\n`);
    expect(issues).toMatchObject([{ place: { field: 'sightings' } }]);
  },
);

test.for(['taxii', 'misp'])('so it is with %s', async (kind) => {
  const setting = `${kind}: { pier: { url: https://pier.example.org } }\n`;
  const { config, issues: none } = await read('', setting);
  expect(none).toEqual([]);
  expect(config).toMatchObject({ [kind]: { pier: { url: 'https://pier.example.org' } } });
  const { issues, folder } = await read(setting);
  expect(issues).toMatchObject([
    { code: 'H505', place: { file: join(folder, 'foeprint.config.yaml'), field: kind } },
  ]);
});

test('reads servers, by name', async () => {
  const { config, issues } = await read(
    `
feeds:
  pier: { url: https://pier.example.org/feed.xml, articles: on, publisher: Pier, tlp: TLP:GREEN, every: day }
`,
    `
feeds: { quay: { url: https://quay.example.org/atom } }
taxii: { pier: { url: https://pier.example.org/taxii2/, collection: adders, user: watch } }
misp: { pier: { url: https://pier.example.org, tags: [adder, "!badger"], since: 2026-01-01, published: on, kind: incident } }
`,
  );
  expect(issues).toEqual([]);
  expect(config).toMatchObject({
    feeds: {
      pier: {
        url: 'https://pier.example.org/feed.xml',
        articles: true,
        publisher: 'Pier',
        tlp: 'green',
        every: 'day',
      },
      quay: { url: 'https://quay.example.org/atom' },
    },
    taxii: { pier: { url: 'https://pier.example.org/taxii2/', collection: 'adders', user: 'watch' } },
    misp: {
      pier: {
        url: 'https://pier.example.org',
        tags: ['adder', '!badger'],
        since: '2026-01-01',
        published: true,
        kind: 'incident',
      },
    },
  });
});

test('reads every setting', async () => {
  const { config, issues, folder } = await read(`
sources:
  - ics
  - { name: our-feed, location: feeds/a.json, kind: feed }
  - { name: remote, location: https://example.org/b.json }
  - misp-galaxy
  - { name: enterprise, every: week }
feeds: { pier: { url: https://pier.example.org/feed.xml } }
mirrors: [../releases, https://mirror.example.org/attack, ~/attack]
attack: { index: https://example.org/index.json }
galaxy: { address: https://example.org/clusters/ }
rules:
  packs: [standard, reference]
  files: [rules/own.dl]
  switches: { usage-by-attribution: off, other: true }
  weights: { use-through-software: 0.5 }
score: { confirmed: 95, mentioned: 50, legacy: 20, legacyAfterYears: 3 }
threats: { weights: { country: 2, supply-chain: 0 } }
planning: { budget: 20, seconds: 0, rarity: 0.5, mitigated: 0.25, scored: { minimal: 0.1 } }
clearance: TLP:GREEN
sightings: local
atomics: tests.zip
sigmaRules: rules.zip
limits: { maximumBytes: 100 MiB, maximumRatio: 50, maximumFiles: 9 }
undo: { entries: 10, days: 7, keptBytes: 2 GiB }
http: { timeoutSeconds: 5, totalSeconds: 60, attempts: 2, backoffSeconds: 0, maximumRedirects: 0, allowPrivate: on }
`);
  expect(issues).toEqual([]);
  expect(config).toEqual({
    sources: [
      { name: 'ics' },
      { name: 'our-feed', location: join(folder, 'feeds/a.json'), kind: 'feed' },
      { name: 'remote', location: 'https://example.org/b.json' },
      { name: 'misp-galaxy' },
      { name: 'enterprise', every: 'week' },
    ],
    feeds: { pier: { url: 'https://pier.example.org/feed.xml' } },
    taxii: {},
    misp: {},
    mirrors: [join(folder, '../releases'), 'https://mirror.example.org/attack', join(homedir(), 'attack')],
    attack: { index: 'https://example.org/index.json' },
    galaxy: { address: 'https://example.org/clusters/' },
    rules: {
      packs: ['standard', 'reference'],
      files: [join(folder, 'rules/own.dl')],
      switches: { 'usage-by-attribution': false, other: true },
      weights: { 'use-through-software': 0.5 },
    },
    score: { confirmed: 95, mentioned: 50, legacy: 20, legacyAfterYears: 3 },
    threats: { weights: { country: 2, 'supply-chain': 0 } },
    planning: { budget: 20, seconds: 0, rarity: 0.5, mitigated: 0.25, scored: { minimal: 0.1 } },
    clearance: 'green',
    sightings: 'local',
    atomics: join(folder, 'tests.zip'),
    sigmaRules: join(folder, 'rules.zip'),
    limits: { maximumBytes: 104_857_600, maximumRatio: 50, maximumFiles: 9 },
    undo: { entries: 10, days: 7, keptBytes: 2 ** 31 },
    http: {
      timeoutSeconds: 5,
      totalSeconds: 60,
      attempts: 2,
      backoffSeconds: 0,
      maximumRedirects: 0,
      allowPrivate: true,
    },
  });
});

test('the project comes before the home, setting by setting; rules are taken together', async () => {
  const { config, originOf, folder } = await read(
    'mirrors: [near]\nrules: { weights: { a: 0.1 } }',
    'mirrors: [far]\nscore: { legacy: 10 }\nrules: { weights: { a: 0.9, b: 0.2 } }',
  );
  expect(config.mirrors).toEqual([join(folder, 'near')]);
  expect(config.score).toEqual({ ...DEFAULT_CONFIG.score, legacy: 10 });
  expect(config.rules.weights).toEqual({ a: 0.1, b: 0.2 });
  expect(originOf('score.legacy')).toBe(join(folder, 'home', 'config.yaml'));
  expect(originOf('score.confirmed')).toBeUndefined();
});

test('a file asked for replaces the project’s, and must be there', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'foeprint.config.yaml'), 'score: { legacy: 1 }');
  await writeFile(join(folder, 'own.yaml'), 'score: { legacy: 2 }');
  expect((await readConfiguration({ folder }, folder, 'own.yaml')).config.score.legacy).toBe(2);
  const { issues } = await readConfiguration({ folder }, folder, 'missing.yaml');
  expect(issues).toMatchObject([{ code: 'H501', place: { file: join(folder, 'missing.yaml') } }]);
});

// Text, code, line:column, and a part of what is said.
test.for([
  ['score:\n  confirmed: 120\n', 'H504', '2:14', 'must be a number from 0 to 100'],
  ['score:\n  confirmed: "90"\n', 'H504', '2:14', 'must be a number'],
  ['score:\n  confirmd: 90\n', 'H503', '2:3', 'Did you mean `confirmed`?'],
  ['mirror: [a]\n', 'H503', '1:1', 'Did you mean `mirrors`?'],
  ['limit:\n  maximumBytes: 1\n', 'H503', '1:1', 'Did you mean `limits`?'],
  ['maximumBytes: 1\n', 'H503', '1:1', 'Did you mean `limits.maximumBytes`?'],
  ['mirrors: /a\n', 'H504', '1:10', 'must be a list of paths or addresses'],
  ['mirrors:\n  - /a\n  - 5\n', 'H504', '3:5', '`mirrors[1]` must be a path or address'],
  ['rules:\n  switches:\n    a: maybe\n', 'H504', '3:8', '`rules.switches.a` must be on or off, not `maybe`'],
  ['rules:\n  weights: { a: 2 }\n', 'H504', '2:17', '`rules.weights.a` must be a number from 0 to 1'],
  ['rules: standard\n', 'H504', '1:8', 'must be settings by name'],
  ['limits:\n  maximumBytes: 1 TB\n', 'H504', '2:17', 'a size such as 256 MiB'],
  ['http:\n  attempts: 1.5\n', 'H504', '2:13', 'a whole number from 1 to 20'],
  ['attack:\n  index: ftp://example.org\n', 'H504', '2:10', 'an http: or https: address'],
  ['sources: [pre]\n', 'H504', '1:11', '`misp-galaxy` or `{ name, location'],
  ['sources: [enterprize]\n', 'H504', '1:11', 'Did you mean `enterprise`?'],
  ['sources: [{ name: pre }]\n', 'H504', '1:11', 'a source with a `location`'],
  [
    'sources:\n  - { name: x, location: y, kind: rumour }\n',
    'H504',
    '2:35',
    '`sources[0].kind` must be `attack` or',
  ],
  ['feeds: { a: { url: here } }\n', 'H504', '1:20', '`feeds.a.url` must be an http: or https: address'],
  ['feeds: { a: { url: https://me:dug@example.org } }\n', 'H504', '1:20', 'without a login'],
  ['feeds: { a: { url: https://example.org, link: b } }\n', 'H503', '1:41', ''],
  ['feeds: { ../a: { url: https://example.org } }\n', 'H504', '1:16', 'names (letters, digits'],
  ['feeds: [a]\n', 'H504', '1:8', 'each with its settings'],
  ['feeds: { a: { url: https://example.org, every: hour } }\n', 'H504', '1:48', '`release` or'],
  ['- a\n- b\n', 'H504', '1:1', 'must be settings by name'],
  ['score: {\n', 'H502', '2:1', ''],
  ['a: 1\na: 2\n', 'H502', '2:1', 'unique'],
  [
    'a: &a [1, 1]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c]\n',
    'H502',
    '1:1',
    'alias',
  ],
] as const)('%j is %s at %s', async ([text, code, position, said]) => {
  const { issues, folder, config } = await read(text);
  const [line, column] = position.split(':').map(Number);
  expect(issues[0]).toMatchObject({
    code,
    place: { file: join(folder, 'foeprint.config.yaml'), line, column },
  });
  expect(`${issues[0]?.message} ${issues[0]?.hint}`).toContain(said);
  expect(config.score).toEqual(DEFAULT_CONFIG.score);
});

test('one wrong setting does not spoil the others', async () => {
  const { config, issues } = await read('score: { confirmed: x, legacy: 10 }\nmirrors: [/a, 5, /b]');
  expect(issues).toHaveLength(2);
  expect(config.score).toEqual({ ...DEFAULT_CONFIG.score, legacy: 10 });
  expect(config.mirrors).toEqual(['/a', '/b']);
});

test('every default could also be given', async () => {
  const given = { ...DEFAULT_CONFIG, sources: ['enterprise'] };
  const { config, issues, originOf } = await read(JSON.stringify(given));
  expect(issues).toEqual([]);
  expect(config).toEqual(DEFAULT_CONFIG);
  expect(SETTINGS.map(({ path }) => path)).toContain('http.maximumRedirects');
  expect(SETTINGS.filter(({ path }) => originOf(path) === undefined)).toEqual([]);
});

test.for(['[10 MiB]', '{toString: 1}', '[{toString: 1}]', 'true'])(
  'a size that is %s is wrong, and no fault',
  async (size) => {
    const { issues } = await read(`limits: { maximumBytes: ${size} }`);
    expect(issues).toMatchObject([{ code: 'H504' }]);
  },
);
