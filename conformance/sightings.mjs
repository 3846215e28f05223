// Sightings that are made up and published, and questions about them: for checks of other engines.
import { createHash } from 'node:crypto';
import { join } from 'node:path';

const DUCKDB = '../dist/sightings/duckdb/index.js';
const ROWS = 100_000;

/** @type {readonly import('../src/sightings/index.ts').SightingQuery[]} */
export const QUESTIONS = [
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

/** A store of made-up sightings, published beside it. @param {string} folder */
export async function publishedSightings(folder) {
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

/**
 * What is different between the answer of our store and that of another engine; undefined where nothing is.
 *
 * @param {import('../src/sightings/index.ts').SightingQuery} question
 * @param {readonly import('../src/sightings/index.ts').CountedRow[]} own
 * @param {readonly (readonly (string | number | null)[])[]} rows
 */
export function differenceOf(question, own, rows) {
  const theirs = rows.map((row) => ({
    by: row.slice(0, question.by.length).map(String),
    measures: question.measures.map((measure, at) => {
      const value = row[question.by.length + at] ?? '';
      return measure === 'first' || measure === 'last' ? String(value) : Number(value);
    }),
  }));
  if (hashOf(own) === hashOf(theirs)) return undefined;
  return `${JSON.stringify(question)}: ${own.length} rows here, ${theirs.length} there; first ${JSON.stringify(own[0])} and ${JSON.stringify(theirs[0])}`;
}

/** @param {unknown} rows */
function hashOf(rows) {
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}
