import { count, list, shape, text, type Of } from '../schema.ts';
import { StoredBatch } from '../sightings/list.ts';

export const SightingsRemoveAnswer = shape(
  'SightingsRemoveAnswer',
  'Batches of sightings that were taken out.',
  {
    removed: list(StoredBatch, 'in the order in which they were named'),
  },
);
export type SightingsRemoveAnswer = Of<typeof SightingsRemoveAnswer>;

export const SightingsCompactAnswer = shape(
  'SightingsCompactAnswer',
  'What came of joining files of sightings.',
  {
    filesBefore: count('files of sightings before'),
    filesAfter: count('files of sightings now'),
    addedUp: count('months that were added up anew'),
  },
);
export type SightingsCompactAnswer = Of<typeof SightingsCompactAnswer>;

export const SightingsExportAnswer = shape(
  'SightingsExportAnswer',
  'Sightings published for other engines.',
  {
    folder: text('name of the folder'),
    files: count('files of Parquet in it'),
    rows: count('sightings in them'),
  },
);
export type SightingsExportAnswer = Of<typeof SightingsExportAnswer>;

export const SightingsGenerateAnswer = shape('SightingsGenerateAnswer', 'Sightings that were made up.', {
  generated: list(StoredBatch, 'the batch; none where the same was made up before'),
});
export type SightingsGenerateAnswer = Of<typeof SightingsGenerateAnswer>;
