import { sayMention, TRAIT_KINDS } from '../../answers/index.ts';
import type {
  Envelope,
  Ground,
  Threat,
  ThreatFactor,
  ThreatsAnswer,
  ThreatsQuestion,
  UnknownOfGroups,
} from '../../answers/index.ts';
import { bullets, heading, item, link, paragraph, strong, table } from '../../render/index.ts';
import type { Block, Content, Document, Inline } from '../../render/index.ts';
import { VOCABULARIES, type Organisation } from '../../threat/index.ts';
import { rankingChart, rankingTable, sayFromSightings } from './ranking-blocks.ts';
import { count } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';
import { sayNewest } from '../say-newest.ts';
import { listed, sayConfidence } from '../words.ts';

/** What every page with a ranking says of what it is and is not. */
export const MEANING_OF_RANKING =
  'The order says which groups are documented against organisations like this one, by whom and when. It is no forecast: first attacks on a country or sector cannot be foretold from what is published.';

/** Groups in order, why each stands where it does, and what is not known; or the arithmetic of the one that is explained. */
export function threatsDocument(
  answer: ThreatsAnswer,
  { question: { explain, all } }: Pick<Envelope<Pick<ThreatsQuestion, 'explain' | 'all'>>, 'question'>,
): Document {
  const [first] = answer.groups;
  return explain === undefined || first === undefined
    ? rankingDocument(answer)
    : threatDocument(answer, first, all);
}

function rankingDocument(answer: ThreatsAnswer): Document {
  const { organisation, groups, of, asOf } = answer;
  return {
    title: `Groups documented against organisations like ${organisation.name}`,
    lead: `${describeOrganisation(organisation)}. ${groups.length} of ${count(of, 'group')}, as of ${asOf}. ${MEANING_OF_RANKING}`,
    blocks: [
      ...listBlocks(answer),
      ...rankingChart(groups),
      heading(2, 'Factors'),
      ...factorBlocks(answer),
      heading(2, 'What is not known'),
      paragraph(sayUnknown(answer.unknown, of)),
      ...hiddenBlocks(answer),
    ],
  };
}

/** The active groups, and after them the dormant ones that match as well. */
export function listBlocks(
  { groups, dormant, asOf, activeSince, dormantOf }: ThreatsAnswer,
  level: 2 | 3 = 2,
): readonly Block[] {
  return [
    heading(level, `Active since ${activeSince}`),
    groups.length === 0 ? paragraph('No group was reported on since then.') : rankingTable(groups, asOf),
    ...(dormant.length === 0
      ? []
      : [
          heading(level, 'Documented, but dormant'),
          paragraph(
            `These match as well, but no report on them is newer than ${activeSince}; they stand behind all that are active. ${count(dormantOf, 'group is', 'groups are')} dormant in all; where the sources have stopped following one, it only looks so.`,
          ),
          rankingTable(dormant, asOf),
        ]),
  ];
}

/** What was not used, as every page that goes by the ranking says it. */
export function hiddenBlocks({ hidden }: Pick<ThreatsAnswer, 'hidden'>): readonly Block[] {
  return hidden.length === 0 ? [] : [paragraph(`Not used: ${hidden.join(', ')}.`)];
}

/** `telecommunications in Luxembourg and Belgium`. */
export function describeOrganisation({ name, ...victim }: Organisation): string {
  const what = describeVictim(victim);
  return what === '' ? name : `${name}: ${what}`;
}

/** The same of whoever is known by that alone; empty where nothing is. */
export function describeVictim({
  sectors,
  countries,
  regions = [],
}: Pick<Organisation, 'sectors' | 'countries'> & Partial<Pick<Organisation, 'regions'>>): string {
  const kinds = sectors.map(VOCABULARIES.sectors.say);
  const places = [...countries.map(VOCABULARIES.countries.say), ...regions.map(VOCABULARIES.regions.say)];
  return [
    ...(kinds.length === 0 ? [] : [listed(kinds)]),
    ...(places.length === 0 ? [] : [`in ${listed(places)}`]),
  ].join(' ');
}

