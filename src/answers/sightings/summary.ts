import { question, whole } from '../question.ts';
import { as, count, list, number, oneOf, optional, shape, text, type Of } from '../schema.ts';
import { NARROWED } from './narrowed.ts';
import { SightingScope } from './scope.ts';

/** By what sightings are summed up, in the order to show. */
export const SUMMED_BY = [
  'month',
  'sector',
  'organisation',
  'technique',
  'group',
  'source',
  'detector',
] as const;

/** What was seen, in short. */
export const SightingsSummaryQuestion = question({
  ...NARROWED,
  limit: whole('-n, --limit <count>', 'most of each to show', { fallback: '10' }),
});
export type SightingsSummaryQuestion = Of<typeof SightingsSummaryQuestion>;

const SummedValue = shape('SummedValue', 'How much was seen of one month, sector, technique ….', {
  id: text('as the store has it; empty where it is not known'),
  name: text('what it is called; empty where it is not known'),
  sightings: count('sightings'),
  share: number('0 … 1: their share of all'),
  organisations: optional(count('organisations that are known; absent where they are not counted')),
});

const SummedUp = shape('SummedUp', 'Sightings by one of what is known of them.', {
  by: oneOf(SUMMED_BY, 'by what'),
  values: list(SummedValue, 'months in order; all else the largest first'),
});

export const SightingsSummaryAnswer = shape('SightingsSummaryAnswer', 'What was seen, in short.', {
  scope: as(SightingScope, 'which sightings'),
  organisations: count('organisations that are known'),
  techniques: count('different techniques'),
  summed: list(SummedUp, 'by month, sector, organisation, technique, group, source and detector'),
});
export type SightingsSummaryAnswer = Of<typeof SightingsSummaryAnswer>;
