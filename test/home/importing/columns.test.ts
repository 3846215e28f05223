import { gzipSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/acquisition/index.ts';
import { columnsOf } from '../../../src/home/index.ts';
import { mappingTemplate, readMapping } from '../../../src/intake/index.ts';
import { openEngine, quoted } from '../../../src/sightings/duckdb/index.ts';
import { tarOf } from '../../support/tar.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const TABLE = 'attack_id;Seen At;"my; own"\nT1059;2026-01-01;x\n';
const NAMES = ['attack_id', 'Seen At', 'my; own'];
const noEngine = (): never => expect.fail('an engine is started');

test.for<[what: string, content: string | Buffer]>([
  ['text', TABLE],
  ['gzip', gzipSync(TABLE)],
  ['UTF-16', Buffer.from(`\ufeff${TABLE}`, 'utf16le')],
  ['a byte order mark', `\ufeff${TABLE}`],
])('the columns of a table in %s', async ([, content]) => {
  const file = join(await temporaryFolder(), 'table');
  writeFileSync(file, content);
  expect(await columnsOf(file, noEngine, DEFAULT_LIMITS)).toEqual(NAMES);
});

test('the columns of a file of Parquet', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'table');
  const engine = await openEngine({ folder });
  await engine.run(`COPY (SELECT 'T1059' AS attack_id, 1 AS "my; own") TO ${quoted(file)} (FORMAT parquet)`);
  expect(await columnsOf(file, async () => await Promise.resolve(engine), DEFAULT_LIMITS)).toEqual([
    'attack_id',
    'my; own',
  ]);
  await engine.close();
});

test('what is not there, a folder and an archive are refused', async () => {
  const folder = await temporaryFolder();
  const archive = join(folder, 'tables.tar.gz');
  writeFileSync(archive, gzipSync(tarOf([{ name: 'table.csv', text: TABLE }])));
  await expect(columnsOf(archive, noEngine, DEFAULT_LIMITS)).rejects.toMatchObject({ code: 'S938' });
  await expect(columnsOf(join(folder, 'no'), noEngine, DEFAULT_LIMITS)).rejects.toMatchObject({
    code: 'A401',
  });
  await expect(columnsOf(folder, noEngine, DEFAULT_LIMITS)).rejects.toMatchObject({ code: 'A402' });
});

test.for<[names: readonly string[], columns: Readonly<Record<string, string>>]>([
  [[], { technique: 'technique' }],
  [['when', 'what'], { time: 'when', technique: 'technique' }],
  [['Attack ID', 'tenant'], { technique: 'Attack ID', organisation: 'tenant' }],
])('a mapping to start from, of columns %j, is one', ([names, columns]) => {
  expect(readMapping(mappingTemplate(names), 'mapping.yaml')).toEqual({
    mapping: { columns, constants: {} },
    issues: [],
  });
});
