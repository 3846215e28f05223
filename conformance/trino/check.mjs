import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { findTrino, Servers } from './servers.mjs';

export const title = 'Trino answers from published sightings what DuckDB answers, also when a worker is lost';

/** It needs no Python. */
export const needsTools = false;

const SIGHTINGS = '../../dist/sightings/index.js';
const DUCKDB = '../../dist/sightings/duckdb/index.js';
const ROWS = 100_000;

/** @type {readonly import('../../src/sightings/index.ts').SightingQuery[]} */
const QUESTIONS = [
  { by: [], measures: ['rows', 'sightings', 'organisations', 'techniques', 'first', 'last'] },
  { by: ['sector', 'technique'], measures: ['sightings', 'organisations'] },
  { by: ['month', 'parent'], measures: ['rows'], filter: { from: '2026-01-01', until: '2026-07-01' } },
  {
    by: ['day', 'source'],
    measures: ['rows', 'last'],
    filter: { from: '2026-03-10', until: '2026-04-05', sectors: ['Energy'] },
  },
  {
    by: ['group'],
    measures: ['techniques', 'rows'],
    filter: { techniques: ['T1003', 'T1005', 'T1007'], known: ['group'] },
    least: { measure: 'techniques', value: 2 },
    largest: 'rows',
    limit: 10,
  },
  { by: ['organisation'], measures: ['first', 'techniques'], filter: { parents: ['T1005'] } },
  { by: ['sector'], measures: ['rows'], filter: { techniques: [] } },
];

export async function check() {
  const found = findTrino();
  if (typeof found === 'string') {
    console.warn(`SKIPPED asking Trino: ${found}.`);
    return [];
  }
  if (!existsSync('dist/sightings/index.js')) return ['dist is missing: run npm run build first'];
  const folder = mkdtempSync(join(tmpdir(), 'foeprint-trino-'));
  const servers = new Servers(folder);
  try {
    const [store, isReady] = await Promise.all([published(folder), servers.start(found)]);
    if (!isReady) {
      console.warn('SKIPPED asking Trino: its servers were not ready in three minutes.');
      return [];
    }
    const complaints = await compare(store, servers, folder);
    await store.close();
    return complaints;
  } finally {
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A store of made-up sightings, published beside it. @param {string} folder */
async function published(folder) {
  const { openParquetSightings, stage, generatedRelation } = await import(DUCKDB);
  const store = openParquetSightings({
    folder: join(folder, 'store'),
    lock: async (/** @type {() => Promise<unknown>} */ work) => await work(),
  });
  const numbered = (/** @type {number} */ count, /** @type {string} */ letter) =>
    Array.from({ length: count }, (_, index) => `${letter}${1000 + index}`);
  const relation = generatedRelation({
    rows: ROWS,
    seed: 1,
    until: '2026-10',
    techniques: numbered(200, 'T'),
    groups: numbered(40, 'G'),
    sectors: ['Energy', 'Retail', 'Banks'],
  });
  const batch = {
    id: 'ab'.repeat(32),
    name: 'made up',
    format: 'generated',
    importedAt: '2026-11-01T00:00:00Z',
    rejected: 0,
  };
  await store.commit(await stage(await store.place.engine(), { relation, release: '18.1', batch }));
  await store.exportTo(join(folder, 'lake'));
  return store;
}

/** @param {Awaited<ReturnType<typeof published>>} store @param {Servers} servers @param {string} folder */
async function compare(store, servers, folder) {
  const { ROLL_UP_COLUMNS, TRINO_DIALECT, sqlOf } = await import(SIGHTINGS);
  const place = `local:///${basename(realpathSync(join(folder, 'lake')))}`;
  const texts = [
    'sector',
    'org_id',
    'group_id',
    'technique_id',
    'parent_id',
    'source',
    'detector',
    'release',
  ];
  await servers.ask(`CREATE SCHEMA lake.shore WITH (location = 'local:///schema')`);
  await servers.ask(
    `CREATE TABLE sightings (day date, n bigint, ${texts.map((name) => `${name} varchar`).join(', ')}, month varchar) WITH (external_location = '${place}', format = 'PARQUET', partitioned_by = ARRAY['month'])`,
  );
  await servers.ask(`CALL lake.system.sync_partition_metadata('shore', 'sightings', 'FULL')`);
  const columns = ROLL_UP_COLUMNS.join(', ');
  await servers.ask(
    `CREATE VIEW sightings_month AS SELECT ${columns}, sum(n) AS n, count(*) AS r FROM sightings GROUP BY ${columns}`,
  );
  const complaints = [];
  for (const [index, question] of QUESTIONS.entries()) {
    const own = await store.ask(question);
    const asked = servers.ask(sqlOf(question, TRINO_DIALECT));
    // The last but one is being answered when a worker is lost.
    if (index === QUESTIONS.length - 2) await servers.kill('other');
    const theirs = (await asked).map((row) => ({
      by: row.slice(0, question.by.length).map(String),
      measures: question.measures.map((measure, at) => {
        const value = row[question.by.length + at];
        return measure === 'first' || measure === 'last' ? String(value ?? '') : Number(value);
      }),
    }));
    if (hashOf(own) !== hashOf(theirs))
      complaints.push(
        `${JSON.stringify(question)}: ${own.length} rows here, ${theirs.length} there; first ${JSON.stringify(own[0])} and ${JSON.stringify(theirs[0])}`,
      );
  }
  return complaints;
}

/** @param {unknown} rows */
function hashOf(rows) {
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}
