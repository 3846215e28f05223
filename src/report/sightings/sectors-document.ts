import { sayMention, type SectorCluster, type SectorPair, type SectorsAnswer } from '../../answers/index.ts';
import {
  BETWEEN_NAMES,
  describeSectors,
  sayCompared,
  sayScope,
  saySupport,
  SECTOR_MEASURE_NAMES,
  sectorsSvg,
} from '../../draw/index.ts';
import {
  bullets,
  figure,
  heading,
  item,
  paragraph,
  table,
  type Block,
  type Document,
} from '../../render/index.ts';
import { count, groupDigits, groupedBy } from '../../text/index.ts';
import { numberColumn, tableSection } from '../blocks.ts';
import { sayChance } from '../groups/pair-table.ts';
import { capital, thingMentioned } from '../words.ts';
import { notKnownOf } from './scope-blocks.ts';

/** Techniques of a cluster that are listed. */
const MOST_TECHNIQUES = 12;

/** Things listed one by one before the rest is only in the tables. */
const MOST_LISTED = 40;

/** How alike sectors, organisations or groups are by what was seen there. */
export function sectorsDocument(answer: SectorsAnswer): Document {
  const { between, clusters, pairs, pairsAtThreshold, threshold, measure, tactic } = answer;
  return {
    title: `Overlap of ${between}`,
    lead: `${sayCompared(answer)} by ${count(answer.techniquesPresent, 'technique')}${tactic === undefined ? '' : ` of ${sayMention(tactic)}`}${answer.by === 'parent' ? ', sub-techniques counted as their parents' : ''}, by ${SECTOR_MEASURE_NAMES[measure]}. ${sayScope(answer.scope)}`,
    blocks: [
      paragraph(saySupport(answer)),
      ...saturation(answer),
      ...notKnownOf(answer.scope),
      ...comparedSection(answer),
      ...notCompared(answer),
      ...(answer.compared.length < 2 ? [paragraph('Fewer than two have enough to be compared.')] : []),
      heading(2, `Clusters at ${threshold}, ${answer.linkage} linkage`),
      clusters.length === 0
        ? paragraph('None.')
        : bullets(clusters.map((cluster) => clusterItem(cluster, answer))),
      ...(clusters.some(({ techniques }) => techniques.some(({ setApart }) => setApart))
        ? [paragraph(CLUSTER_NOTE)]
        : []),
      heading(2, `Pairs at ${threshold} or more`),
      ...(pairs.length === 0 ? [paragraph('None.')] : [pairTable(answer)]),
      ...(pairs.length < pairsAtThreshold
        ? [paragraph(`Of ${groupDigits(pairsAtThreshold)}; --limit shows more.`)]
        : []),
      ...(pairs.length > 0
        ? [paragraph(hasIntervals(answer) ? `${INTERVAL_NOTE} ${CHANCE_NOTE}` : CHANCE_NOTE)]
        : []),
      ...(answer.similarity.length < 2
        ? []
        : [
            heading(2, 'Each with each'),
            figure(
              { svg: sectorsSvg(answer), description: describeSectors(answer) },
              'Those that are alike stand together.',
            ),
          ]),
      ...tableSection(
        'By tactic',
        ['Tactic', numberColumn('Techniques'), numberColumn('Mean similarity')],
        answer.tactics.map(({ tactic: each, techniques, mean }) => [
          thingMentioned(each),
          String(techniques),
          mean?.toFixed(2) ?? '',
        ]),
      ),
      ...tableSection(
        'By month',
        [
          'Month',
          numberColumn('Compared'),
          numberColumn('Their sightings'),
          numberColumn('Mean similarity'),
          numberColumn('Pairs'),
        ],
        answer.months.map(({ month, sightings, compared: enough, mean, pairs: near }) => [
          month,
          enough === 0 ? 'too few seen' : String(enough),
          enough === 0 ? '' : groupDigits(sightings),
          mean?.toFixed(2) ?? '',
          String(near),
        ]),
      ),
      ...(answer.months.length === 0
        ? []
        : [paragraph(`In a month, too, only those are compared that have ${sayLeast(answer)} in it.`)]),
    ],
  };
}

const CLUSTER_NOTE =
  'Set apart: present at most members and rare outside. That is what one supplier, tool or campaign that they share would look like; it shows none.';

const INTERVAL_NOTE =
  'Interval: the middle ninety-five per cent when the organisations of each are drawn again, with replacement.';

const CHANCE_NOTE =
  'Expected: techniques shared if each drew theirs at random. p: the chance to share at least as many so; what is seen often is seen everywhere, so that a small p shows little.';

