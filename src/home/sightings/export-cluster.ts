import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { refuseOthers, type ClusterSightings, type TakenState } from '../../sightings/clickhouse/index.ts';
import {
  parquetOfLines,
  publishFiles,
  temporaryName,
  writesCoded,
  type Engine,
  type ParquetSightings,
  type PublishableFile,
  type Published,
} from '../../sightings/duckdb/index.ts';

/** Publishes what a cluster holds as the files that a store on this machine would have: month by month, each a file that DuckDB writes. */
export async function exportCluster(
  cluster: ClusterSightings,
  place: ParquetSightings['place'],
  target: string,
): Promise<Published> {
  const engine = await place.engine();
  return await writesCoded(async () => {
    const folder = temporaryName(engine.folder, 'export');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      const state = await cluster.take(folder);
      return await publishFiles({ ...state, files: filesOf(engine, state, folder) }, target, place.grace);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

async function* filesOf(
  engine: Engine,
  { months }: TakenState,
  folder: string,
): AsyncGenerator<PublishableFile> {
  for await (const { month, rows, lines } of months) {
    const from = join(folder, `${crypto.randomUUID()}.parquet`);
    const kept = await parquetOfLines(engine, lines, from);
    refuseOthers(month, rows, kept.rows);
    for (const path of lines) await rm(path, { force: true });
    yield { month, from, ...kept };
    // It was given a name elsewhere, or copied.
    await rm(from, { force: true });
  }
}
