import type {
  Envelope,
  ExpectAnswer,
  ExpectedPart,
  ExpectedTactic,
  ExpectedTechnique,
  ExpectQuestion,
} from '../../answers/index.ts';
import { sayMention, servesTactic } from '../../answers/index.ts';
import { barChart } from '../../draw/index.ts';
import { bullets, details, figure, heading, paragraph, table } from '../../render/index.ts';
import type { Block, Document } from '../../render/index.ts';
import { FEW, RECENCIES } from '../../threat/index.ts';
import { describeOrganisation, hiddenBlocks } from './threats-document.ts';
import { count, percent } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';
import { watchBlocks } from './watch-blocks.ts';
import { citationLink, points, thingCells, thingMentioned, thingsMentioned } from '../words.ts';

/** What every page with expectations says of what they are and are not. */
export const MEANING_OF_EXPECTED =
  'Expected means: documented of groups that are documented against organisations like this one. It is no forecast.';

/** Groups named in the row of a technique. */
const NAMED = 3;

/** Techniques in the chart. */
const CHARTED = 12;

/** Techniques shown of those on no platform of the organisation. */
const ELSEWHERE_SHOWN = 20;

/** Techniques that groups lead one to expect, by tactic, with who says most for each; or the arithmetic of the one that is explained. */
export function expectDocument(
  answer: ExpectAnswer,
  { question: { explain } }: Pick<Envelope<Pick<ExpectQuestion, 'explain'>>, 'question'>,
): Document {
  const [first] = answer.techniques;
  return explain === undefined || first === undefined
    ? expectationsDocument(answer)
    : expectationDocument(answer, first);
}

function expectationsDocument(answer: ExpectAnswer): Document {
  const { organisation, techniques, of, groups, asOf } = answer;
  const shown =
    techniques.length < of
      ? `The first ${techniques.length} of ${count(of, 'technique')}`
      : count(of, 'technique');
  return {
    title: `What to expect: techniques of groups documented against organisations like ${organisation.name}`,
    lead: `${describeOrganisation(organisation)}. ${shown} that the first ${count(groups.length, 'group')} of the ranking ${groups.length === 1 ? 'is' : 'are'} known to use, ${ORDERS[answer.by]}, as of ${asOf}. ${MEANING_OF_EXPECTED}`,
    blocks: [
      ...(techniques.length === 0
        ? [paragraph('No technique is known of these groups.')]
        : expectedBlocks(answer)),
      ...watchBlocks(answer.watch),
      ...elsewhereBlocks(answer),
      heading(2, 'Groups that count'),
      groupsTable(answer),
      heading(2, 'How to read the numbers'),
      ...readingNotes(answer),
      ...hiddenBlocks(answer),
    ],
  };
}

const ORDERS = {
  expectation: 'the most expected first',
  rarity: 'those that are characteristic of these groups first',
} as const;

/** The sums by tactic, and the techniques under each. */
function expectedBlocks(answer: ExpectAnswer): readonly Block[] {
  return [
    techniquesChart(answer),
    heading(2, 'By tactic'),
    tacticsTable(answer.tactics),
    heading(2, 'Techniques'),
    ...answer.tactics.flatMap(({ tactic }) => {
      const techniques = answer.techniques.filter((each) => servesTactic(each, tactic));
      return techniques.length === 0
        ? []
        : [heading(3, thingMentioned(tactic)), techniquesTable(answer, techniques)];
    }),
  ];
}

/** The first techniques as bars. */
function techniquesChart({ techniques, by }: ExpectAnswer): Block {
  const title = by === 'rarity' ? 'The most characteristic techniques' : 'The most expected techniques';
  const bars = techniques.slice(0, CHARTED).map(({ technique, expectation, usedBy }) => ({
    label: sayMention(technique),
    value: Number(points(expectation)),
    detail: count(usedBy, 'group'),
  }));
  return figure(barChart({ title, bars }), 'Expectation, 0 to 100, and how many of the groups use each.');
}

function tacticsTable(tactics: readonly ExpectedTactic[]): Block {
  return table(
    [
      'Tactic',
      'Name',
      numberColumn('Techniques'),
      numberColumn('Sum'),
      'Most from',
      numberColumn('Their share'),
    ],
    tactics.map(({ tactic, techniques, expectation, strongest, explainedByFew }) => [
      ...thingCells(tactic),
      String(techniques),
      points(expectation),
      strongest.map(({ name }) => name).join(', '),
      share(explainedByFew),
    ]),
  );
}

/** Techniques with what each is expected by; the best cited sentence of the group that adds most is linked. */
function techniquesTable(
  { groups, groupsInView, techniques }: ExpectAnswer,
  rows: readonly ExpectedTechnique[],
): Block {
  const isSeen = techniques.some(({ seen }) => seen !== undefined);
  return table(
    [
      numberColumn('Expectation'),
      'Technique',
      'Name',
      numberColumn(`Of ${groups.length}`),
      numberColumn(`Of all ${groupsInView}`),
      'Most from',
      'Read first',
      ...(isSeen ? ['Seen'] : []),
    ],
    rows.map(({ technique, expectation, usedBy, users, parts, seen }) => [
      points(expectation),
      ...thingCells(technique),
      String(usedBy),
      String(users),
      parts
        .slice(0, NAMED)
        .map(({ group, contribution }) => `${group.name} +${points(contribution)}`)
        .join(', '),
      citationLink(parts[0]?.why.citation),
      ...(isSeen ? [saySeen(seen)] : []),
    ]),
  );
}

