import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SENT_COLUMNS, type SentBatch, type SentMonth } from '../../sightings/clickhouse/index.ts';
import {
  linesOfRows,
  ONCE_EACH,
  quoted,
  rowsSql,
  type Engine,
  type StagedBatch,
} from '../../sightings/duckdb/index.ts';

/** A staged batch as a cluster takes it: DuckDB writes the lines of one month after the other into a file, which is then sent. */
export function sentBatch(engine: Engine, { batch, folder, files }: StagedBatch): SentBatch {
  return { batch, months: (name) => sentMonths(engine, name, folder, files) };
}

async function* sentMonths(
  engine: Engine,
  name: string,
  folder: string,
  files: StagedBatch['files'],
): AsyncIterable<SentMonth> {
  for (const { path, month } of files) {
    const lines = join(folder, `${month}.tsv`);
    const columns = SENT_COLUMNS.map((column) =>
      column === 'batch' ? `${quoted(name)} AS batch` : column,
    ).join(', ');
    const rows = await linesOfRows(engine, `SELECT ${columns} FROM (${rowsSql([path])} ${ONCE_EACH})`, lines);
    try {
      yield { month, rows, lines: createReadStream(lines) };
    } finally {
      await rm(lines, { force: true });
    }
  }
}
