import type {
  AnsweredGap,
  CarriedCoverage,
  Gap,
  PlanLine,
  PrioritiesAnswer,
  Priority,
  PriorityRanking,
} from '../../answers/index.ts';
import { sayMention } from '../../answers/index.ts';
import { barChart } from '../../draw/index.ts';
import { bullets, details, figure, heading, paragraph, pieces, table } from '../../render/index.ts';
import { count, fileName } from '../../text/index.ts';
import type { Block, Content, Document } from '../../render/index.ts';
import { feedsAnalytics, type PriorityKind } from '../../threat/index.ts';
import { describeOrganisation, hiddenBlocks } from './threats-document.ts';
import { MEANING_OF_EXPECTED } from './expect-document.ts';
import { numberColumn, othersThan } from '../blocks.ts';
import { caveatBlocks, watchBlocks } from './watch-blocks.ts';
import {
  logSourcesOf,
  platformsOf,
  points,
  pointShare,
  sayLabels,
  thingCells,
  thingMentioned,
  inARow,
  shortReference,
} from '../words.ts';

/** Techniques named in the row of a defence. */
const NAMED = 5;

/** Steps in the chart. */
const CHARTED = 12;

/** Log sources and platforms named in the row of a detection. */
const LOGS_NAMED = 4;

/** Techniques shown of those that nothing answers, and of those of which something was taken off. */
const LISTED = 20;

/** What helps most against what is to be expected, what nothing helps against, and what was taken off. */
export function prioritiesDocument(answer: PrioritiesAnswer): Document {
  const { organisation, groups, asOf, rankings, total, left } = answer;
  return {
    title: `What to do first: priorities for ${organisation.name}`,
    lead: `${describeOrganisation(organisation)}. By what the first ${count(groups.length, 'group')} of the ranking ${groups.length === 1 ? 'is' : 'are'} known to use, as of ${asOf}. ${MEANING_OF_EXPECTED}`,
    blocks: [
      ...(total === 0
        ? [paragraph('No technique is known of these groups, so there is nothing to put in order.')]
        : []),
      ...takenOffBlocks(answer),
      ...carriedBlocks(answer.coverage),
      ...(left > 0 ? rankings.flatMap(priorityBlocks) : []),
      heading(2, 'How to read the numbers'),
      ...readingNotes(rankings.map(({ kind }) => kind)),
      ...hiddenBlocks(answer),
    ],
  };
}

interface KindWords {
  readonly title: string;
  readonly one: string;
  readonly many: string;
  /** What they do with techniques. */
  readonly verb: string;
  readonly columns: readonly string[];
  readonly cells: (row: Priority) => readonly Content[];
}

const KINDS: Readonly<Record<PriorityKind, KindWords>> = {
  mitigations: {
    title: 'Mitigations',
    one: 'mitigation',
    many: 'mitigations',
    verb: 'mitigates',
    columns: ['Most for'],
    cells: ({ techniques }) => [mostFor(techniques)],
  },
  detections: {
    title: 'Detections',
    one: 'detection strategy',
    many: 'detection strategies',
    verb: 'detects',
    columns: ['For', 'Platforms', 'Log sources'],
    cells: ({ techniques, analytics }) => [
      mostFor(techniques),
      some(platformsOf(analytics)),
      some(logSourcesOf(analytics)),
    ],
  },
  'log-sources': {
    title: 'Which log source next',
    one: 'log source',
    many: 'log sources',
    verb: 'sees',
    columns: [],
    cells: () => [],
  },
  'data-components': {
    title: 'Which data component next',
    one: 'data component',
    many: 'data components',
    verb: 'sees',
    columns: [],
    cells: () => [],
  },
};

