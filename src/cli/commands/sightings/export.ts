import { placeName } from '../../../acquisition/index.ts';
import { path, SightingsExportAnswer, SYNTHETIC } from '../../../answers/index.ts';
import { strictestLevel } from '../../../facts/index.ts';
import { refusal } from '../../../home/index.ts';
import { sightingsExportDocument } from '../../../report/index.ts';
import { homeCommand } from '../../call/home-command.ts';

export const sightingsExport = homeCommand({
  name: 'sightings export',
  summary: 'sightings as a folder of Parquet files that other engines read',
  details:
    'FOLDER/month=YYYY-MM/….parquet, and manifest.json. FOLDER is a link that is turned in one moment: whoever reads it never sees half an import. Files are shared with the store where the file system can; those of a cluster are made from its rows, month by month.',
  given: {
    parquet: path('--parquet <folder>', 'folder to publish to; one that was published before is turned'),
    synthetic: SYNTHETIC,
  },
  answer: SightingsExportAnswer,
  examples: [{ line: 'sightings export --parquet lake/sightings', label: 'for Trino, Spark or DuckDB' }],
  run: async ({ parquet, synthetic }, { home, clearance }) => {
    if (parquet === undefined) throw refusal('nowhere-to-publish', 'No folder is named.');
    const store = (await (await home()).sightings(synthetic ? 'synthetic' : 'imported')).clearedTo(
      await clearance(),
    );
    const { files, rows } = await store.exportTo(parquet);
    const batches = await store.batches();
    return {
      answer: { folder: placeName(parquet), files, rows },
      level: strictestLevel(batches.map(({ level }) => level)),
    };
  },
  document: (answer, { parquet }) => sightingsExportDocument(answer, parquet ?? answer.folder),
});
