// How far the ranking of groups for an organisation can be believed: `npm run bench:threats`.
// Research on victimology, section 11, says why it is measured so, and what other scores reach on like data.
import { existsSync } from 'node:fs';
import { THREAT_FACTORS, type FactorName, type FactorWeights } from '../../src/threat/index.ts';
import { lastChangeIn, standingsOf } from '../../src/analysis/index.ts';
import { sum } from '../../src/text/index.ts';
import { rankEvent } from '../../src/workbench/index.ts';
import { sourcedFactsOf } from '../../src/workbench/sourced-facts.ts';
import { victimologyIn } from '../../src/workbench/groups/victimology.ts';
import { agreementOf, CLAIMANTS, victimsBy, type Victims } from './claims.ts';
import { eventsIn, HIDDEN_FROM_PROFILES, type Event } from './events.ts';
import {
  areaUnderCurve,
  averagePrecision,
  figureOf,
  percentile,
  precisionAt,
  recallAt,
  reciprocalRank,
  withinTop,
  type Figure,
  type Placed,
} from '../metrics.ts';
import { aYearEarlier, titleEventsIn } from './titles.ts';
import { openWorld } from './world.ts';

if (!existsSync('../shared/data/misp-galaxy/threat-actor.json.gz')) {
  console.log('Nothing is measured: this needs ATT&CK 18.1 and MISP galaxy in ../shared/data.');
  process.exit(0);
}

const desk = openWorld();
const victimology = victimologyIn(desk);
const { catalogue } = desk.view;

const OURS: FactorWeights = {};

/** Scores compared: what knows nothing of the victim, parts of ours, ours. */
const SCORES: readonly (readonly [name: string, weights: FactorWeights])[] = [
  ['activity prior', only('recency', 'volume')],
  ['country only', only('country')],
  ['sector only', only('sector')],
  ['country + sector', only('country', 'sector')],
  ['ours without freshness', { freshness: 0 }],
  ['ours', OURS],
];

/** Every other factor left out. */
function only(...names: readonly FactorName[]): FactorWeights {
  return Object.fromEntries(
    THREAT_FACTORS.map(({ name, weight }) => [name, names.includes(name) ? weight : 0]),
  );
}

function ranked(event: Omit<Event, 'group' | 'set'>, weights: FactorWeights): readonly string[] {
  return rankEvent(desk, { regions: [], ...event }, weights).ranked.map(({ group }) => group);
}

