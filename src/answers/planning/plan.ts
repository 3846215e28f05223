import * as z from 'zod/mini';
import { PLAN_KINDS } from '../../threat/index.ts';
import { Caveat, NotPreventable } from '../techniques/caveat.ts';
import { Mention } from '../explanation/mention.ts';
import { decimal, fromFile, option, options, question, whole } from '../question.ts';
import { as, byName, count, list, number, oneOf, optional, shape, text, truth, type Of } from '../schema.ts';
import { CarriedCoverage, Gap } from '../threats/priorities.ts';
import { Organisation } from '../threats/organisation.ts';
import { COVERAGE, maybeForWhom, RANKING, top } from '../threats/ranking.ts';

/** What things cost, by their ids or names. */
export const Costs = byName(number('above 0'), 'what it costs, by id or name; 1 where it is not named');
export type Costs = Of<typeof Costs>;

/** What to build first. */
export const PlanQuestion = question({
  groups: options(
    '--groups <names>',
    'against these groups: ids, names or aliases, with commas between (repeatable)',
  ),
  organisation: maybeForWhom(
    'against what this organisation is to expect, as docs/organisation.md describes it',
    'groups',
  ),
  budget: decimal('--budget <cost>', 'most that all of it may cost', {
    fallback: 'the setting `planning.budget`, 10',
  }),
  costs: fromFile(
    z.optional(Costs),
    'costs',
    '--cost <file>',
    'what things cost, CSV or YAML: an id and a number each',
    {
      fallback: 'all cost 1',
    },
  ),
  kinds: options('--kind <kind>', `choose from these only: ${PLAN_KINDS.join(', ')} (repeatable)`, {
    fallback: 'all but data-components',
  }),
  framework: option('--framework <id>', 'only controls of this framework, e.g. nist_800_53', {
    fallback: 'of all that are loaded',
  }),
  seconds: decimal(
    '--seconds <seconds>',
    'how long a solver may look for something better; 0 for the greedy plan alone',
    {
      fallback: 'the setting `planning.seconds`, 2',
    },
  ),
  top: top('groups of the organisation that count'),
  ...RANKING,
  ...COVERAGE,
  limit: whole('--limit <count>', 'most techniques to show of a list', { fallback: '20; all in tables' }),
});
export type PlanQuestion = Of<typeof PlanQuestion>;

const PlannedTechnique = shape('PlannedTechnique', 'A technique that something answers, and why.', {
  technique: as(Mention, 'the technique'),
  relation: oneOf(['mitigates', 'detects'], 'what it does to the technique'),
  share: number(
    '0 … 1, how much of the technique it answers: of its analytics, those that it feeds; of a mapping with scores, what its value counts; of a mitigation as far as its source says; 1 for what answers all of it',
  ),
  value: optional(text('how well the mapping says that it does: `minimal`, `partial`, `significant`')),
  adds: number('0 … 1, how much of that nothing before it in the plan answers'),
  left: number('0 … 1, what is left to answer of the technique in all'),
  through: list(Mention, 'of log sources and data components: the analytics that they feed'),
  caveat: optional(as(Caveat, 'why a mitigation counts less than whole, where its source says so')),
});
export type PlannedTechnique = Of<typeof PlannedTechnique>;

export const PlanLine = shape('PlanLine', 'Something to build, and what it adds.', {
  order: count('1 for the first'),
  kind: oneOf(PLAN_KINDS, 'what it is'),
  thing: as(Mention, 'what to build; of a log source a text, its name and channel'),
  cost: number('what it costs'),
  spent: number('what it and all before it cost'),
  adds: number('0 … 1, what it adds to those before it, as a share of what is left'),
  together: number('0 … 1, what it and all before it answer, as a share of what is left'),
  alone: number('0 … 1, what it would answer alone'),
  techniques: list(PlannedTechnique, 'the techniques that it answers, first those to which it adds most'),
});
export type PlanLine = Of<typeof PlanLine>;

const OpenTechnique = shape('OpenTechnique', 'A technique that the plan does not answer, or not all of it.', {
  technique: as(Mention, 'the technique'),
  left: number('0 … 1, what is left to answer of it in all'),
  open: number('0 … 1, what of that the plan does not answer'),
  statedBy: list(Mention, 'frameworks that say themselves that nothing of theirs addresses it'),
});
export type OpenTechnique = Of<typeof OpenTechnique>;

export const MappingInView = shape(
  'MappingInView',
  'How the techniques of a framework came into the release in view.',
  {
    framework: as(Mention, 'the framework'),
    release: text('release of ATT&CK that it is mapped to; empty where it does not say'),
    techniques: count('techniques that the mapping names'),
    unchanged: count('those that are the same in view'),
    moved: list(
      shape('MovedTechnique', 'A technique of a mapping that is another one in view.', {
        from: text('the id that the mapping gives'),
        to: text('the id that it counts as'),
      }),
      'those that count as another one',
    ),
    lost: list(text('an id'), 'those without a place in view, which count for nothing'),
  },
);
export type MappingInView = Of<typeof MappingInView>;

export const PlanAnswer = shape(
  'PlanAnswer',
  'What to build first within a budget, and what that leaves open.',
  {
    against: list(Mention, 'the groups against which it is planned; for an organisation, those that count'),
    organisation: optional(as(Organisation, 'whom it is planned for')),
    asOf: text('day from which ages are counted'),
    kinds: list(oneOf(PLAN_KINDS, 'a kind'), 'what was chosen from'),
    rarity: number('exponent with which the rarity of a technique counts; 0: not at all'),
    budget: number('most that all of it may cost'),
    spent: number('what the plan costs'),
    total: number('sum of what the techniques weigh'),
    left: number('what is left of that when what is done already is taken off; shares are shares of this'),
    done: number('sum of what is taken off'),
    answered: number('0 … 1, what the plan answers'),
    bound: number('0 … 1, no plan within the budget answers more'),
    ratio: number('0 … 1, how near the plan is to the best one at least: what it answers over the bound'),
    reachable: number('0 … 1, what all that could be chosen answers together, whatever it costs'),
    by: oneOf(['greedy', 'solver'], 'what found the plan: the greedy order, or a solver that improved it'),
    isBest: truth('whether it is known that no plan within the budget answers more'),
    seconds: number('how long the solver was given; 0: it was not asked'),
    of: count('things that could be chosen'),
    lines: list(PlanLine, 'what to build, in order'),
    unanswered: list(
      OpenTechnique,
      'techniques that nothing addresses which could be chosen, that with the most left first',
    ),
    beyond: list(
      OpenTechnique,
      'techniques that something addresses, but not all of them the plan, that with the most open first',
    ),
    unansweredOf: count('how many these are in all'),
    beyondOf: count('how many those are in all'),
    watch: list(
      NotPreventable,
      'where mitigations could be chosen: techniques that by the words of their own source cannot be prevented, and that no other mitigation answers: to be watched',
    ),
    watchOf: count('how many these are in all'),
    inPlace: list(Mention, 'mitigations and mapped controls in place, which are not chosen'),
    takenOff: list(Gap, 'techniques of which something was taken off, that with the most first'),
    takenOffOf: count('how many these are in all'),
    coverage: CarriedCoverage,
    mappings: list(MappingInView, 'the frameworks whose controls could be chosen'),
    hidden: list(text('a name'), 'what was not used'),
  },
);
export type PlanAnswer = Of<typeof PlanAnswer>;
