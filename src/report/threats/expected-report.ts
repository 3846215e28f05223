import { NO_TACTIC, sayMention } from '../../answers/index.ts';
import { FEW, RECENCIES } from '../../analysis/index.ts';
import type { ExpectedAnswer, ExpectedPartRow, ExpectedRow, TacticRow } from '../../analysis/index.ts';
import { barChart } from '../../draw/index.ts';
import { bullets, details, figure, heading, link, paragraph, table } from '../../render/index.ts';
import type { Block, Document, Inline } from '../../render/index.ts';
import { describeOrganisation } from './threats-report.ts';
import { count, labelCell, nameCell, numberColumn, sayMentions } from '../words.ts';

/** What every page with expectations says of what they are and are not. */
export const WHAT_EXPECTED_SAYS =
  'Expected means: documented of groups that are documented against organisations like this one. It is no forecast.';

/** Groups named in the row of a technique. */
const NAMED = 3;

/** Techniques in the chart. */
const CHARTED = 12;

/** Techniques shown of those on no platform of the organisation. */
const ELSEWHERE_SHOWN = 20;

/** Techniques that groups lead one to expect, by tactic, with who says most for each. */
export function expectedReport(answer: ExpectedAnswer): Document {
  const { organisation, techniques, of, groups, asOf, notes, notices } = answer;
  const shown =
    techniques.length < of
      ? `The first ${techniques.length} of ${count(of, 'technique')}`
      : count(of, 'technique');
  return {
    title: `What to expect: techniques of groups documented against organisations like ${organisation.name}`,
    lead: `${describeOrganisation(organisation)}. ${shown} that the first ${count(groups.length, 'group')} of the ranking ${groups.length === 1 ? 'is' : 'are'} told or held to use, ${ORDERS[answer.by]}, as of ${asOf}. ${WHAT_EXPECTED_SAYS}`,
    blocks: [
      ...notes.map((note) => paragraph(note)),
      ...(techniques.length === 0
        ? [paragraph('No technique is known of these groups.')]
        : expectedBlocks(answer)),
      ...elsewhereBlocks(answer),
      heading(2, 'Groups that count'),
      groupsTable(answer),
      heading(2, 'How to read the numbers'),
      ...readingNotes(answer),
      ...(answer.hidden.length === 0 ? [] : [paragraph(`Not used: ${answer.hidden.join(', ')}.`)]),
    ],
    notices,
  };
}

const ORDERS = {
  expectation: 'the most expected first',
  rarity: 'those that are characteristic of these groups first',
} as const;

/** The sums by tactic, and the techniques under each. */
export function expectedBlocks(answer: ExpectedAnswer): readonly Block[] {
  const byTactic = answer.tactics.map((row) => ({ row, techniques: underTactic(answer, row) }));
  return [
    techniquesChart(answer),
    heading(2, 'By tactic'),
    tacticsTable(answer.tactics),
    heading(2, 'Techniques'),
    ...byTactic.flatMap(({ row, techniques }) =>
      techniques.length === 0
        ? []
        : [heading(3, sayMention(row.tactic)), techniquesTable(answer, techniques)],
    ),
  ];
}

/** The first techniques as bars. */
function techniquesChart({ techniques, by }: ExpectedAnswer): Block {
  const title = by === 'rarity' ? 'The most characteristic techniques' : 'The most expected techniques';
  const bars = techniques.slice(0, CHARTED).map(({ technique, expectation, usedBy }) => ({
    label: sayMention(technique),
    value: Number(points(expectation)),
    says: count(usedBy, 'group'),
  }));
  return figure(barChart({ title, bars }), 'Expectation, 0 to 100, and how many of the groups use each.');
}

function underTactic({ techniques }: ExpectedAnswer, { tactic }: TacticRow): readonly ExpectedRow[] {
  return techniques.filter(({ tactics }) =>
    tactics.length === 0 ? tactic.id === NO_TACTIC.id : tactics.some(({ id }) => id === tactic.id),
  );
}

function tacticsTable(tactics: readonly TacticRow[]): Block {
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
      labelCell(tactic),
      nameCell(tactic),
      String(techniques),
      points(expectation),
      strongest.map(({ name }) => name).join(', '),
      share(explainedByFew),
    ]),
  );
}

