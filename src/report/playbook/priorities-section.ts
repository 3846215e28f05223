import { sayMention } from '../../answers/index.ts';
import { heading, paragraph, table } from '../../render/index.ts';
import type { Block } from '../../render/index.ts';
import type { PriorityKind } from '../../threat/index.ts';
import type { PrioritiesSummary, RankedDefences } from '../../workbench/index.ts';
import { count, labelList, numberColumn } from '../words.ts';
import type { Section } from './section.ts';
import { listed, percent } from './wording.ts';

const TITLES: Readonly<Record<PriorityKind, string>> = {
  mitigations: 'Mitigations',
  detections: 'Detections',
};

/** What answers most of what is to be expected, in the order to do it in. */
export const prioritiesSection: Section<'priorities'> = (answer) => [
  paragraph(
    'In the order in which each next one adds most to those before it. “Alone” is the share of what is to be expected that it answers by itself; answering is not preventing: it says against what ATT&CK holds it to help.',
  ),
  ...covered(answer),
  ...answer.notes.map((note) => paragraph(note)),
  ...answer.rankings.flatMap(rankingBlocks),
];

function covered({ total, left, takenOff, coverage }: PrioritiesSummary): readonly Block[] {
  if (takenOff === 0 && coverage.told === 0)
    return [paragraph('No coverage and no mitigation in place is told, so that everything counts as open.')];
  const lost =
    coverage.lost.length === 0
      ? ''
      : ` ${count(coverage.lost.length, 'id')} of the coverage ${coverage.lost.length === 1 ? 'is of no technique in view and counts' : 'are of no technique in view and count'} for nothing: ${listed(coverage.lost.slice(0, 5))}.`;
  return [
    paragraph(
      `What is in place takes something off ${count(takenOff, 'technique')}: ${percent(total === 0 ? 0 : left / total)} of what is to be expected is left.${lost}`,
    ),
  ];
}

function rankingBlocks({ kind, defences, of, answered, unanswered }: RankedDefences): readonly Block[] {
  const title = heading(3, TITLES[kind]);
  if (defences.length === 0) return [title, paragraph('None is known.')];
  const hasLogs = defences.some(({ logSources }) => logSources.length > 0);
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
      defences.map(({ defence, order, marginal, effect, answers, techniques, logSources }) => [
        order === undefined ? '–' : String(order),
        sayMention(defence),
        percent(marginal),
        percent(effect),
        hasLogs ? logSources.join(', ') || '–' : `${labelList(techniques, 5)} (${answers} in all)`,
      ]),
    ),
    paragraph(
      `All ${of} of them together answer ${percent(answered)}.${
        unanswered.length === 0
          ? ''
          : ` Nothing of this kind answers ${listed(unanswered.slice(0, 6).map(({ technique }) => sayMention(technique)))}${unanswered.length > 6 ? ', among others' : ''}.`
      }`,
    ),
  ];
}
