import { MARKING_LEVELS } from '../../facts/index.ts';
import { question } from '../question.ts';
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
export const SightingsListQuestion = question({ synthetic: SYNTHETIC });

export const SightingsListAnswer = shape(
  'SightingsListAnswer',
  'The sightings that were imported, by batch.',
  {
    synthetic: truth('whether they were made up, for demonstrations and measurements'),
    engine: optional(text('name of the engine that holds them; absent where nothing was ever imported')),
    batches: list(StoredBatch, 'oldest import first'),
    rows: count('sightings stored in all of them'),
    sightings: count('sum of their counts'),
  },
);
export type SightingsListAnswer = Of<typeof SightingsListAnswer>;
