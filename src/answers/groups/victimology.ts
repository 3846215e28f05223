import { question } from '../question.ts';
import { count, forEach, list, shape, text, type Of } from '../schema.ts';
import { TRAIT_KINDS, UnknownCounts } from './traits.ts';

/** Of how many groups it is known whom they attack, and by whom. */
export const VictimologyQuestion = question({});

const SourceVictimology = shape('SourceVictimology', 'What one source knows of the victims of groups.', {
  source: text('name of the source'),
  known: forEach(TRAIT_KINDS, count('groups'), 'of how many groups it reports something of each kind'),
});

export const VictimologyAnswer = shape(
  'VictimologyAnswer',
  'Of how many groups something is known, and by whom.',
  {
    groups: count('live groups in view'),
    known: forEach(TRAIT_KINDS, count('groups'), 'for how many groups something of each kind is known'),
    unknown: UnknownCounts,
    sources: list(SourceVictimology, 'sources that know anything, in the order of loading'),
  },
);
export type VictimologyAnswer = Of<typeof VictimologyAnswer>;
