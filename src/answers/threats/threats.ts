import { Ground } from '../explanation/evidence.ts';
import { Mention } from '../explanation/mention.ts';
import { Organisation } from './organisation.ts';
import { flag, option, question } from '../question.ts';
import { FOR_WHOM, RANKING, top } from './ranking.ts';
import { explainedBy, leftOut } from '../reasons.ts';
import { as, count, forEach, list, number, optional, shape, text, truth, type Of } from '../schema.ts';
import { TRAIT_KINDS } from '../groups/traits.ts';

/** Which groups are documented against organisations like one's own, in order. */
export const ThreatsQuestion = question({
  ...FOR_WHOM,
  top: top('groups to show'),
  ...RANKING,
  explain: option('--explain <group>', 'the arithmetic of one group, down to the sentences'),
  all: flag('--all', 'explained: show every ground', { fallback: 'the first few of each factor' }),
});
export type ThreatsQuestion = Of<typeof ThreatsQuestion>;

export const AppliedFactor = shape('AppliedFactor', 'A factor that applies to the organisation.', {
  name: text('its name, e.g. `country`'),
  label: text('what it considers; completes “the group is …”'),
  weight: number('what it adds to a score at most'),
  mean: number('0 … 1, mean value over the groups for which it is known; what the others are taken to have'),
  unknown: count('groups for which it is not known'),
});
export type AppliedFactor = Of<typeof AppliedFactor>;

const ThreatFactor = shape('ThreatFactor', 'What one factor adds to the score of a group.', {
  factor: text('its name'),
  weight: number('what it adds at most'),
  value: optional(number('0 … 1; absent where nothing is known')),
  contribution: number(
    'weight × value; where nothing is known, weight × the mean of the groups of which something is',
  ),
  fromSightings: optional(
    number('of the contribution, what only imported sightings make; absent where they make none'),
  ),
  found: text('what was found, in a few words: `Luxembourg, Belgium`; empty where nothing was'),
  lacking: optional(
    text(
      'what no source names though others of its kind are known: `no source names Luxembourg (28 other countries)`; absent where there is nothing of the sort',
    ),
  ),
  grounds: leftOut(
    list(
      Ground,
      'what it rests on: all of it where the group is explained, else one of the best for each value found, at most four',
    ),
  ),
  groundsInAll: count('how many grounds there are'),
});
export type ThreatFactor = Of<typeof ThreatFactor>;

export const Threat = explainedBy(
  shape('Threat', 'A group in the order of concern.', {
    rank: count('1 for the first; dormant groups stand behind all that are active'),
    group: as(Mention, 'the group'),
    score: number('sum of the contributions of its factors'),
    lastReported: text(
      'when the newest document was published that reports what it did, `2024-02`; empty where none is dated',
    ),
    isDormant: truth(
      'whether no report on it is newer than the day since which groups count as active, and neither the organisation nor its sectors have seen it',
    ),
    lastSeen: text('last time that it was seen or reported on, `2024-02`; empty where it is not known'),
    factors: list(ThreatFactor, 'only factors that apply and weigh something'),
  }),
  'group',
  'threats?explain',
);
export type Threat = Of<typeof Threat>;

/** For how many groups nothing of each kind is known, and no dated report. */
export const UnknownOfGroups = forEach(
  [...TRAIT_KINDS, 'activity'],
  count('groups'),
  'for how many groups nothing of each kind is known, and no dated report (`activity`)',
);
export type UnknownOfGroups = Of<typeof UnknownOfGroups>;

export const ThreatsAnswer = shape(
  'ThreatsAnswer',
  'Which groups are documented against organisations like this one, and why they stand in this order. It is no forecast.',
  {
    organisation: as(Organisation, 'whom they are ranked for'),
    asOf: text('day from which ages are counted'),
    factors: list(AppliedFactor, 'factors that apply, with their weights'),
    highest: number('sum of their weights: the highest score there could be'),
    activeSince: text('day since which a group must have been reported on to count as active'),
    groups: list(
      Threat,
      'active groups in order, as many as were asked for; the one that is to be explained alone',
    ),
    dormant: list(
      Threat,
      'dormant groups whose score would place them among those, in order, all of them where all active groups are given; empty where one is to be explained',
    ),
    of: count('live groups in all'),
    dormantOf: count('of them, dormant'),
    unknown: UnknownOfGroups,
    hidden: list(text('a name'), 'what was not used'),
  },
);
export type ThreatsAnswer = Of<typeof ThreatsAnswer>;
