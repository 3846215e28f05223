import { type Mention, type OpenTechnique, type PlanAnswer, type PlanLine } from '../../answers/index.ts';
import { bullets, code, details, heading, paragraph, table } from '../../render/index.ts';
import type { Block, Content, Document } from '../../render/index.ts';
import { count } from '../../text/index.ts';
import { feedsAnalytics, type PlanKind } from '../../threat/index.ts';
import { numberColumn, othersThan } from '../blocks.ts';
import { mappingBlocks } from './mappings-section.ts';
import { caveatBlocks, watchBlocks } from '../threats/watch-blocks.ts';
import { carriedBlocks, stepsChart, takenOffTable } from '../threats/priorities-document.ts';
import { hiddenBlocks } from '../threats/threats-document.ts';
import {
  listed,
  points,
  pointShare,
  sayMentions,
  thingCells,
  thingMentioned,
  thingsMentioned,
  inARow,
  shortReference,
} from '../words.ts';

/** Techniques named in the row of a line. */
const NAMED = 3;

/** What one of a kind is called. */
const NOUNS: Readonly<Record<PlanKind, string>> = {
  mitigations: 'mitigation',
  detections: 'detection strategy',
  'log-sources': 'log source',
  'data-components': 'data component',
  controls: 'control',
};

/** What to build first, what that answers of what could be answered, and what it leaves open. */
export function planDocument(answer: PlanAnswer): Document {
  const { organisation, against, asOf, budget, lines, left } = answer;
  const whom = organisation === undefined ? sayMentions(against, 3) : organisation.name;
  return {
    title: `What to build first ${organisation === undefined ? 'against' : 'for'} ${whom}`,
    lead: `Of ${count(answer.of, 'thing')} that could be built, what answers most for a cost of at most ${budget}. As of ${asOf}. ${meaningOf(answer)}`,
    blocks: [
      ...(lines.length === 0
        ? [
            paragraph(
              left > 0
                ? 'Nothing that could be built within the budget answers any of it.'
                : 'There is nothing left to answer.',
            ),
          ]
        : lineBlocks(answer)),
      ...watchBlocks(answer.watch, answer.watchOf),
      ...openBlocks('that nothing which could be chosen addresses', answer.unanswered, answer.unansweredOf),
      ...openBlocks(
        'that the plan does not answer, or not all of it, though something addresses them',
        answer.beyond,
        answer.beyondOf,
      ),
      ...doneBlocks(answer),
      ...mappingBlocks(answer.mappings),
      heading(2, 'How to read the numbers'),
      ...readingNotes(answer),
      ...hiddenBlocks(answer),
    ],
  };
}

function meaningOf({ organisation, against, rarity }: PlanAnswer): string {
  if (organisation !== undefined)
    return `A technique weighs what is to be expected of it from the first ${count(against.length, 'group')} of the ranking.`;
  const score = `A technique weighs the mean of its scores in the profiles of ${count(against.length, 'group')}`;
  return rarity === 0
    ? `${score}.`
    : `${score}, times how rare it is${rarity === 1 ? '' : ` to the power of ${rarity}`}.`;
}

function lineBlocks(answer: PlanAnswer): readonly Block[] {
  const { lines, spent, budget, answered } = answer;
  return [
    heading(2, 'The plan'),
    paragraph(
      `${count(lines.length, 'thing')} at a cost of ${sayNumber(spent)}, of at most ${sayNumber(budget)}, ${lines.length === 1 ? 'answers' : 'answer'} ${pointShare(answered)} of what is left. ${sayBound(answer)}`,
    ),
    table(
      [
        numberColumn('Step'),
        'What',
        'Kind',
        numberColumn('Cost'),
        numberColumn('Adds'),
        numberColumn('So far'),
        numberColumn('Techniques'),
        'Adds most to',
      ],
      lines.map((line) => [
        String(line.order),
        thingMentioned(line.thing),
        NOUNS[line.kind],
        sayNumber(line.cost),
        pointShare(line.adds),
        pointShare(line.together),
        String(line.techniques.length),
        mostFor(line),
      ]),
    ),
    ...caveatBlocks(lines),
    stepsChart('What each step adds', lines),
  ];
}

