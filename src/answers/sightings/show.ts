import { Mention } from '../explanation/mention.ts';
import { question, whole } from '../question.ts';
import { as, count, list, optional, shape, text, type Of } from '../schema.ts';
import { NARROWED } from './narrowed.ts';
import { SightingScope } from './scope.ts';

/** The sightings behind a number. */
export const SightingsShowQuestion = question({
  ...NARROWED,
  limit: whole('-n, --limit <count>', 'most rows to show', { fallback: '50' }),
});
export type SightingsShowQuestion = Of<typeof SightingsShowQuestion>;

const SightedRow = shape('SightedRow', 'Sightings of one day that are alike in all that is known of them.', {
  day: text('`YYYY-MM-DD`'),
  sector: text('what its sector is called; empty where none is known'),
  organisation: text('who has seen it; empty where nobody is named'),
  technique: as(Mention, 'the technique'),
  group: optional(as(Mention, 'the group that the detection names')),
  source: text('product or feed'),
  detector: text('rule or analytic'),
  sightings: count('how many'),
});

export const SightingsShowAnswer = shape('SightingsShowAnswer', 'The sightings behind a number.', {
  scope: as(SightingScope, 'which sightings'),
  rows: list(SightedRow, 'the largest first'),
});
export type SightingsShowAnswer = Of<typeof SightingsShowAnswer>;
