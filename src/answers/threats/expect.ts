import { EXPECTED_ORDERS, RECENCIES } from '../../threat/index.ts';
import { Support } from '../explanation/evidence.ts';
import { Mention } from '../explanation/mention.ts';
import { NotPreventable } from '../techniques/caveat.ts';
import { Organisation } from './organisation.ts';
import { choice, option, question, whole } from '../question.ts';
import { FOR_WHOM, RANKING, top } from './ranking.ts';
import { explainedBy, leftOut } from '../reasons.ts';
import { as, count, list, number, oneOf, optional, shape, text, type Of } from '../schema.ts';

/** How groups documented against organisations like one's own work. */
export const ExpectQuestion = question({
  ...FOR_WHOM,
  top: top('groups that count'),
  ...RANKING,
  limit: whole('--limit <count>', 'most techniques to show', {
    fallback: '30; all in tables, layers and drawings',
  }),
  tactic: option('--tactic <tactic>', 'only of this tactic: id, name or short name, e.g. initial-access'),
  by: choice(
    '--by <order>',
    EXPECTED_ORDERS,
    'the most expected first, or what is characteristic of these groups (expectation × rarity)',
    { fallback: 'expectation' },
  ),
  explain: option('--explain <technique>', 'the arithmetic of one technique, with a sentence for each group'),
});
export type ExpectQuestion = Of<typeof ExpectQuestion>;

export const GroupShare = shape('GroupShare', 'A group that counts, and how much.', {
  group: as(Mention, 'the group'),
  rank: count('1 for the first'),
  score: number('its score in the ranking'),
  share: number(
    '0 … 1, its score over the sum of the scores of all that count; of groups without any score, equal shares',
  ),
});
export type GroupShare = Of<typeof GroupShare>;

const ExpectedPart = shape(
  'ExpectedPart',
  'What one group adds to the expectation of a technique, and why.',
  {
    group: as(Mention, 'the group'),
    share: number('0 … 1, how much the group counts'),
    use: oneOf(['direct', 'derived'], 'whether a source reports it of the group, or only rules derive it'),
    credibility: number('0 … 1, of the use: 1 where it is reported of the group itself'),
    recency: oneOf(names(RECENCIES), 'how old its newest evidence is'),
    recencyWeight: number('0 … 1, what that counts'),
    contribution: number('share × credibility × recencyWeight'),
    through: list(Mention, 'of a derived use: what stands between group and technique'),
    why: as(Support, 'dates, publishers, and the sentence and citation to read first'),
  },
);
export type ExpectedPart = Of<typeof ExpectedPart>;

export const SeenNearby = shape(
  'SeenNearby',
  'What imported sightings have of a technique, in twelve months.',
  {
    own: count('sightings at the organisation itself'),
    ownShare: number('0 … 1, of all its sightings'),
    sector: count('sightings in its sectors'),
    sectorShare: number('0 … 1, of all sightings in its sectors'),
    organisations: count('organisations of its sectors that have seen it'),
  },
);
export type SeenNearby = Of<typeof SeenNearby>;

export const ExpectedTechnique = explainedBy(
  shape('ExpectedTechnique', 'A technique that is to be expected from what groups are reported to use.', {
    technique: as(Mention, 'the technique'),
    tactics: list(Mention, 'tactics that it serves, in the order of the matrix'),
    platforms: list(text('a platform'), 'what it works on, as its source has it'),
    expectation: number(
      '0 … 1, sum of the contributions: the part of the groups’ weight that uses it, less where that is only derived or long ago. No probability',
    ),
    usedBy: count('of the groups that count, how many use it'),
    users: count('of all live groups in view, how many do, reported or derived'),
    rarity: number('ln((1 + live groups) / (1 + users)): 0 where all use it'),
    characteristic: number('expectation × rarity: high where these groups use it and others do not'),
    explainedByFew: number('0 … 1, share of the expectation that its three greatest contributions make up'),
    parts: leftOut(list(ExpectedPart, 'what each group adds, the greatest contribution first')),
    seen: optional(as(SeenNearby, 'what was seen of it, beside the expectation; absent where nothing was')),
  }),
  'technique',
  'expect?explain',
);
export type ExpectedTechnique = Of<typeof ExpectedTechnique>;

const ElsewhereTechnique = shape(
  'ElsewhereTechnique',
  'A technique that works on no platform of the organisation, and counts for nothing.',
  {
    technique: as(Mention, 'the technique'),
    platforms: list(text('a platform'), 'what it works on'),
    expectation: number('0 … 1, what it would be if it worked there'),
    usedBy: count('of the groups that count, how many use it'),
  },
);

export const ExpectedTactic = shape(
  'ExpectedTactic',
  'What is to be expected under a tactic. A technique that serves several counts under each.',
  {
    tactic: as(Mention, 'the tactic; last “no tactic”, for techniques whose tactic no source reports'),
    expectation: number('sum over its techniques'),
    share: number('0 … 1, the same of the sum over all techniques'),
    techniques: count('techniques under it'),
    strongest: list(Mention, 'at most three groups, those that add most first'),
    explainedByFew: number('0 … 1, share of the expectation that these groups make up'),
  },
);
export type ExpectedTactic = Of<typeof ExpectedTactic>;

export const ExpectAnswer = shape(
  'ExpectAnswer',
  'How groups documented against organisations like this one work: what is to be expected from what is documented of them. It is no forecast.',
  {
    organisation: as(Organisation, 'whom groups are ranked for'),
    asOf: text('day from which ages are counted'),
    by: oneOf(EXPECTED_ORDERS, 'in which order techniques stand'),
    groups: list(GroupShare, 'the groups that count, and how much'),
    techniques: list(
      ExpectedTechnique,
      'in order, as many as were asked for; the one that is to be explained alone',
    ),
    of: count('techniques expected in all, of the tactic where one is asked for'),
    total: number('sum of the expectations of the techniques of all tactics'),
    elsewhere: list(
      ElsewhereTechnique,
      'techniques of these groups that work on no platform of the organisation, the most expected first',
    ),
    tactics: list(ExpectedTactic, 'in the order of the matrix'),
    watch: list(
      NotPreventable,
      'techniques that by the words of their own source cannot be prevented: to be watched; the most expected first',
    ),
    groupsInView: count('live groups in view, over which rarity is counted'),
    hidden: list(text('a name'), 'what was not used'),
  },
);
export type ExpectAnswer = Of<typeof ExpectAnswer>;

function names<Name extends string>(
  rows: readonly [{ readonly name: Name }, ...(readonly { readonly name: Name }[])],
): readonly [Name, ...Name[]] {
  const [first, ...others] = rows;
  return [first.name, ...others.map(({ name }) => name)];
}
