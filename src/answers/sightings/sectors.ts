import { Mention } from '../explanation/mention.ts';
import { MEASURES } from '../groups/overlap.ts';
import { choice, decimal, option, options, question, whole } from '../question.ts';
import { as, count, list, number, oneOf, optional, shape, text, truth, type Of } from '../schema.ts';
import { HIDE_SIGHTINGS, SightingScope, SYNTHETIC } from './scope.ts';

/** What is compared by what was seen there. */
export const COMPARED = ['sectors', 'organisations', 'groups'] as const;

/**
 * Ways to say how alike two are, each 0 to 1: those of groups, and `weighted`, the sum of the smaller shares of every technique over
 * that of the larger.
 */
export const SECTOR_MEASURES = [...MEASURES, 'weighted'] as const;
export type SectorMeasure = (typeof SECTOR_MEASURES)[number];

/** Which similarity between clusters counts: of all their members on average, or of those two that are least alike. */
export const LINKAGES = ['average', 'complete'] as const;
export type Linkage = (typeof LINKAGES)[number];

/** How alike sectors are by the techniques seen at them. */
export const SectorsQuestion = question({
  between: choice('--between <what>', COMPARED, 'what is compared', { fallback: 'sectors' }),
  sectors: options(
    '--sector <name>',
    'only these sectors; where others are compared, what was seen there (repeatable)',
  ),
  months: whole('--months <count>', 'how many whole months', { fallback: '12' }),
  asOf: option('--as-of <date>', 'a day of the last month', { fallback: 'the newest day of the store' }),
  by: choice('--by <what>', ['technique', 'parent'], 'count sub-techniques apart, or as their parents', {
    fallback: 'technique',
  }),
  tactic: option('--tactic <tactic>', 'only techniques of this tactic, by name or id'),
  measure: choice('--measure <measure>', SECTOR_MEASURES, 'how to measure how alike they are', {
    fallback: 'jaccard',
  }),
  threshold: decimal('--threshold <similarity>', 'least similarity of a pair or cluster', {
    fallback: '0.4',
  }),
  linkage: choice('--linkage <linkage>', LINKAGES, 'which similarity makes a cluster', {
    fallback: 'average',
  }),
  support: choice(
    '--support <rule>',
    ['relative', 'raw'],
    'a technique is present by its share, or once seen',
    {
      fallback: 'relative',
    },
  ),
  share: decimal('--share <share>', 'least share of the sightings, 0 … 1', { fallback: '0.002' }),
  organisationShare: decimal('--organisation-share <share>', 'least share of the organisations, 0 … 1', {
    fallback: '0.05',
  }),
  least: whole('--least <count>', 'sightings that it takes to be compared', { fallback: '1000' }),
  resamples: whole('--resamples <count>', 'draws for the intervals; 0 for none', { fallback: '200' }),
  limit: whole('-n, --limit <count>', 'most pairs to show', { fallback: '20' }),
  hide: HIDE_SIGHTINGS,
  synthetic: SYNTHETIC,
});

export type SectorsQuestion = Of<typeof SectorsQuestion>;

const Least = shape('LeastCompared', 'What it takes to be compared.', {
  sightings: count('least sightings'),
  organisations: count('least organisations, where any is named'),
  aggregated: count('least sightings where no organisation is named'),
});

export const SupportRule = shape('SupportRule', 'When a technique counts as present somewhere.', {
  rule: oneOf(['relative', 'raw'], 'by its share, or once it was seen'),
  ofSightings: number('0 … 1: least share of the sightings there'),
  ofOrganisations: number('0 … 1: least share of the organisations there'),
  organisations: count('least organisations that have seen it there'),
  least: Least,
});
export type SupportRule = Of<typeof SupportRule>;

const ComparedThing = shape('ComparedThing', 'A sector, organisation or group that is compared.', {
  id: text('as the store has it: the name of a sector, an organisation, the ATT&CK id of a group'),
  name: text('what it is called'),
  sightings: count('sightings there'),
  organisations: count('organisations there that are known'),
  aggregated: truth('whether no organisation is named there: presence is by counts alone'),
  techniques: count('techniques that are present'),
  seen: count('techniques seen there at all, of any tactic, sub-techniques apart'),
});
export type ComparedThing = Of<typeof ComparedThing>;

const LeftOut = shape('NotCompared', 'What is too little to be compared.', {
  id: text('as the store has it'),
  name: text('what it is called'),
  because: oneOf(['sightings', 'organisations'], 'of what there are too few'),
});