/** The defences of one kind in order, and the techniques that none of them answers. */
function priorityBlocks(ranking: PriorityRanking): readonly Block[] {
  const { kind, defences, steps, of, answered, unanswered, watch } = ranking;
  const { title, one, many, verb } = KINDS[kind];
  if (of === 0) return [heading(2, title), paragraph(`Nothing in view ${verb} any of it.`)];
  const shown = defences.length < of ? ` The first ${defences.length} are shown.` : '';
  return [
    heading(2, title),
    paragraph(
      `${count(of, one, many)} together ${of === 1 ? 'answers' : 'answer'} ${pointShare(answered)} of what is left.${shown}`,
    ),
    (feedsAnalytics(kind) ? feedingTable : answeringTable)(ranking),
    // A detection strategy is for one technique: its bar would say what the table does.
    ...(kind !== 'detections'
      ? [stepsChart('The first steps, each with what it adds', steps.map(stepOf))]
      : []),
    ...caveatBlocks(defences),
    ...watchBlocks(watch),
    ...unansweredBlocks(unanswered, verb),
  ];
}

/** Defences by how much they answer, or step by step. */
function answeringTable({ kind, defences }: PriorityRanking): Block {
  const { columns, cells } = KINDS[kind];
  return table(
    [
      numberColumn('Answers'),
      kind === 'mitigations' ? 'Mitigation' : 'Strategy',
      'Name',
      numberColumn('Techniques'),
      numberColumn('Step'),
      numberColumn('Adds'),
      ...columns,
    ],
    defences.map((row) => [
      pointShare(row.effect),
      ...thingCells(row.defence),
      String(row.techniques.length),
      row.order === undefined ? '–' : String(row.order),
      pointShare(row.adds),
      ...cells(row),
    ]),
  );
}

/** What to collect next, each with what its analytics see that those of the steps before do not. */
function feedingTable({ kind, defences }: PriorityRanking): Block {
  return table(
    [
      numberColumn('Adds'),
      numberColumn('So far'),
      numberColumn('Alone'),
      kind === 'log-sources' ? 'Log source' : 'Data component',
      'By platform',
      'Analytics it feeds',
    ],
    defences.map((row) => [
      pointShare(row.adds),
      row.order === undefined ? '–' : pointShare(row.together),
      pointShare(row.effect),
      thingMentioned(row.defence),
      byPlatform(row),
      analyticsFed(row),
    ]),
  );
}

function byPlatform({ platforms }: Priority): Content {
  const counted = platforms.filter(({ effect }) => Number(points(effect)) > 0);
  return some(counted.map(({ platform, effect }) => `${platform} ${pointShare(effect)}`));
}

/** The analytics that something feeds, each with the technique that it is for. */
function analyticsFed({ analytics, techniques }: Priority): Content {
  const seenBy = new Map(
    techniques.flatMap(({ technique, through }) => through.map(({ id }) => [id, technique])),
  );
  return some(
    analytics.map(({ analytic }) => {
      const technique = seenBy.get(analytic.id);
      const name = shortReference(analytic);
      return technique === undefined ? name : [name, ' (', shortReference(technique), ')'];
    }),
  );
}

function stepOf({ defence: thing, ...step }: PriorityRanking['steps'][number]): ChartedStep {
  return { thing, ...step };
}

/** Something to do, and what it adds to the steps before it. */
type ChartedStep = Pick<PlanLine, 'thing' | 'adds' | 'together'>;

/** What each step adds, in the order of the steps. */
export function stepsChart(title: string, steps: readonly ChartedStep[]): Block {
  const bars = steps.slice(0, CHARTED).map(({ thing, adds, together }) => ({
    label: sayMention(thing),
    value: Number(points(adds)),
    detail: `${pointShare(together)} so far`,
  }));
  return figure(barChart({ title, bars, unit: '%', side: 'defence' }), 'In per cent of what is left.');
}

function unansweredBlocks(unanswered: readonly Gap[], verb: string): readonly Block[] {
  if (unanswered.length === 0) return [];
  return [
    details(
      `${count(unanswered.length, 'technique')} that nothing in view ${verb}`,
      table(
        [numberColumn('Left'), 'Technique', 'Name'],
        unanswered.slice(0, LISTED).map(({ technique, left }) => [points(left), ...thingCells(technique)]),
      ),
      ...othersThan(LISTED, unanswered.length),
    ),
  ];
}

