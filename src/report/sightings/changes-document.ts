import type { Document } from '../../render/index.ts';
import type {
  SightingsCompactAnswer,
  SightingsExportAnswer,
  SightingsGenerateAnswer,
  SightingsRemoveAnswer,
} from '../../answers/index.ts';
import { count } from '../../text/index.ts';
import { doneDocument } from '../done-document.ts';
import { batchTable } from './list-document.ts';

/** Batches that were taken out. */
export function sightingsRemoveDocument({ removed }: SightingsRemoveAnswer): Document {
  return { title: `Removed ${count(removed.length, 'batch', 'batches')}`, blocks: [batchTable(removed)] };
}

/** What came of joining files. */
export function sightingsCompactDocument({
  filesBefore,
  filesAfter,
  addedUp,
}: SightingsCompactAnswer): Document {
  return doneDocument(`${count(filesAfter, 'file')} of sightings`, [
    `${count(filesBefore, 'file')} before`,
    `${count(addedUp, 'month')} added up anew`,
  ]);
}

/** What was published. @param folder as it was named */
export function sightingsExportDocument({ files, rows }: SightingsExportAnswer, folder: string): Document {
  return doneDocument(`Written to ${folder}`, [
    `${count(files, 'file')} of Parquet with ${count(rows, 'sighting')}`,
  ]);
}

/** What was made up. */
export function sightingsGenerateDocument({ generated }: SightingsGenerateAnswer): Document {
  if (generated.length === 0) return doneDocument('The same sightings were made up before', []);
  return { title: 'Made up, for demonstrations and measurements', blocks: [batchTable(generated)] };
}
