import { type Threat, type ThreatFactor } from '../../answers/index.ts';
import { stackedBarChart, type ChartPart } from '../../draw/index.ts';
import { figure, table, type Block } from '../../render/index.ts';
import { sum } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';
import { sayNewest } from '../say-newest.ts';
import { thingMentioned } from '../words.ts';

/** Reasons named in the row of a group. */
const NAMED = 4;

/** Characters of what a factor found, in a cell. */
const IN_A_CELL = 70;

/**
 * Groups in order, with what says most for each, and what no source names. Those whose scores look alike share a place, as no order of theirs
 * means anything.
 *
 * @param asOf day from which ages count
 */
export function rankingTable(groups: readonly Threat[], asOf: string): Block {
  return table(
    [numberColumn('#'), 'Group', numberColumn('Score'), 'Last report', 'What says most'],
    groups.map((row, index) => [
      placeOf(groups, index),
      thingMentioned(row.group),
      scoreCell(row),
      sayNewest(row.lastReported, asOf),
      [...strongest(row).map(sayReason), ...sayLacking(row)].join(' · '),
    ]),
  );
}

/** `7`, or `7=` for all that have the score of the seventh. */
function placeOf(groups: readonly Threat[], index: number): string {
  const alike = groups.filter((other) => scoreCell(other) === scoreCell(groups[index]));
  return `${alike[0]?.rank ?? ''}${alike.length > 1 ? '=' : ''}`;
}

function scoreCell(row: Threat | undefined): string {
  return row?.score.toFixed(2) ?? '';
}

/** Factors of which a table says that no source names what was asked for: without them a group is known for something else. */
const SAID_TO_LACK: ReadonlySet<string> = new Set(['country', 'sector']);

function sayLacking({ factors }: Threat): readonly string[] {
  return factors.flatMap(({ factor, lacking }) =>
    lacking === undefined || !SAID_TO_LACK.has(factor) ? [] : [lacking],
  );
}

/** What adds most to a score and found anything. */
function strongest({ factors }: Threat): readonly ThreatFactor[] {
  return (
    factors
      // When it was last reported on stands in a column of its own.
      .filter(({ factor, found, contribution }) => factor !== 'freshness' && found !== '' && contribution > 0)
      .toSorted((one, other) => other.contribution - one.contribution)
      .slice(0, NAMED)
  );
}

function sayReason({ factor, found, contribution, fromSightings }: ThreatFactor): string {
  return `${factor} ${contribution.toFixed(2)}: ${shortened(found)}${sayFromSightings(fromSightings)}`;
}

/** How much of a factor only imported sightings make: ` (0.38 by imported sightings alone)`; nothing where they make none. */
export function sayFromSightings(contribution: number | undefined): string {
  return contribution === undefined ? '' : ` (${contribution.toFixed(2)} by imported sightings alone)`;
}

function shortened(text: string): string {
  return text.length <= IN_A_CELL ? text : `${text.slice(0, IN_A_CELL).replace(/[\s,;]+\S*$/, '')} …`;
}

/** Factors that the chart shows as one part: a dozen colours are more than an eye can distinguish. */
const CHART_PARTS: readonly (ChartPart & { readonly factors: readonly string[] })[] = [
  { name: 'country', meaning: 'a country of the organisation', factors: ['country'] },
  {
    name: 'region',
    meaning: 'its neighbours, its region, groups of the same origin',
    factors: ['region', 'peers'],
  },
  { name: 'sector', meaning: 'a sector of the organisation', factors: ['sector'] },
  {
    name: 'aim',
    meaning: 'motive, focus, those it depends on',
    factors: ['motive', 'focus', 'supply-chain'],
  },
  { name: 'activity', meaning: 'reports on the group', factors: ['freshness', 'recency', 'volume'] },
  {
    name: 'means',
    meaning: 'platforms, products, what was seen',
    factors: ['platform', 'product', 'sighting'],
  },
];

/** The scores as bars, each in the pieces that it is a sum of; nothing where there are none. */
export function rankingChart(groups: readonly Threat[]): readonly Block[] {
  if (groups.length === 0) return [];
  const { svg } = stackedBarChart({
    title: 'What the scores are sums of',
    parts: CHART_PARTS.map(({ name, meaning }) => ({ name, meaning })),
    bars: groups.map(({ rank, group, factors }) => ({
      label: `${rank}. ${group.name}`,
      values: CHART_PARTS.map((part) => {
        const counted = factors.filter(({ factor }) => part.factors.includes(factor));
        return sum(counted.map(({ contribution }) => contribution));
      }),
    })),
  });
  const description =
    'Scores as bars, each in pieces for the kinds of factor that it is a sum of; the table says the same.';
  return [
    figure({ svg, description }, 'Each bar is a score, its pieces the kinds of factor that it is a sum of.'),
  ];
}
