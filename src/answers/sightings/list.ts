import { MARKING_LEVELS } from '../../facts/index.ts';
import { flag, question } from '../question.ts';
import { count, list, oneOf, optional, shape, text, truth, type Of } from '../schema.ts';
import { SYNTHETIC } from './scope.ts';

export const StoredBatch = shape(
  'StoredBatch',
  'Sightings that were imported together, once whatever happens.',
  {
    id: text(
      'SHA-256 of what was imported and of how it was understood; its first 12 digits are enough to name it',
    ),
    name: text('file or other name'),
    format: text('what it was read as'),
    importedAt: text('when: a timestamp'),
    rows: count('sightings stored: one for each technique of a detection'),
    sightings: count('sum of their counts'),
    rejected: count('records that were not understood'),
    first: text('first day, `YYYY-MM-DD`; empty where nothing was stored'),
    last: text('last day, likewise'),
    level: optional(oneOf(MARKING_LEVELS, 'how far it may go; absent where it bears no marking')),
  },
);
export type StoredBatch = Of<typeof StoredBatch>;

/** The batches of sightings that were imported. */
export const SightingsListQuestion = question({
  synthetic: SYNTHETIC,
  verify: flag('--verify', 'read all that is stored, and see that it is as it was written'),
});

const StoreCheck = shape(
  'StoreCheck',
  'What a look at all that is stored has shown. What is missing is an error (S907, S978), no answer.',
  {
    files: optional(count('files that were read through; absent where a cluster keeps them')),
    bytes: optional(count('bytes of them together')),
    rows: count('sightings that are there, as they were stored'),
    sumsToMend: list(text('a file'), 'sums by month that are damaged: rows are added up in their place'),
  },
);

export const SightingsListAnswer = shape(
  'SightingsListAnswer',
  'The sightings that were imported, by batch.',
  {
    synthetic: truth('whether they were made up, for demonstrations and measurements'),
    engine: optional(text('name of the engine that holds them; absent where nothing was ever imported')),
    batches: list(StoredBatch, 'oldest import first'),
    rows: count('sightings stored in all of them'),
    sightings: count('sum of their counts'),
    checked: optional(StoreCheck),
  },
);
export type SightingsListAnswer = Of<typeof SightingsListAnswer>;
