import { sayMention } from '../../answers/index.ts';
import type { PrioritiesAnswer, Priority, PriorityRanking } from '../../answers/index.ts';
import { heading, paragraph, table, type Block } from '../../render/index.ts';
import type { PriorityKind } from '../../threat/index.ts';
import { count } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';
import { labelList, listed, logSourcesOf, thingMentioned } from '../words.ts';
import type { Section } from './section.ts';
import { caveatBlocks, watchBlocks } from '../threats/watch-blocks.ts';
import { percent } from './words.ts';

const TITLES: Readonly<Record<PriorityKind, string>> = {
  mitigations: 'Mitigations',
  detections: 'Detections',
  'log-sources': 'Log sources',
  'data-components': 'Data components',
};

/** What answers most of what is to be expected, in the order to do it in. */
export const prioritiesSection: Section<'priorities'> = (answer) => [
  paragraph(
    'In the order in which each next one adds most to those before it. “Alone” is the share of what is to be expected that it answers by itself; answering is not preventing: it says against what its source holds it to help. A log source answers a technique in the share of its analytics that it feeds: it is data to detect with, not yet a detection.',
  ),
  ...covered(answer),
  ...answer.rankings.flatMap(rankingBlocks),
];

function covered({ done, doneShare, takenOff, coverage }: PrioritiesAnswer): readonly Block[] {
  if (done === 0 && coverage.ids === 0)
    return [paragraph('No coverage and no mitigation in place is given, so that everything counts as open.')];
  const { lost, carried } = coverage;
  const names = carried.filter(({ to }) => to === undefined).map(({ from }) => from);
  const sayLost =
    lost === 0
      ? ''
      : ` ${count(lost, 'id')} of the coverage ${lost === 1 ? 'is of no technique in view and counts' : 'are of no technique in view and count'} for nothing: ${listed(names.slice(0, 5))}.`;
  return [
    paragraph(
      `What is in place takes ${percent(doneShare)} off what is to be expected, over ${count(takenOff.length, 'technique')}.${sayLost}`,
    ),
  ];
}

function rankingBlocks({
  kind,
  defences,
  of,
  answered,
  unanswered,
  watch,
}: PriorityRanking): readonly Block[] {
  const title = heading(3, TITLES[kind]);
  if (defences.length === 0) return [title, paragraph('None is known.')];
  const hasLogs = kind === 'detections' && defences.some((defence) => logsOf(defence).length > 0);
  return [
    title,
    table(
      [
        numberColumn('#'),
        TITLES[kind],
        numberColumn('Adds'),
        numberColumn('Alone'),
        hasLogs ? 'Where to look' : 'Above all against',
      ],
      defences.map((row) => [
        row.order === undefined ? '–' : String(row.order),
        thingMentioned(row.defence),
        percent(row.adds),
        percent(row.effect),
        hasLogs
          ? logsOf(row).join(', ') || '–'
          : labelList(
              row.techniques.map(({ technique }) => technique),
              5,
            ),
      ]),
    ),
    ...caveatBlocks(defences),
    ...watchBlocks(watch),
    paragraph(
      `All ${of} of them together answer ${percent(answered)}.${
        unanswered.length === 0
          ? ''
          : ` Nothing of this kind answers ${listed(unanswered.slice(0, 6).map(({ technique }) => sayMention(technique)))}${unanswered.length > 6 ? ', among others' : ''}.`
      }`,
    ),
  ];
}

/** Logs in which to look for a detection. */
const LOGS = 4;

function logsOf({ analytics }: Priority): readonly string[] {
  return logSourcesOf(analytics).slice(0, LOGS);
}