const show = ({ mean, low, high }: Figure): string =>
  `${mean.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;

/** How much more often ours is right, event by event, with its interval: the same events are drawn for both. */
function showGain(
  answers: readonly Placed[],
  ours: readonly Placed[],
  measure: (placed: Placed) => number,
): string {
  const pairs = answers.flatMap((other, index) => {
    const own = ours[index];
    return own === undefined ? [] : [{ cluster: other.cluster, own, other }];
  });
  return show(figureOf(pairs, ({ own, other }) => measure(own) - measure(other)));
}

/** Countries and sectors of made-up organisations, for who fills the first places. */
const SOME_COUNTRIES = ['LU', 'DE', 'US', 'FR', 'JP', 'IN', 'BR', 'GB', 'UA', 'SA', 'KR', 'AU'];
const SOME_SECTORS = [
  'telecommunications',
  'energy',
  'financial-services',
  'government',
  'healthcare',
  'manufacturing',
  'technology',
  'education',
];

/** How many of the first places go to groups of which no report is newer than five years. */
function measureDormancy(): void {
  const silent = new Set(
    standingsOf(victimology, lastChangeIn(desk.view) ?? '').flatMap(({ group, isSilent }) =>
      isSilent ? [catalogue.label(group)] : [],
    ),
  );
  const orders = SOME_COUNTRIES.flatMap((country) =>
    SOME_SECTORS.map((sector) => ranked({ id: '', countries: [country], sectors: [sector], hide: [] }, OURS)),
  );
  const share = (first: number): string =>
    (
      sum(orders.map((order) => order.slice(0, first).filter((label) => silent.has(label)).length)) /
      orders.length /
      first
    ).toFixed(3);
  console.log(
    `\n${orders.length} organisations: ${share(5)} of the first 5 places and ${share(15)} of the first 15 go to one of the ${silent.size} groups that are silent for five years (goal: 0.10 of the first 15).`,
  );
}

function measureEvents(title: string, events: readonly Event[]): void {
  console.log(
    `\n${title}: ${events.length} events of ${new Set(events.map(({ group }) => group)).size} groups, ${victimology.groups.length} candidates`,
  );
  const placed = (weights: FactorWeights): readonly Placed[] =>
    events.map((event) => {
      const order = ranked(event, weights);
      const label = catalogue.label(event.group);
      return { cluster: label, places: [order.indexOf(label) + 1], of: order.length };
    });
  const ours = placed(OURS);
  console.table(
    SCORES.map(([name, weights]) => {
      const answers = weights === OURS ? ours : placed(weights);
      return {
        score: name,
        'top 1': show(figureOf(answers, withinTop(1))),
        'top 5': show(figureOf(answers, withinTop(5))),
        'top 10': show(figureOf(answers, withinTop(10))),
        'top 20': show(figureOf(answers, withinTop(20))),
        ...(answers === ours
          ? {}
          : {
              'ours, top 5': showGain(answers, ours, withinTop(5)),
              'ours, top 10': showGain(answers, ours, withinTop(10)),
            }),
        MRR: figureOf(answers, reciprocalRank).mean.toFixed(2),
        percentile: figureOf(answers, percentile).mean.toFixed(2),
      };
    }),
  );
}

/** Fewest groups of which the hidden source must name victims, for a sector in a country to count as an organisation. */
const FEWEST = 3;

/** Every sector in every country for which the hidden source names enough groups. */
function organisationsIn(truth: ReadonlyMap<number, Victims>, candidates: ReadonlySet<number>) {
  const pairs = new Map<
    string,
    { readonly country: string; readonly sector: string; readonly groups: Set<string> }
  >();
  for (const [group, { countries, sectors }] of truth)
    if (candidates.has(group))
      for (const country of countries)
        for (const sector of sectors) {
          const key = `${country} ${sector}`;
          const pair = pairs.get(key) ?? { country, sector, groups: new Set<string>() };
          pairs.set(key, pair);
          pair.groups.add(catalogue.label(group));
        }
  return [...pairs.values()].filter(({ groups }) => groups.size >= FEWEST);
}

/** One source predicts the victims of the other. */
function measureOrganisations(
  title: string,
  known: ReadonlyMap<number, Victims>,
  truth: ReadonlyMap<number, Victims>,
  hide: readonly string[],
): void {
  const both = new Set([...known.keys()].filter((group) => truth.has(group)));
  const labels = new Set([...both].map((group) => catalogue.label(group)));
  const organisations = organisationsIn(truth, both);
  const share =
    organisations.reduce((all, { groups }) => all + groups.size, 0) / organisations.length / both.size;
  console.log(
    `\n${title}: ${organisations.length} organisations, ${both.size} groups, ${share.toFixed(2)} of them relevant`,
  );
  console.table(
    SCORES.map(([name, weights]) => {
      const answers = organisations.map(({ country, sector, groups }): Placed => {
        const event = { id: `${country} ${sector}`, countries: [country], sectors: [sector], hide };
        const order = ranked(event, weights).filter((label) => labels.has(label));
        return {
          cluster: event.id,
          places: order.flatMap((label, index) => (groups.has(label) ? [index + 1] : [])),
          of: order.length,
        };
      });
      return {
        score: name,
        'P@10': show(figureOf(answers, precisionAt(10))),
        'R@20': show(figureOf(answers, recallAt(20))),
        AP: figureOf(answers, averagePrecision).mean.toFixed(2),
        AUC: show(figureOf(answers, areaUnderCurve)),
      };
    }),
  );
}

const events = eventsIn(desk, sourcedFactsOf(desk), victimology);
const [attack, cfr, misp, tidal] = [CLAIMANTS.attack, CLAIMANTS.cfr, CLAIMANTS.misp, CLAIMANTS.tidal].map(
  (isChosen) => victimsBy(victimology, isChosen),
);
if (attack === undefined || cfr === undefined || misp === undefined || tidal === undefined)
  throw new RangeError();

console.log(
  'How much the sources copy each other: mean shares of what one claims that the other claims too.',
);
console.table(
  (['countries', 'sectors'] as const).flatMap((kind) =>
    [
      ['ATT&CK text, CFR in MISP', attack, cfr] as const,
      ['ATT&CK text, Tidal', attack, tidal] as const,
      ['CFR in MISP, Tidal', cfr, tidal] as const,
    ].map(([pair, one, other]) => {
      const { groups, inOther, inOne, jaccard, apart, shuffled } = agreementOf(one, other, kind);
      return {
        pair: `${kind}: ${pair}`,
        groups,
        'first in second': inOther.toFixed(2),
        'second in first': inOne.toFixed(2),
        Jaccard: jaccard.toFixed(2),
        'by chance': shuffled.toFixed(2),
        'nothing shared': apart,
      };
    }),
  ),
);

measureEvents(
  'Events, profile without campaigns and Tidal, as in research (goal there: top 10 ≥ 0.62, activity prior 0.40)',
  events.map((event) => ({ ...event, hide: HIDDEN_FROM_PROFILES })),
);
measureEvents('Events, stricter: nor anything that cites a document which the campaign cites', events);
for (const set of new Set(events.map((event) => event.set)))
  measureEvents(
    `The stricter ones, ${set}`,
    events.filter((event) => event.set === set),
  );
const titles = titleEventsIn(desk, sourcedFactsOf(desk), victimology);
measureEvents(
  'Titles of dated reports, ranked as of the day before (goal: top 5 ≥ 0.45, top 10 ≥ 0.65)',
  titles,
);
measureEvents('The same, ranked a year earlier', titles.map(aYearEarlier));
measureDormancy();
measureOrganisations(
  'Organisations: ATT&CK text predicts CFR’s victims (goal: P@10 ≥ 0.17; research: activity prior 0.09)',
  attack,
  cfr,
  ['misp-galaxy'],
);
measureOrganisations(
  'Organisations: MISP and ATT&CK text predict Tidal’s victims (not independent: Tidal takes from both)',
  new Map([...misp, ...attack]),
  tidal,
  ['tidal'],
);