/** What imported sightings have of a technique; empty where they have nothing. */
function saySeen(seen: ExpectedTechnique['seen']): string {
  if (seen === undefined) return '';
  return [
    ...(seen.own === 0 ? [] : [`here ${percent(seen.ownShare)}`]),
    ...(seen.sector === 0
      ? []
      : [`sector ${percent(seen.sectorShare)}, ${count(seen.organisations, 'organisation')}`]),
  ].join('; ');
}

function elsewhereBlocks({ elsewhere, organisation }: ExpectAnswer): readonly Block[] {
  if (elsewhere.length === 0) return [];
  return [
    heading(2, 'Not on your platforms'),
    paragraph(
      `${count(elsewhere.length, 'technique')} of these groups ${elsewhere.length === 1 ? 'works' : 'work'} on none of ${organisation.platforms.join(', ')}, and ${elsewhere.length === 1 ? 'counts' : 'count'} for nothing above.`,
    ),
    details(
      'Which, and where they would work',
      table(
        [numberColumn('Expectation there'), 'Technique', 'Name', 'Platforms'],
        elsewhere
          .slice(0, ELSEWHERE_SHOWN)
          .map(({ technique, platforms, expectation }) => [
            points(expectation),
            ...thingCells(technique),
            platforms.join(', '),
          ]),
      ),
      ...(elsewhere.length > ELSEWHERE_SHOWN ? [paragraph('and others, less expected.')] : []),
    ),
  ];
}

function groupsTable({ groups }: ExpectAnswer): Block {
  return table(
    [numberColumn('#'), 'Group', 'Name', numberColumn('Score'), numberColumn('Share')],
    groups.map(({ rank, group, score, share: part }) => [
      String(rank),
      ...thingCells(group),
      score.toFixed(2),
      share(part),
    ]),
  );
}

function readingNotes({ groups, by, techniques }: ExpectAnswer): readonly Block[] {
  return [
    bullets([
      ...(techniques.some(({ seen }) => seen !== undefined)
        ? [
            'Seen: the share of the technique in the imported sightings at the organisation (here) and in its sectors. It changes no expectation; which group is named by them changes the ranking.',
          ]
        : []),
      'Expectation, 0 to 100: the sum over the groups of share × credibility of the use × recency. 100 would be a technique that every group that counts is lately reported to use itself.',
      `Share: the group’s score over the sum of the scores of the ${groups.length} groups. How many techniques a group is known to use does not change it.`,
      'Credibility: 1 where it is reported of the group itself, else the weight of the rules that derive it.',
      `Recency, by the newest evidence: ${RECENCIES.map(({ weight, label }) => `${weight} for ${label}`).join('; ')}.`,
      `Under “Of” stand the groups that use it, of those that count and of all in view. ${by === 'rarity' ? 'The order is by expectation × rarity, ln((1 + all groups) / (1 + users)).' : 'What nearly all groups use says little of these; --by rarity puts first what is characteristic of them.'}`,
      `A technique that serves several tactics stands under each. “Their share”: what the ${FEW} groups that add most make up of the sum.`,
    ]),
  ];
}

/** The arithmetic of one technique’s expectation, with the sentence for each group. */
function expectationDocument(answer: ExpectAnswer, row: ExpectedTechnique): Document {
  const { technique, expectation, usedBy, users, rarity, parts, seen } = row;
  return {
    title: `Why ${sayMention(technique)} is to be expected`,
    lead: `${describeOrganisation(answer.organisation)}. Expectation ${points(expectation)} of 100: ${usedBy} of the ${count(answer.groups.length, 'group')} that count use it, and ${users} of all ${answer.groupsInView} (rarity ${rarity.toFixed(2)}). ${MEANING_OF_EXPECTED}`,
    blocks: [
      arithmetic(row),
      ...(seen === undefined ? [] : [paragraph(`Seen in imported sightings: ${saySeen(seen)}.`)]),
      ...parts.flatMap((part) => [heading(2, thingMentioned(part.group)), whyParagraph(part)]),
    ],
  };
}

function arithmetic({ parts, expectation }: ExpectedTechnique): Block {
  return table(
    [
      'Group',
      numberColumn('Share'),
      numberColumn('× credibility'),
      numberColumn('× recency'),
      numberColumn('= adds'),
      'Known',
    ],
    [
      ...parts.map((part) => [
        part.group.name,
        share(part.share),
        String(Number(part.credibility.toFixed(3))),
        `${part.recencyWeight} ${part.recency}`,
        points(part.contribution),
        part.use === 'direct'
          ? 'reported of the group'
          : ['derived through ', ...thingsMentioned(part.through, 3)],
      ]),
      ['sum', '', '', '', points(expectation), ''],
    ],
  );
}

function whyParagraph(part: ExpectedPart): Block {
  const { sentence, last, publishers } = part.why;
  const said =
    sentence === ''
      ? part.use === 'direct'
        ? 'It is reported without a sentence.'
        : 'Nobody says it of the group itself.'
      : `“${sentence}”`;
  const dated =
    last === undefined
      ? 'Not dated.'
      : `Newest evidence ${last.date}, ${count(publishers.length, 'publisher')}.`;
  const cited = citationLink(part.why.citation);
  return paragraph(said, ' ', cited, cited === '' ? '' : '. ', dated);
}

function share(part: number): string {
  return `${Math.round(100 * part)}\u{A0}%`;
}