/** How far the plan can be from the best one. */
function sayBound({ bound, ratio, reachable, by, isBest, seconds }: PlanAnswer): string {
  const all = `Everything that could be built answers ${pointShare(reachable)} together.`;
  const found =
    by === 'solver' ? 'A solver found it, and it is better than the greedy plan.' : 'It is the greedy plan.';
  if (isBest) return `${found} No plan within the budget answers more. ${all}`;
  const tried =
    seconds > 0
      ? ` A solver was given ${count(seconds, 'second')} to find a better one, and was not done.`
      : '';
  const near = ` The plan reaches at least ${pointShare(ratio)} of the best.`;
  return `${found}${tried} No plan within the budget can answer more than ${pointShare(bound)}.${near} ${all}`;
}

function mostFor({ techniques }: PlanLine): Content {
  const added = techniques.filter(({ adds }) => adds > 0);
  const shown = added
    .slice(0, NAMED)
    .map(({ technique, adds, value }) => [
      shortReference(technique),
      adds < 1 ? ` (${value === undefined ? '' : `${value}, `}${pointShare(adds)})` : '',
    ]);
  return [...inARow(shown), added.length > NAMED ? ', …' : ''];
}

function openBlocks(what: string, open: readonly OpenTechnique[], of: number): readonly Block[] {
  if (of === 0) return [];
  const isStated = open.some(({ statedBy }) => statedBy.length > 0);
  return [
    details(
      `${count(of, 'technique')} ${what}`,
      table(
        [numberColumn('Open'), 'Technique', 'Name', ...(isStated ? ['Not addressed by'] : [])],
        open.map((each) => [points(each.open), ...thingCells(each.technique), sayStated(each.statedBy)]),
      ),
      ...othersThan(open.length, of),
    ),
  ];
}

function sayStated(frameworks: readonly Mention[]): string {
  return listed(frameworks.map(({ name }) => name));
}

function doneBlocks({
  total,
  done,
  left,
  inPlace,
  takenOff,
  takenOffOf,
  coverage,
}: PlanAnswer): readonly Block[] {
  if (takenOffOf === 0 && inPlace.length === 0 && coverage.carried.length === 0) return [];
  return [
    heading(2, 'What was left out'),
    ...(takenOffOf === 0
      ? []
      : [
          paragraph(
            `Of ${points(total)} in all, ${points(done)} is covered or mitigated already; ${points(left)} is left.`,
          ),
          takenOffTable(takenOff, takenOffOf),
        ]),
    ...(inPlace.length === 0
      ? []
      : [paragraph('In place, and so not chosen: ', thingsMentioned(inPlace), '.')]),
    ...carriedBlocks(coverage),
  ];
}

function readingNotes(answer: PlanAnswer): readonly Block[] {
  const { kinds, left } = answer;
  return [
    bullets([
      'Adds: what a step answers that no step before it does, as a share of what is left when what is covered already is taken off. A technique is answered once, by whatever comes first.',
      ...(kinds.some(feedsAnalytics)
        ? [
            'A log source answers a technique in the share of its analytics that it feeds: of three analytics that look in different logs, one third. It is data to detect with, not yet a detection.',
          ]
        : []),
      ...(answer.lines.some(({ techniques }) => techniques.some(({ value }) => value !== undefined))
        ? [
            'Minimal, partial, significant: how well the mapping of a control says that it answers a technique; the share that counts is of the setting planning.scored.',
          ]
        : []),
      `Open: what a technique weighs, of 100, that the plan does not answer. All together weigh ${points(left)} without what is done already.`,
      [
        'That something answers a technique means that a source reports that it mitigates or detects it, and how well only where a mapping scores it. ',
        code('foeprint explain ID TECHNIQUE'),
        ' shows that source.',
      ],
    ]),
  ];
}

function sayNumber(value: number): string {
  return String(Number(value.toFixed(3)));
}
