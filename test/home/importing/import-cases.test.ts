import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ImportOptions } from '../../../src/home/index.ts';
import { isMapping } from '../../../src/text/index.ts';
import { importedFrom } from './sightings-of.ts';

const CASES = join(import.meta.dirname, 'cases');

/**
 * Each a folder with `input.*`, what is asked beside it in `options.json`, and what comes of it: `rows.csv`, `rejects.ndjson`,
 * `report.json`.
 */
test.for(readdirSync(CASES))('%s', async (name) => {
  const folder = join(CASES, name);
  const input = readdirSync(folder).find((file) => file.startsWith('input.')) ?? expect.fail('no input');
  const { report, rows, place } = await importedFrom(
    join(folder, input),
    optionsIn(join(folder, 'options.json')),
  );
  const { batch, file, rejects, rejected, ...came } = report;
  const golden = async (text: string, kept: string): Promise<void> =>
    await expect(text.replaceAll(place, 'AT')).toMatchFileSnapshot(join(folder, kept));
  await golden(rows.map((row) => `${row}\n`).join(''), 'rows.csv');
  await golden(rejects === undefined ? '' : readFileSync(rejects, 'utf8'), 'rejects.ndjson');
  const stored = batch && {
    rows: batch.rows,
    sightings: batch.sightings,
    first: batch.first,
    last: batch.last,
    level: batch.level,
  };
  const said = { ...came, rejected: Object.fromEntries(rejected), batch: stored };
  await golden(`${JSON.stringify(said, null, 2)}\n`, 'report.json');
  expect(file).toBe(join(place, input));
});

function optionsIn(path: string): Partial<ImportOptions> {
  const parsed: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  return isMapping(parsed) ? parsed : {};
}
