import {
  count,
  list,
  number,
  optional,
  SectorsQuestion,
  shape,
  text,
  truth,
} from '../../../answers/index.ts';
import { defined } from '../../../text/index.ts';
import { PAGE, PAGED, pageOf } from '../../results/page.ts';
import { named, NamedThing } from '../../results/things.ts';
import { linkOf } from '../links.ts';
import { tool } from '../../tool.ts';

const MOST = { clusters: 10, techniques: 15 } as const;

const Sector = shape('SectorSeen', 'A sector that is compared.', {
  id: text('name of the sector'),
  sightings: count('sightings there'),
  organisations: count('organisations there that are known'),
  techniques: count('techniques that are present'),
});

const Pair = shape('SectorsAlike', 'How alike two sectors are.', {
  one: text('name of the one'),
  other: text('name of the other'),
  similarity: number('0 … 1, by the measure'),
  low: optional(number('lower end of the 95 % interval')),
  high: optional(number('its upper end')),
  shared: count('techniques present at both'),
  expected_by_chance: number('techniques that two of these sizes share on average, if drawn at random'),
});

const Cluster = shape('SectorsTogether', 'Sectors that hang together.', {
  members: list(text('name of a sector'), 'its members'),
  mean: number('0 … 1, mean similarity of two members'),
  techniques: list(NamedThing, 'techniques present at most members, those rare outside first; at most 15'),
});

export const sectorOverlap = tool({
  name: 'sector_overlap',
  title: 'How alike sectors are',
  description:
    'Compares sectors by the techniques that imported sightings have seen there: how alike each two are, with the rule by which a technique counts as present, an interval, and what chance would give; and which techniques make clusters of sectors. It needs sightings: without any, it says so.',
  asks: ['sectors'],
  input: {
    sectors: SectorsQuestion.shape.sectors,
    months: SectorsQuestion.shape.months,
    measure: SectorsQuestion.shape.measure,
    tactic: SectorsQuestion.shape.tactic,
    as_of: SectorsQuestion.shape.asOf,
    ...PAGED,
  },
  output: {
    is_synthetic: truth('whether the sightings were made up: then nothing of it is real'),
    from_day: text('first day'),
    until_day: text('last day'),
    compared: list(Sector, 'sectors that are compared'),
    left_out: list(text('name of a sector'), 'sectors of which too little was seen'),
    measure: text('what every similarity goes by'),
    present_where: text('when a technique counts as present'),
    mean: optional(number('0 … 1, mean similarity of two sectors')),
    pairs: list(Pair, 'the most alike first'),
    ...PAGE,
    clusters: list(Cluster, 'largest first; at most 10'),
  },
  example: {},
  answer: async ({ sectors, months, measure, tactic, as_of, ...page }, { ask, listKey }) => {
    const overlap = await ask('sectors', {
      sectors,
      threshold: 0,
      limit: MOST_PAIRS,
      ...defined({ months, measure, tactic, asOf: as_of }),
    });
    const { answer } = overlap;
    const nameAt = (place: number): string => answer.compared[place]?.id ?? '';
    const { rows, ...pages } = pageOf(answer.pairs, page, listKey);
    const { rule, ofSightings, ofOrganisations, organisations } = answer.support;
    return {
      output: {
        is_synthetic: answer.scope.synthetic,
        from_day: answer.scope.from,
        until_day: answer.scope.until,
        compared: answer.compared.map(({ id, sightings, organisations: seenBy, techniques }) => ({
          id,
          sightings,
          organisations: seenBy,
          techniques,
        })),
        left_out: answer.leftOut.map(({ id }) => id),
        measure: answer.measure,
        present_where:
          rule === 'raw'
            ? 'once it was seen'
            : `at least ${ofSightings} of the sightings, ${ofOrganisations} of the organisations and ${organisations} organisations`,
        ...defined({ mean: answer.mean }),
        pairs: rows.map(({ left, right, similarity, low, high, shared, expected }) => ({
          one: nameAt(left),
          other: nameAt(right),
          similarity,
          ...defined({ low, high }),
          shared,
          expected_by_chance: expected,
        })),
        ...pages,
        clusters: answer.clusters.slice(0, MOST.clusters).map(({ members, mean, techniques }) => ({
          members: members.map(nameAt),
          mean,
          techniques: techniques.slice(0, MOST.techniques).map(({ technique }) => named(technique)),
        })),
      },
      text: `${answer.compared.length} sectors compared from ${answer.scope.from} to ${answer.scope.until}; most alike ${rows
        .slice(0, 4)
        .map(
          ({ left, right, similarity }) => `${nameAt(left)} and ${nameAt(right)} (${similarity.toFixed(2)})`,
        )
        .join(', ')}.`,
      from: [overlap],
      links: answer.clusters.flatMap(({ techniques }) =>
        techniques.flatMap(({ technique }) => linkOf(technique)),
      ),
    };
  },
});

/** More than there are pairs of sectors. */
const MOST_PAIRS = 10_000;