/** What each factor adds, at most and where nothing is known. */
function factorBlocks({ factors, highest, of }: ThreatsAnswer): readonly Block[] {
  return [
    paragraph(
      `The score is the sum over the factors of weight × value, each value from 0 to 1; the highest possible is ${highest.toFixed(2)}. Not known is not no: where nothing is known of a factor, a group gets the mean of those of which something is.`,
    ),
    table(
      ['Factor', 'The group is', numberColumn('Weight'), numberColumn('Mean'), numberColumn('Not known')],
      factors.map(({ name, label, weight, mean, unknown }) => [
        name,
        label,
        String(weight),
        mean.toFixed(2),
        `${unknown} of ${of}`,
      ]),
    ),
  ];
}

/** `Of 172 groups no sector is known for 12, no country for 30 …`. */
function sayUnknown(unknown: UnknownOfGroups, of: number): string {
  const parts = TRAIT_KINDS.filter((kind) => kind !== 'organisation').map(
    (kind) => `no ${kind} for ${unknown[kind]}`,
  );
  return `Of ${count(of, 'group')} in view, the sources report ${parts.join(', ')}, and have no dated report on ${unknown.activity}. Such a group may well be of concern: it ranks by what is known of it.`;
}

/** Grounds shown for one factor where not all are wanted. */
const GROUNDS = 6;

/** The arithmetic of one group's score, opened to the sentences that it rests on. */
function threatDocument(
  answer: ThreatsAnswer,
  { group, rank, score, factors, isDormant, lastReported }: Threat,
  all: boolean,
): Document {
  return {
    title: `Why ${sayMention(group)} is number ${rank} of ${answer.of} for ${answer.organisation.name}`,
    lead: `${describeOrganisation(answer.organisation)}. Score ${score.toFixed(2)} of at most ${answer.highest.toFixed(2)}, as of ${answer.asOf}. ${MEANING_OF_RANKING}`,
    blocks: [
      ...(isDormant
        ? [
            paragraph(
              `Dormant: no report on it is newer than ${answer.activeSince} (the last: ${sayNewest(lastReported, answer.asOf)}). It stands behind all groups that are active, whatever their scores.`,
            ),
          ]
        : []),
      arithmetic(factors, score),
      ...factors.flatMap((factor) => factorGrounds(factor, all ? Infinity : GROUNDS)),
    ],
  };
}

/** factor × weight, row by row, and the sum. */
function arithmetic(factors: readonly ThreatFactor[], score: number): Block {
  return table(
    ['Factor', numberColumn('Value'), numberColumn('× weight'), numberColumn('= adds'), 'Found'],
    [
      ...factors.map(({ factor, value, weight, contribution, found, lacking, fromSightings }) => [
        factor,
        value === undefined ? 'not known' : value.toFixed(3),
        String(weight),
        contribution.toFixed(3),
        value === undefined
          ? 'nothing is known: the mean of the other groups'
          : `${found || (lacking ?? 'nothing')}${sayFromSightings(fromSightings)}`,
      ]),
      ['sum', '', '', score.toFixed(3), ''],
    ],
  );
}

/** What a factor rests on; at most so many grounds. */
function factorGrounds(
  { factor, grounds, found, groundsInAll }: ThreatFactor,
  most: number,
): readonly Block[] {
  if (grounds.length === 0) return [];
  return [
    heading(2, `${factor}: ${found}`),
    bullets(grounds.slice(0, most).map(groundItem)),
    ...(groundsInAll > most ? [paragraph(`and others: ${groundsInAll} in all (--all).`)] : []),
  ];
}

function groundItem({ label, by, sentence, via, confidence, extractedBy, citations }: Ground) {
  const words = sentence === '' ? '' : ` “${sentence}”`;
  const how = extractedBy === '' ? '' : ` Derived: read out of the text by the pattern ${extractedBy}.`;
  const through = via === '' ? '' : ` (${via})`;
  return item([
    strong(label),
    ` – ${by}${through}${sayConfidence(confidence)}:`,
    words,
    how,
    ...cited(citations),
  ] satisfies Content);
}

/** Citations shown of one ground. */
const CITED = 3;

function cited(citations: Ground['citations']): readonly Inline[] {
  if (citations.length === 0) return [];
  const shown = citations
    .slice(0, CITED)
    .flatMap(({ name, url, published }, index): readonly Inline[] => [
      index === 0 ? ' ' : ', ',
      url === undefined ? name : link(name, url),
      published === undefined ? '' : ` ${published}`,
    ]);
  return [...shown, citations.length > CITED ? ` and others, ${citations.length} in all.` : '.'];
}