/** Techniques with what each is expected by; the best cited sentence of the group that adds most is linked. */
export function techniquesTable(
  { groups, groupsInView }: ExpectedAnswer,
  rows: readonly ExpectedRow[],
): Block {
  return table(
    [
      numberColumn('Expectation'),
      'Technique',
      'Name',
      numberColumn(`Of ${groups.length}`),
      numberColumn(`Of all ${groupsInView}`),
      'Most from',
      'Read first',
    ],
    rows.map(({ technique, expectation, usedBy, users, parts }) => [
      points(expectation),
      labelCell(technique),
      nameCell(technique),
      String(usedBy),
      String(users),
      parts
        .slice(0, NAMED)
        .map(({ group, contribution }) => `${group.name} +${points(contribution)}`)
        .join(', '),
      citation(parts[0]),
    ]),
  );
}

function citation(part: ExpectedPartRow | undefined): Inline {
  const cited = part?.why.citation;
  if (cited === undefined) return '';
  const text = cited.published === undefined ? cited.name : `${cited.name} (${cited.published})`;
  return cited.url === undefined ? text : link(text, cited.url);
}

function elsewhereBlocks({ elsewhere, organisation }: ExpectedAnswer): readonly Block[] {
  if (elsewhere.length === 0) return [];
  const rest = elsewhere.length - ELSEWHERE_SHOWN;
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
            labelCell(technique),
            nameCell(technique),
            platforms.join(', '),
          ]),
      ),
      ...(rest > 0 ? [paragraph(`and ${count(rest, 'technique')} more.`)] : []),
    ),
  ];
}

function groupsTable({ groups }: ExpectedAnswer): Block {
  return table(
    [numberColumn('#'), 'Group', 'Name', numberColumn('Score'), numberColumn('Share')],
    groups.map(({ rank, group, score, share: part }) => [
      String(rank),
      labelCell(group),
      nameCell(group),
      score.toFixed(2),
      share(part),
    ]),
  );
}

function readingNotes({ groups, by }: ExpectedAnswer): readonly Block[] {
  return [
    bullets([
      'Expectation, 0 to 100: the sum over the groups of share × credibility of the use × recency. 100 would be a technique that every group that counts is lately told to use itself.',
      `Share: the group’s score over the sum of the scores of the ${groups.length} groups. How many techniques a group is told to use does not change it.`,
      'Credibility: 1 where it is told of the group itself, else the weight of the rules that derive it.',
      `Recency, by the newest evidence: ${RECENCIES.map(({ weight, says }) => `${weight} for ${says}`).join('; ')}.`,
      `Under “Of” stand the groups that use it, of those that count and of all in view. ${by === 'rarity' ? 'The order is by expectation × rarity, ln((1 + all groups) / (1 + users)).' : 'What nearly all groups use says little of these; --by rarity puts first what is characteristic of them.'}`,
      `A technique that serves several tactics stands under each. “Their share”: what the ${FEW} groups that add most make up of the sum.`,
    ]),
  ];
}

/** The arithmetic of one technique’s expectation, with the sentence for each group. */
export function expectationReport(answer: ExpectedAnswer, row: ExpectedRow): Document {
  const { technique, expectation, usedBy, users, rarity, parts } = row;
  return {
    title: `Why ${sayMention(technique)} is to be expected`,
    lead: `${describeOrganisation(answer.organisation)}. Expectation ${points(expectation)} of 100: ${usedBy} of the ${count(answer.groups.length, 'group')} that count use it, and ${users} of all ${answer.groupsInView} (rarity ${rarity.toFixed(2)}). ${WHAT_EXPECTED_SAYS}`,
    blocks: [
      ...answer.notes.map((note) => paragraph(note)),
      arithmetic(row),
      ...parts.flatMap((part) => [
        heading(2, sayMention(part.group)),
        { kind: 'paragraph' as const, content: sayWhy(part) },
      ]),
    ],
    notices: answer.notices,
  };
}

function arithmetic({ parts, expectation }: ExpectedRow): Block {
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
        part.use === 'direct' ? 'told of the group' : `derived through ${sayMentions(part.through, 3)}`,
      ]),
      ['sum', '', '', '', points(expectation), ''],
    ],
  );
}

function sayWhy(part: ExpectedPartRow): readonly Inline[] {
  const { sentence, last, publishers } = part.why;
  const said =
    sentence === ''
      ? part.use === 'direct'
        ? 'It is told without a sentence.'
        : 'Nobody says it of the group itself.'
      : `“${sentence}”`;
  const dated =
    last === undefined
      ? 'Not dated.'
      : `Newest evidence ${last.date}, ${count(publishers.length, 'publisher')}.`;
  const cited = citation(part);
  return [said, ' ', ...(cited === '' ? [] : [cited, '. ']), dated];
}

/** Points of 100 with one decimal. */
function points(value: number): string {
  return (100 * value).toFixed(1);
}

function share(part: number): string {
  return `${Math.round(100 * part)}\u{A0}%`;
}
