import { COVERAGE_KINDS, PRIORITY_KINDS } from '../../threat/index.ts';
import { Analytic } from '../techniques/analytic.ts';
import { Caveat, NotPreventable } from '../techniques/caveat.ts';
import { GroupShare } from './expect.ts';
import { Mention } from '../explanation/mention.ts';
import { Organisation } from './organisation.ts';
import { choice, question, whole } from '../question.ts';
import { COVERAGE, FOR_WHOM, RANKING, top } from './ranking.ts';
import { reasons } from '../reasons.ts';
import { as, count, list, number, oneOf, optional, shape, text, type Of } from '../schema.ts';

/** What helps most against what is to be expected. */
export const PrioritiesQuestion = question({
  ...FOR_WHOM,
  top: top('groups that count'),
  ...RANKING,
  kind: choice('--kind <kind>', PRIORITY_KINDS, 'only these', {
    fallback: 'mitigations, and log sources and data components; before ATT&CK 18 detections',
  }),
  ...COVERAGE,
  limit: whole('--limit <count>', 'most to show of each kind', { fallback: '20; all in tables' }),
});
export type PrioritiesQuestion = Of<typeof PrioritiesQuestion>;

const Covered = shape('Covered', 'How well a technique is covered, and what says so.', {
  level: number('above 0, at most 1: the score over the highest that its scale allows'),
  kind: oneOf(COVERAGE_KINDS, 'what says it'),
  file: text('name of the file'),
  from: text('the id that the file gives'),
  inventory: optional(
    text('what it is kept as in the home; absent where a file was given with the question'),
  ),
});
export type Covered = Of<typeof Covered>;

const GAP = {
  technique: as(Mention, 'the technique'),
  expectation: number('0 … 1, before anything is taken off'),
  left: number(
    '0 … 1, expectation × (1 − level of coverage), and half of that where a mitigation or mapped control in place answers it',
  ),
  coverage: optional(Covered),
  caveat: optional(as(Caveat, 'why what is in place takes less than half off, where its sources say so')),
  mitigations: list(Mention, 'mitigations and mapped controls in place that answer it'),
};

export const Gap = shape(
  'Gap',
  'A technique that is to be expected, with what is left of that when what is done already is taken off.',
  GAP,
);
export type Gap = Of<typeof Gap>;

const CarriedId = shape('CarriedId', 'What became of a technique id of a coverage file.', {
  from: text('the id that the file gives'),
  to: optional(text('the id that it counts as; absent where it counts for nothing')),
  standing: text('how sure that is: `resolved`, `assumed`, `unknown` …'),
  reason: text('why, in words'),
  candidates: list(text('an id'), 'what it could be, where that is more than one'),
  file: text('name of the file'),
});
export type CarriedId = Of<typeof CarriedId>;

export const CarriedCoverage = shape(
  'CarriedCoverage',
  'How the ids of the coverage came into the release in view.',
  {
    ids: count('ids that the files give'),
    unchanged: count('ids that are the same in the release in view'),
    moved: count('ids that count as another one there'),
    lost: count('ids without a place there, which count for nothing'),
    carried: list(CarriedId, 'those that are not the same: first the lost ones'),
  },
);
export type CarriedCoverage = Of<typeof CarriedCoverage>;

const AnsweredGap = shape('AnsweredGap', 'A technique that something answers, and how much of it.', {
  ...GAP,
  counts: number(
    '0 … 1, how much of what is left it answers: of a log source, the share of the analytics that it feeds',
  ),
  because: optional(as(Caveat, 'why a mitigation counts less than whole, where its source says so')),
  through: list(Mention, 'of log sources and data components: the analytics that they feed'),
});
export type AnsweredGap = Of<typeof AnsweredGap>;

export const Priority = shape('Priority', 'Something to do, and how much of what is left it answers.', {
  defence: as(
    Mention,
    'the mitigation, detection strategy, data component or log source; of the last a text, its name and channel',
  ),
  addressed: number('sum of what is left of the techniques that it answers, each as far as it counts'),
  effect: number('0 … 1, the same as a share of all that is left'),
  order: optional(
    count('place where one always takes next what adds most, 1 for the first; absent where it adds nothing'),
  ),
  adds: number('0 … 1, what it adds there, as a share of all that is left'),
  together: number('0 … 1, what it and all before it in that order answer together; 0 where it adds nothing'),
  techniques: reasons(
    list(AnsweredGap, 'the techniques that it answers, that of which it answers the most first'),
  ),
  analytics: reasons(
    list(
      Analytic,
      'of detection strategies: how they are carried out on the platforms of the organisation, on all where it names none; of log sources and data components: those that they feed',
    ),
  ),
  platforms: list(
    shape('PlatformPriority', 'What something does on a platform.', {
      platform: text('a platform'),
      effect: number('0 … 1, share of all that is left that its analytics for this platform see'),
    }),
    'of log sources and data components: the platforms, that with the greatest effect first; what is for several counts under each',
  ),
});
export type Priority = Of<typeof Priority>;

export const PriorityRanking = shape('PriorityRanking', 'What to do of one kind, in order.', {
  kind: oneOf(PRIORITY_KINDS, 'what it is'),
  defences: list(Priority, 'as many as were asked for'),
  steps: list(
    shape('PriorityStep', 'A step of the order in which each next one adds most.', {
      defence: as(Mention, 'what to do'),
      adds: number('0 … 1, what it adds to the steps before, as a share of what is left'),
      together: number('0 … 1, what it and the steps before answer together'),
    }),
    'the first steps when one always takes next what adds most, as many as were asked for',
  ),
  of: count('defences in all'),
  answered: number('0 … 1, share of what is left that all of them together answer'),
  unanswered: list(
    Gap,
    'techniques of which something is left and that nothing of this kind answers, that with the most left first',
  ),
  watch: list(
    NotPreventable,
    'of mitigations: techniques that by the words of their own source cannot be prevented, and that no other mitigation answers: to be watched',
  ),
});
export type PriorityRanking = Of<typeof PriorityRanking>;

export const PrioritiesAnswer = shape(
  'PrioritiesAnswer',
  'What helps most against what is to be expected, and what nothing helps against.',
  {
    organisation: as(Organisation, 'whom groups are ranked for'),
    asOf: text('day from which ages are counted'),
    groups: list(GroupShare, 'the groups that count, and how much'),
    total: number('sum of the expectations of all techniques that work on the platforms'),
    done: number('what is taken off it: what is covered already, and what mitigations in place answer'),
    doneShare: number('0 … 1, the same as a share of the total'),
    left: number('what is left of it; shares are shares of this'),
    takenOff: list(Gap, 'techniques of which something was taken off, that with the most first'),
    coverage: CarriedCoverage,
    rankings: list(PriorityRanking, 'one for each kind asked for'),
    hidden: list(text('a name'), 'what was not used'),
  },
);
export type PrioritiesAnswer = Of<typeof PrioritiesAnswer>;