export const SectorPair = shape('SectorPair', 'How alike two are.', {
  left: count('place of one in `compared`'),
  right: count('place of the other'),
  similarity: number('0 … 1, by the measure'),
  low: optional(
    number(
      'lower end of the 95 % interval; absent where nothing was drawn again, or no organisation is named',
    ),
  ),
  high: optional(number('its upper end')),
  shared: count('techniques present at both'),
  expected: number('techniques that two of these sizes share on average, if drawn at random'),
  p: number('chance to share at least as many at random, 0 … 1'),
  log10p: number('the same as a power of ten; 0 is certain'),
});
export type SectorPair = Of<typeof SectorPair>;

const ClusterTechnique = shape('ClusterTechnique', 'A technique that makes a cluster.', {
  technique: as(Mention, 'the technique'),
  members: count('members at which it is present'),
  outside: count('others that are compared at which it is present'),
  setApart: truth('whether it is present at most members and rare outside'),
});

export const SectorCluster = shape('SectorCluster', 'Some that hang together at the threshold.', {
  members: list(count('place in `compared`'), 'its members'),
  mean: number('0 … 1: mean similarity of two members'),
  least: number('0 … 1: similarity of the two that are least alike'),
  techniques: list(ClusterTechnique, 'techniques present at most members, those that are rare outside first'),
});
export type SectorCluster = Of<typeof SectorCluster>;

const TacticOverlap = shape('TacticOverlap', 'How alike they are in one tactic.', {
  tactic: as(Mention, 'the tactic'),
  techniques: count('techniques of it that are present anywhere'),
  mean: optional(number('0 … 1: mean similarity of two; absent where fewer than two have any of it')),
});

const MonthOverlap = shape('MonthOverlap', 'How alike they were in one month.', {
  month: text('`YYYY-MM`'),
  sightings: count('sightings of all that are compared in that month'),
  compared: count('how many of them had enough in that month'),
  mean: optional(number('0 … 1: mean similarity of two of those')),
  pairs: count('pairs of those at the threshold or above'),
});

const SightedTechnique = shape('SightedTechnique', 'A technique, and where it is present.', {
  technique: as(Mention, 'the technique'),
  at: list(
    shape('SightedAt', 'Where it is present.', {
      place: count('place in `compared`'),
      sightings: count('sightings there'),
      organisations: count('organisations that have seen it there'),
      share: number('0 … 1: share of the sightings there'),
    }),
    'in the order of `compared`',
  ),
});

export const SectorsAnswer = shape('SectorsAnswer', 'How alike some are by the techniques seen at them.', {
  between: oneOf(COMPARED, 'what is compared'),
  by: oneOf(['technique', 'parent'], 'whether sub-techniques count apart'),
  tactic: optional(as(Mention, 'the tactic to which techniques are restricted')),
  measure: oneOf(SECTOR_MEASURES, 'what every similarity goes by'),
  linkage: oneOf(LINKAGES, 'which similarity makes a cluster'),
  threshold: number('least similarity of a pair and of a cluster'),
  support: as(SupportRule, 'when a technique counts as present'),
  resamples: count('how often organisations were drawn again for the intervals; 0 for not'),
  scope: as(SightingScope, 'which sightings'),
  compared: list(ComparedThing, 'those that are compared; who are alike stand together'),
  leftOut: list(LeftOut, 'those that are too few to be compared; how few is not given'),
  techniquesPresent: count('techniques present anywhere'),
  mean: optional(number('0 … 1: mean similarity of two')),
  rawMean: optional(
    number(
      'the same if what was seen once were present: where this nears 1, there is so much that it says nothing',
    ),
  ),
  shared: list(
    list(count('techniques'), 'a row'),
    'techniques present at both, a square table in the order of `compared`; empty where more than 100 are compared',
  ),
  similarity: list(list(number('0 … 1'), 'a row'), 'how alike they are, likewise'),
  pairsAtThreshold: count('pairs at the threshold or above'),
  pairs: list(SectorPair, 'the most alike of those, the most alike first'),
  clusters: list(SectorCluster, 'largest first'),
  tactics: list(TacticOverlap, 'by tactic, in the order of the matrix'),
  months: list(MonthOverlap, 'month by month; empty where organisations are compared'),
  techniques: list(
    SightedTechnique,
    'techniques that are present anywhere; empty where more than 100 are compared',
  ),
});
export type SectorsAnswer = Of<typeof SectorsAnswer>;
