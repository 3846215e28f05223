import { gzipSync } from 'node:zlib';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FoeprintError } from '../../../src/facts/index.ts';
import { findInputs } from '../../../src/home/index.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { importedFrom } from './sightings-of.ts';

/** A finding on one line. */
function finding(uid: string, attacks: string): string {
  return `{"class_uid":2004,"time":1767268800000,"finding_info":{"uid":"${uid}","attacks":[${attacks}]}}\n`;
}

const ONE = '{"technique":{"uid":"T1059"}}';
const MEGABYTE = 1024 * 1024;

/** Inputs that are made to break what reads them, beside two findings that must be read. */
const HOSTILE: readonly (readonly [what: string, line: string, code: string])[] = [
  ['a line of three megabytes', `{"class_uid":2004,"x":"${'x'.repeat(3 * MEGABYTE)}"}\n`, 'S937'],
  [
    'thousands of techniques',
    finding(
      'bait',
      Array.from({ length: 9000 }, (_, index) => `{"technique":{"uid":"T${1000 + index}"}}`).join(','),
    ),
    'S933',
  ],
  [
    'attacks that are nothing',
    finding('bait', Array.from({ length: 300_000 }, () => '{}').join(',')),
    'S932',
  ],
  [
    'lists a hundred thousand deep',
    `{"class_uid":2004,"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n`,
    'S937',
  ],
  ['lists that never end', `{"class_uid":2004,"a":${'['.repeat(100_000)}\n`, 'S937'],
  ['bytes of zero', `${'\0'.repeat(1000)}\n`, 'S930'],
  ['a record that stops in the middle', '{"class_uid":2004,"time":176726\n', 'S930'],
  ['half a character', '{"class_uid":2004,"a":"\\ud800"}\n', 'S931'],
  ['a key twice', '{"class_uid":2004,"class_uid":"x","time":1}\n', 'S932'],
];

test.for(HOSTILE)('%s: one reject, and what stands around it is read', async ([, line, code]) => {
  const file = join(await temporaryFolder(), 'input.ndjson');
  writeFileSync(file, finding('first', ONE) + line + finding('last', ONE));
  const { report, rows } = await importedFrom(file);
  expect({ outcome: report.outcome, rows: rows.length, rejected: [...report.rejected] }).toEqual({
    outcome: 'stored',
    rows: 2,
    rejected: [[code, 1]],
  });
});

test('rejects are the records that were left out, also beside one that is deep and short, and is read', async () => {
  const file = join(await temporaryFolder(), 'input.ndjson');
  const deep = finding('deep', ONE).replace('{', `{"x":${'['.repeat(600)}${']'.repeat(600)},`);
  writeFileSync(file, deep + finding('none', '') + finding('last', ONE));
  const { report, rows } = await importedFrom(file);
  expect(rows).toHaveLength(2);
  expect([...report.rejected]).toEqual([['S932', 1]]);
  expect(JSON.parse(readFileSync(report.rejects ?? '', 'utf8'))).toMatchObject({
    line: 2,
    code: 'S932',
    record: finding('none', '').trim(),
  });
});

test.for<[what: string, content: Buffer | string, code: string]>([
  ['nothing', '', 'A405'],
  [
    'a million columns',
    `${Array.from({ length: 200_000 }, (_, index) => `c${index}`).join(',')}\n1\n`,
    'S938',
  ],
  ['bytes of zero', Buffer.alloc(1000), 'S938'],
  ['bytes of no text', Buffer.from(Array.from({ length: 1000 }, (_, index) => (index * 7919) % 256)), 'S938'],
  ['lists in lists', '['.repeat(100_000) + ']'.repeat(100_000), 'S938'],
  ['the beginning of Parquet', 'PAR1abcdef', 'S938'],
  ['half of a gzip', gzipSync(finding('f', ONE).repeat(1000)).subarray(0, 100), 'A406'],
  ['a bomb of gzip', gzipSync(Buffer.alloc(64 * MEGABYTE)), 'A409'],
  ['a table without techniques', 'name,when\nx,2026-01-01\n', 'S939'],
  ['a table without times', 'name,technique\nx,T1059\n', 'S941'],
  ['another JSON', '{"hello":"world"}', 'S938'],
])('%s: refused as a whole', async ([, content, code]) => {
  const file = join(await temporaryFolder(), 'input');
  writeFileSync(file, content);
  await expect(importedFrom(file)).rejects.toMatchObject({ code });
});

const TABLE = 'technique,time\nT1059,2026-01-01\n';

test.for<[readAs: string, what: string, content: string, came: object]>([
  [
    'list',
    'a list below a title',
    'Seen lately\nT1059 PowerShell\nT1003\n',
    { rows: 2, rejected: [['S932', 1]] },
  ],
  ['list', 'a table', TABLE, { rows: 1, rejected: [['S932', 1]] }],
  [
    'ocsf',
    'findings below a line that is none',
    `begin\n${finding('f', ONE)}`,
    { rows: 1, rejected: [['S930', 1]] },
  ],
  ['ocsf', 'a table', TABLE, { rows: 0, rejected: [['S930', 2]] }],
  ['ocsf', 'a list of ids', '["T1059"]', { rows: 0, rejected: [['S930', 1]] }],
  ['parquet', 'a table', TABLE, { code: 'S938' }],
  ['no-such', 'a table', TABLE, { code: 'S938' }],
])('--read-as %s, and it is %s: it is read as that', async ([readAs, , content, expected]) => {
  const file = join(await temporaryFolder(), 'input');
  writeFileSync(file, content);
  const came = await importedFrom(file, { readAs, date: '2026-01-01' }).then(
    ({ rows, report }) => ({ rows: rows.length, rejected: [...report.rejected] }),
    (error: unknown) => (error instanceof FoeprintError ? { code: error.code } : expect.fail(String(error))),
  );
  expect(came).toEqual(expected);
});