/** Where presence once seen would make everything alike, the reader must know that the rule is what sets them apart. */
function saturation({ mean, rawMean, support }: SectorsAnswer): readonly Block[] {
  if (mean === undefined || rawMean === undefined) return [];
  const raw =
    support.rule === 'raw'
      ? ' It comes nearer to 1 the more is seen, whatever happens (docs/sectors.md).'
      : ` If one sighting were enough to be present, it would be ${rawMean.toFixed(2)}, and nearer to 1 the more is seen.`;
  return [paragraph(`Mean similarity of two: ${mean.toFixed(2)}.${raw}`)];
}

function comparedSection({ between, compared }: SectorsAnswer): readonly Block[] {
  const shown = compared.slice(0, MOST_LISTED);
  return [
    ...tableSection(
      'Compared',
      [
        capital(between.slice(0, -1)),
        numberColumn('Sightings'),
        numberColumn('Organisations'),
        numberColumn('Techniques present'),
        numberColumn('Seen at all'),
      ],
      shown.map(({ name, sightings, organisations, aggregated, techniques, seen }) => [
        name,
        groupDigits(sightings),
        aggregated ? 'none named' : groupDigits(organisations),
        String(techniques),
        String(seen),
      ]),
    ),
    ...(compared.length > shown.length
      ? [paragraph(`The first ${shown.length} of ${compared.length}.`)]
      : []),
  ];
}

function notCompared(answer: SectorsAnswer): readonly Block[] {
  const {
    leftOut,
    support: { least },
  } = answer;
  const reasons = [
    ['organisations', `fewer than ${least.organisations} organisations`],
    ['sightings', `fewer than ${sayLeast(answer)}; --least lowers that`],
  ] as const;
  return reasons.flatMap(([reason, words]) => {
    const names = leftOut.flatMap(({ name, because }) => (because === reason ? [name] : []));
    if (names.length === 0) return [];
    return [paragraph(`Left out (${words}): ${someOf(names, MOST_LISTED)}.`)];
  });
}

/** `1,000 sightings (10 where no organisation is named)`. */
function sayLeast({ between, support: { least } }: Pick<SectorsAnswer, 'between' | 'support'>): string {
  const sightings = `${groupDigits(least.sightings)} sightings`;
  return between === 'organisations'
    ? sightings
    : `${sightings} (${least.aggregated} where no organisation is named)`;
}

function clusterItem(
  { members, mean, least, techniques }: SectorCluster,
  { compared }: SectorsAnswer,
): ReturnType<typeof item> {
  const names = members.map((place) => compared[place]?.name ?? '');
  const apart = techniques.filter(({ setApart }) => setApart);
  const common = techniques.filter(({ setApart }) => !setApart);
  const say = (some: SectorCluster['techniques']): string => {
    const where = groupedBy(
      some.slice(0, MOST_TECHNIQUES),
      (each) => `at ${each.members} of ${members.length}, ${each.outside} outside`,
    );
    const parts = [...where].map(
      ([at, each]) => `${at}: ${each.map(({ technique }) => sayMention(technique)).join(', ')}`,
    );
    return `${parts.join('; ')}${some.length > MOST_TECHNIQUES ? ` and ${some.length - MOST_TECHNIQUES} more` : ''}`;
  };
  return item(
    [
      `${someOf(names, MOST_LISTED, BETWEEN_NAMES)}: mean similarity ${mean.toFixed(2)}, least ${least.toFixed(2)}.`,
    ],
    ...(apart.length === 0 ? [] : [paragraph(`Set apart ${say(apart)}.`)]),
    ...(common.length === 0 ? [] : [paragraph(`Also common ${say(common)}.`)]),
  );
}

/** The first of some words, and how many more there are. */
function someOf(words: readonly string[], most: number, between = ', '): string {
  const shown = words.slice(0, most).join(between);
  return words.length > most ? `${shown} and ${words.length - most} more` : shown;
}

/** Where organisations are compared, or none is named, there is nothing to draw intervals from. */
function hasIntervals({ pairs }: SectorsAnswer): boolean {
  return pairs.some(({ low, high }) => low !== undefined && high !== undefined);
}

function pairTable(answer: SectorsAnswer): Block {
  const { pairs, compared } = answer;
  const isWithInterval = hasIntervals(answer);
  const nameAt = (place: number): string => compared[place]?.name ?? '';
  const interval = ({ low, high }: SectorPair): readonly string[] =>
    !isWithInterval
      ? []
      : [low === undefined || high === undefined ? '' : `${low.toFixed(2)} to ${high.toFixed(2)}`];
  return table(
    [
      'Pair',
      numberColumn('Similarity'),
      ...(isWithInterval ? [numberColumn('Interval')] : []),
      numberColumn('Shared'),
      numberColumn('Expected'),
      numberColumn('p'),
    ],
    pairs.map((pair) => [
      [nameAt(pair.left), nameAt(pair.right)].join(BETWEEN_NAMES),
      pair.similarity.toFixed(2),
      ...interval(pair),
      String(pair.shared),
      pair.expected.toFixed(1),
      sayChance(pair.log10p),
    ]),
  );
}
