import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/acquisition/index.ts';
import { FoeprintError } from '../../../src/facts/index.ts';
import { importSightings } from '../../../src/home/index.ts';
import { openParquetSightings } from '../../../src/sightings/duckdb/index.ts';
import { tarOf } from '../../support/tar.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { zipOf } from '../../support/zip-of.ts';
import { allImported, OPTIONS } from './sightings-of.ts';

function finding(uid: string, technique: string): string {
  return `{"class_uid":2004,"time":1767268800000,"finding_info":{"uid":"${uid}","attacks":[{"technique":{"uid":"${technique}"}}]}}\n`;
}

const TABLE = 'time,technique\n2026-01-02,T1105\n2026-01-03,nothing\n';

/** What an archive holds: some is read, some is passed over as in folders. */
const HELD = [
  { name: 'a/findings.ndjson', text: finding('f', 'T1059') },
  { name: 'table.csv', text: TABLE },
  { name: 'a/notes.bin', text: '\u0000\u0001' },
  { name: '.hidden/findings.ndjson', text: finding('h', 'T1001') },
  { name: 'a/._findings.ndjson', text: finding('m', 'T1001') },
  { name: 'a/findings.ndjson.rejects.ndjson', text: finding('r', 'T1001') },
];

const ROWS = ['2026-01-01 12:00:00,,,,T1059,,,1,18.1', '2026-01-02 00:00:00,,,,T1105,,,1,18.1'];

function zip(files: readonly { readonly name: string; readonly text: string | Buffer }[]): Buffer {
  return zipOf(files.map(({ name, text }) => ({ name, bytes: Buffer.from(text) })));
}

async function file(name: string, content: Buffer | string): Promise<string> {
  const path = join(await temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

test.for<[name: string, bytes: Buffer]>([
  ['alerts.zip', zip(HELD)],
  ['alerts.tar', tarOf(HELD)],
  ['alerts.tar.gz', gzipSync(tarOf(HELD))],
  ['dots.tar', tarOf(HELD.map((each) => ({ ...each, name: `./${each.name}` })))],
])('%s: each file is an input of its own, as of a folder', async ([name, bytes]) => {
  const { reports, rows, left, place } = await allImported([await file(name, bytes)]);
  expect(rows).toEqual(ROWS);
  expect(reports.flat().map((report) => [report.file, report.outcome, report.batch?.name])).toEqual([
    [join(place, `${name}!a/findings.ndjson`), 'stored', `${name}!a/findings.ndjson`],
    [join(place, `${name}!table.csv`), 'stored', `${name}!table.csv`],
    [join(place, `${name}!a/notes.bin`), 'refused', undefined],
  ]);
  expect(reports.flat()[2]?.issues).toMatchObject([
    { code: 'S938', place: { file: join(place, `${name}!a/notes.bin`) } },
  ]);
  expect(left).toEqual([]);
});

test('what is unpacked stays until it is imported, however long that takes', async () => {
  const place = await temporaryFolder();
  const store = openParquetSightings({
    folder: join(place, 'store'),
    lock: async (work) => await work(),
    grace: 0,
  });
  const archive = await file('alerts.zip', zip(HELD.slice(0, 2)));
  // Nothing that is not in use outlives a change of the store.
  const reports = await importSightings(store, archive, OPTIONS, DEFAULT_LIMITS, () => {});
  expect(reports.map(({ outcome }) => outcome)).toEqual(['stored', 'stored']);
  await store.close();
});

test('what an archive holds is known by its content, in whatever it comes', async () => {
  const [packed, other, plain] = [
    await file('a.zip', zip(HELD.slice(0, 2))),
    await file('b.tar', tarOf([{ name: 'again.csv', text: TABLE }])),
    await file('c.csv.gz', gzipSync(TABLE)),
  ];
  const inGzip = await file('d.zip', zip([{ name: 'table.csv.gz', text: gzipSync(TABLE) }]));
  const { reports } = await allImported([packed, other, plain, inGzip]);
  expect(reports.map((some) => some.map(({ outcome }) => outcome))).toEqual([
    ['stored', 'stored'],
    ['known'],
    ['known'],
    ['known'],
  ]);
});

test('rejects of all files of an archive stand in one file beside it, each with the file that it is of', async () => {
  const { place } = await allImported([
    await file(
      'a.zip',
      zip([HELD[1], { name: 'odd', text: TABLE.replace('nothing', 'none') }].flatMap((each) => each ?? [])),
    ),
  ]);
  const lines = readFileSync(join(place, 'a.zip.rejects.ndjson'), 'utf8').trim().split('\n');
  expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
    { file: join(place, 'a.zip!table.csv'), line: 3, code: 'S932' },
    { file: join(place, 'a.zip!odd'), line: 3, code: 'S932' },
  ]);
  expect(readdirSync(place).toSorted()).toEqual(['a.zip', 'a.zip.rejects.ndjson', 'store']);
});

const LEADING_OUT = [{ name: '../../out.csv', text: TABLE }];

test.for<[what: string, bytes: Buffer, code: string]>([
  ['a zip whose names lead out of it', zip(LEADING_OUT), 'A407'],
  ['a tar whose names lead out of it', tarOf(LEADING_OUT), 'A440'],
  ['a tar with a name from the root', gzipSync(tarOf([{ name: '/out.csv', text: TABLE }])), 'A440'],
  ['a bomb in a zip', zip([{ name: 'a.csv', text: Buffer.alloc(64 * 1024 * 1024) }]), 'A409'],
  ['half of a zip', zip(HELD).subarray(0, 300), 'A407'],
  ['half of a tar', tarOf(HELD).subarray(0, 600), 'A440'],
  ['more files than are taken', tarOf(['a', 'b', 'c', 'd'].map((name) => ({ name, text: TABLE }))), 'A419'],
  ['an archive of nothing', zip([]), 'S942'],
  ['an archive in an archive', zip([{ name: 'inner.zip', text: zip(HELD) }]), 'S938'],
  [
    'a workbook',
    zip([
      { name: '[Content_Types].xml', text: '<a/>' },
      { name: 'xl/a.xml', text: '<a/>' },
    ]),
    'S938',
  ],
])('%s: refused, and nothing is left of it', async ([, bytes, code]) => {
  const path = await file('input', bytes);
  const refused = await allImported([path], {}, { ...DEFAULT_LIMITS, maximumFiles: 3 }).catch(
    (error: unknown) => error,
  );
  expect(refused instanceof FoeprintError ? refused.issues : refused).toMatchObject([
    { code, place: { file: expect.stringMatching(/input(?:!inner\.zip)?$/u) } },
  ]);
});

test('a table may begin as a zip does', async () => {
  const { rows } = await allImported([await file('a.csv', 'PK,time,technique\n1,2026-01-02,T1105\n')]);
  expect(rows).toHaveLength(1);
});
