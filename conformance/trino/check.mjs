import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { differenceOf, publishedSightings, QUESTIONS } from '../sightings.mjs';
import { findTrino, Servers } from './servers.mjs';

export const title = 'Trino answers from published sightings what DuckDB answers, also when a worker is lost';

/** It needs no Python. */
export const needsTools = false;

const SIGHTINGS = '../../dist/sightings/index.js';
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
    const [store, isReady] = await Promise.all([publishedSightings(folder), servers.start(found)]);
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

/** @param {Awaited<ReturnType<typeof publishedSightings>>} store @param {Servers} servers @param {string} folder */
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
    complaints.push(differenceOf(question, own, await asked));
  }
  return complaints.filter((complaint) => complaint !== undefined);
}
