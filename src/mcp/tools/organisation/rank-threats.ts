import {
  as,
  count,
  list,
  number,
  optional,
  shape,
  text,
  ThreatsQuestion,
  truth,
} from '../../../answers/index.ts';
import { defined } from '../../../text/index.ts';
import { PAGE, PAGED, pageOf } from '../../results/page.ts';
import { Quote, quoted } from '../../results/quotes.ts';
import { named, NamedThing } from '../../results/things.ts';
import { linkOf } from '../links.ts';
import { tool } from '../../tool.ts';
import { FOR_ORGANISATION, organisationAsked, refuseUnlessKept } from './organisation-asked.ts';

/** More groups than any catalogue has. */
const ALL = 10_000;

const Factor = shape('RankFactor', 'What one factor adds to the score of a group.', {
  factor: text('its name, e.g. `country`'),
  adds: number('what it adds'),
  at_most: number('what it could add'),
  found: text('what was found, in a few words; empty where nothing is known'),
  evidence: optional(as(Quote, 'the words that it rests on most')),
});

const Ranked = shape('RankedGroup', 'A group in the order of concern.', {
  rank: count('1 for the first'),
  group: NamedThing,
  score: number('sum of what the factors add'),
  last_reported: text(
    'when the newest document was published that reports what it did; empty where none is dated',
  ),
  is_dormant: truth('whether nothing newer is reported of it than five years'),
  factors: list(Factor, 'what the score is the sum of'),
});

export const rankThreats = tool({
  name: 'rank_threats',
  title: 'Rank threats for an organisation',
  description:
    'Orders groups by how far they are documented against organisations like one that is described (sectors, countries, regions, platforms, motives), or like the one that the home keeps where nothing is described, with what each factor adds and in which words it is reported. It says who is documented, and is no forecast; unknown is not no: say so when you pass it on.',
  asks: ['threats', 'org-show'],
  input: {
    ...FOR_ORGANISATION,
    as_of: ThreatsQuestion.shape.asOf,
    hide: ThreatsQuestion.shape.hide,
    release: ThreatsQuestion.shape.release,
    ...PAGED,
  },
  output: {
    groups: list(Ranked, 'active groups in order, then dormant ones'),
    ...PAGE,
    highest: number('the highest score there could be'),
    active_since: text('day since which a group must have been reported on to count as active'),
  },
  example: { sectors: ['telecommunications'], countries: ['LU'] },
  answer: async ({ as_of, hide, release, limit, cursor, ...described }, { ask, listKey }) => {
    const organisation = organisationAsked(described);
    if (organisation === undefined)
      await refuseUnlessKept(ask, 'rank_threats', 'Give `sectors` or `countries`, at least one.');
    const ranking = await ask('threats', {
      top: ALL,
      hide,
      ...defined({ organisation, asOf: as_of, release }),
    });
    const { answer } = ranking;
    const { rows, ...pages } = pageOf([...answer.groups, ...answer.dormant], { limit, cursor }, listKey);
    return {
      output: {
        groups: rows.map(({ rank, group, score, lastReported, isDormant, factors }) => ({
          rank,
          group: named(group),
          score,
          last_reported: lastReported,
          is_dormant: isDormant,
          factors: factors.map(({ factor, contribution, weight, found, grounds: [ground] }) => ({
            factor,
            adds: contribution,
            at_most: weight,
            found,
            ...defined({ evidence: quoted(ground?.sentence ?? '', ground?.by ?? '') }),
          })),
        })),
        ...pages,
        highest: answer.highest,
        active_since: answer.activeSince,
      },
      text: `Of ${answer.of} groups, first ${rows
        .slice(0, 8)
        .map(({ group, score }) => `${group.name} (${score.toFixed(2)})`)
        .join(', ')}. It is no forecast.`,
      from: [ranking],
      cited: rows.flatMap(({ factors }) =>
        factors.flatMap(({ grounds: [ground] }) => ground?.citations ?? []),
      ),
      links: rows.flatMap(({ group }) => linkOf(group)),
    };
  },
});
