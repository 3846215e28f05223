import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { differenceOf, publishedSightings, QUESTIONS } from '../sightings.mjs';

export const title = 'the current engine of ClickHouse answers from published sightings what DuckDB answers';

/** What it needs is too large to be installed for every change. */
export const needsTools = false;

const SIGHTINGS = '../../dist/sightings/index.js';
const ASK = 'conformance/chdb/ask.py';
const MOST_OUTPUT = 64 * 1024 * 1024;

export async function check() {
  const python = [process.env['FOEPRINT_CHDB_PYTHON'] ?? '', 'python3'].find(
    (name) => name !== '' && spawnSync(name, ['-c', 'import chdb']).status === 0,
  );
  if (python === undefined) {
    console.warn(
      'SKIPPED asking the current engine of ClickHouse: no Python here has chdb (`pip install chdb`, 0.5 GB; FOEPRINT_CHDB_PYTHON names another Python).',
    );
    return [];
  }
  if (!existsSync('dist/sightings/index.js')) return ['dist is missing: run npm run build first'];
  const folder = mkdtempSync(join(tmpdir(), 'foeprint-chdb-'));
  try {
    return await compare(python, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} python @param {string} folder @returns {Promise<readonly string[]>} */
async function compare(python, folder) {
  const { ROLL_UP_COLUMNS, sqlOf } = await import(SIGHTINGS);
  const store = await publishedSightings(folder);
  const files = join(realpathSync(join(folder, 'lake')), 'month=*/*.parquet');
  const columns = ROLL_UP_COLUMNS.join(', ');
  const made = [
    `CREATE VIEW sightings AS SELECT * FROM file('${files}', 'Parquet')`,
    `CREATE VIEW sightings_month AS SELECT ${columns}, sum(n) AS n, count(*) AS r FROM (SELECT ${columns}, n AS n FROM sightings) GROUP BY ${columns}`,
  ];
  const input = JSON.stringify({ made, asked: QUESTIONS.map((question) => sqlOf(question)) });
  const { stdout, stderr, status } = spawnSync(python, [ASK], { input, maxBuffer: MOST_OUTPUT });
  if (status !== 0) return [`chdb: ${String(stderr).slice(-2000)}`];
  const { rows } = JSON.parse(String(stdout));
  const complaints = [];
  for (const [index, question] of QUESTIONS.entries())
    complaints.push(differenceOf(question, await store.ask(question), rows[index] ?? []));
  await store.close();
  return complaints.filter((complaint) => complaint !== undefined);
}