function takenOffBlocks({ takenOff, total, done, doneShare, left }: PrioritiesAnswer): readonly Block[] {
  if (takenOff.length === 0) return [];
  return [
    heading(2, 'What is done already'),
    paragraph(
      `Of ${points(total)} expected in all, ${points(done)} (${pointShare(doneShare)}) is covered or mitigated, over ${count(takenOff.length, 'technique')}; ${points(left)} is left, and only that is put in order.`,
    ),
    takenOffTable(takenOff, takenOff.length),
  ];
}

/** Techniques of which something was taken off, and why; `of` is how many there are in all. */
export function takenOffTable(takenOff: readonly Gap[], of: number): Block {
  const shown = takenOff.slice(0, LISTED);
  return details(
    'What was taken off, and why',
    table(
      ['Technique', 'Name', numberColumn('Expected'), numberColumn('Left'), 'Because'],
      shown.map((each) => [
        ...thingCells(each.technique),
        points(each.expectation),
        points(each.left),
        sayWhy(each),
      ]),
    ),
    ...othersThan(shown.length, of),
  );
}

function sayWhy({ technique, coverage, mitigations, caveat }: Gap): string {
  const inPlace = mitigations.length === 0 ? [] : [`${sayLabels(mitigations)} in place`];
  if (caveat !== undefined) inPlace.push(`counts ${pointShare(caveat.counts)}: “${caveat.sentence}”`);
  if (coverage === undefined) return inPlace.join('; ');
  const as = coverage.from === technique.label ? '' : ` (as ${coverage.from})`;
  const kept = coverage.inventory === undefined ? '' : `, kept as ${coverage.inventory}`;
  return [
    ...inPlace,
    `${coverage.kind} ${pointShare(coverage.level)}${as} by ${fileName(coverage.file)}${kept}`,
  ].join('; ');
}

/** What became of ids of the coverage that are not the same in view; nothing where all are. */
export function carriedBlocks({ ids, unchanged, moved, lost, carried }: CarriedCoverage): readonly Block[] {
  if (carried.length === 0) return [];
  return [
    details(
      `Coverage of ${count(ids, 'id')}: ${unchanged} unchanged, ${moved} carried to the release in view, ${lost} without a place there, which count for nothing`,
      table(
        ['Given', 'Counts as', 'How', 'Because', 'File'],
        carried
          .slice(0, LISTED)
          .map(({ from, to, standing, reason, candidates, file }) => [
            from,
            to ?? '–',
            standing,
            candidates.length === 0 ? reason : `${reason}: ${candidates.join(', ')}`,
            fileName(file),
          ]),
      ),
      ...othersThan(LISTED, carried.length),
    ),
  ];
}

function readingNotes(kinds: readonly PriorityKind[]): readonly Block[] {
  return [
    bullets([
      'Answers: the share of what is left of the expectation that stands on techniques which the defence is reported to mitigate or detect. Techniques that several answer count for each of them.',
      'Step: the place when one always takes next what adds most to what was taken before, and Adds what it adds there. A dash: everything that it answers is answered before.',
      'Left: a technique that is covered at level l keeps 1 − l of its expectation; one that a mitigation in place mitigates keeps half of that, as no source reports how well any of them does.',
      'That something answers a technique means that a source reports that it does, not at what cost. A mitigation counts whole unless its own source says that it does less; then that sentence is shown.',
      ...(kinds.some(feedsAnalytics)
        ? [
            'A log source or data component answers a technique in the share of its analytics that it feeds, on the platforms of the organisation. It is data to detect with, not yet a detection. What is for several platforms counts under each.',
          ]
        : []),
    ]),
  ];
}

function mostFor(techniques: readonly AnsweredGap[]): Content {
  const shown = techniques
    .slice(0, NAMED)
    .map(({ technique, left, counts }) => [shortReference(technique), ` ${points(left * counts)}`]);
  return [...inARow(shown), techniques.length > NAMED ? ', …' : ''];
}

function some(parts: readonly Content[]): Content {
  const shown = inARow(parts.slice(0, LOGS_NAMED).map(pieces));
  return [...shown, parts.length > LOGS_NAMED ? `, … (${parts.length})` : ''];
}
