import { flag, options } from '../question.ts';
import { count, list, number, oneOf, optional, shape, text, truth, type Of } from '../schema.ts';

/** Which store is asked: what was imported, or what was made up. */
export const SYNTHETIC = flag(
  '--synthetic',
  'ask the store of sightings that were made up for demonstrations',
);

const SightingBatch = shape('SightingBatch', 'Sightings that were imported together.', {
  id: text('SHA-256 of what was imported'),
  name: text('file or other name'),
  format: text('what it was read as'),
});

/** What sightings can be left out by. */
export const HIDDEN_BY = ['batch', 'source', 'detector'] as const;

const HiddenPart = shape('HiddenPart', 'Sightings that were left out.', {
  by: oneOf(HIDDEN_BY, 'by which of their parts: the import, the product or feed, the rule'),
  id: optional(text('of a batch: its id')),
  name: text('what it is called'),
});
export type HiddenPart = Of<typeof HiddenPart>;

/** Sightings that are left out: a field of every question about them. */
export const HIDE_SIGHTINGS = options(
  '--hide <name>',
  'leave out this batch (id or name), product or rule of sightings (repeatable)',
);

/** Which sightings an answer is about. */
export const SightingScope = shape('SightingScope', 'Which sightings an answer is about.', {
  synthetic: truth(
    'whether they were made up, for demonstrations and measurements: nothing in the answer is real',
  ),
  engine: text('name of the engine that counted them'),
  from: text('first day, `YYYY-MM-DD`'),
  until: text('last day, likewise'),
  batches: list(SightingBatch, 'imports with a day in that time, oldest first'),
  sightings: count('sightings in that time: one for each technique of a detection'),
  withoutSector: count('of those, without a sector'),
  withoutOrganisation: count('of those, without an organisation'),
  shareWithoutSector: number('0 … 1: share of those without a sector'),
  shareWithoutOrganisation: number('0 … 1: share of those without an organisation'),
  hidden: list(HiddenPart, 'what of them was left out, as was asked'),
  sinceThen: optional(text('newest day of the store, where that is later')),
});
export type SightingScope = Of<typeof SightingScope>;
