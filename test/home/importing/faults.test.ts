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