test.for<[what: string, table: string, techniques: readonly string[]]>([
  ['commas in quotes', 'time,technique\n2026-01-02,"T1059, T1105"\n', ['T1059', 'T1105']],
  ['semicolons', 'time,technique\n2026-01-02,T1059;T1105\n', ['T1059', 'T1105']],
  [
    'spaces, in a table of semicolons',
    'time;technique\n2026-01-02;t1059 T1105.001\n',
    ['T1059', 'T1105.001'],
  ],
  [
    'a list of JSON, which is seen further down',
    'time,technique\n2026-01-01,T1003\n2026-01-02,"[""T1059"",""T1105""]"\n',
    ['T1003', 'T1059', 'T1105'],
  ],
  ['two columns side by side', 'time,technique,other\n2026-01-02,T1059,T1105\n', ['T1059']],
  ['one in each cell', 'time,technique\n2026-01-02,T1059\n2026-01-03,T1105\n', ['T1059', 'T1105']],
])('several techniques of one cell: %s', async ([, table, techniques]) => {
  const file = join(await temporaryFolder(), 'input.csv');
  writeFileSync(file, table);
  const { rows } = await importedFrom(file);
  expect(rows.map((row) => row.split(',')[4])).toEqual(techniques);
});

test.for<[what: string, content: Buffer | string, said: RegExp]>([
  [
    'a PDF document',
    Buffer.concat([Buffer.from('%PDF-1.7\n%'), Buffer.alloc(4, 0xe2)]),
    /It is a PDF document/u,
  ],
  ['a table that begins as a program does', 'MZ,technique\n1,T1059\n', /S941/u],
  ['JSON that was cut', '{"class_uid":2004', /no record that is legible: it is empty, or was cut/u],
  ['an empty list', '[]', /no record that is legible/u],
  ['other JSON', '{"b":1,"a":2}', /its first fields are b, a\./u],
  ['a table without names', '2026-01-02,T1105\n', /S939.*holds values.*Put a line with names above it/su],
])('%s: what it is, and what to do', async ([, content, said]) => {
  const file = join(await temporaryFolder(), 'input');
  writeFileSync(file, content);
  await expect(importedFrom(file)).rejects.toThrow(said);
});

test('a table of no rows holds nothing, and nothing was rejected', async () => {
  const file = join(await temporaryFolder(), 'input.csv');
  writeFileSync(file, 'time,technique\n');
  const { report } = await importedFrom(file);
  expect(report.issues).toMatchObject([{ code: 'S942', message: 'It holds no sightings.' }]);
  expect(report.issues[0]?.hint).not.toContain('rejects');
});

test('gzip is read as what it holds, and is the same batch as that', async () => {
  const folder = await temporaryFolder();
  const text = finding('f', ONE);
  writeFileSync(join(folder, 'plain'), text);
  writeFileSync(join(folder, 'packed'), gzipSync(text));
  const [plain, packed] = [
    await importedFrom(join(folder, 'plain')),
    await importedFrom(join(folder, 'packed')),
  ];
  expect(packed.rows).toEqual(plain.rows);
  expect(packed.report.batch?.id).toBe(plain.report.batch?.id);
});

test('links in folders are not followed, nor is what is hidden or was rejected before read', async () => {
  const folder = await temporaryFolder();
  writeFileSync(join(folder, 'b.ndjson'), '');
  writeFileSync(join(folder, 'a.ndjson'), '');
  writeFileSync(join(folder, '.hidden'), '');
  writeFileSync(join(folder, 'a.ndjson.rejects.ndjson'), '');
  symlinkSync(folder, join(folder, 'loop'));
  symlinkSync(join(folder, 'a.ndjson'), join(folder, 'link'));
  expect(await findInputs([folder])).toEqual([join(folder, 'a.ndjson'), join(folder, 'b.ndjson')]);
});

test('what is imported again changes nothing, and says so', async () => {
  const file = join(await temporaryFolder(), 'input.ndjson');
  writeFileSync(file, finding('f', ONE));
  const { report, again } = await importedFrom(file, {}, 2);
  expect(again.map(({ outcome, batch }) => [outcome, batch?.id])).toEqual([['known', report.batch?.id]]);
});

test('what is only tried is counted as it would be stored, and leaves nothing', async () => {
  const cases = join(import.meta.dirname, 'cases');
  const tried = await importedFrom(join(cases, 'ocsf', 'input.ndjson'), { isTrial: true });
  const stored = await importedFrom(join(cases, 'ocsf', 'input.ndjson'));
  expect(tried.report).toMatchObject({ outcome: 'tried', rejected: stored.report.rejected });
  expect(tried.report.batch).toEqual(stored.report.batch);
  expect(tried.report.rejects).toBeUndefined();
});
