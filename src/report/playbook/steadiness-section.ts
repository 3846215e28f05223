import type { Move, Variation } from '../../answers/index.ts';
import { paragraph, table } from '../../render/index.ts';
import { numberColumn } from '../blocks.ts';
import { listed } from '../words.ts';
import type { Section } from './section.ts';
import { shortList } from './words.ts';

/** The order when one source or one factor is left out. */
export const steadinessSection: Section<'what-if'> = ({ top, variations }) => {
  const leaving = variations.filter(({ stay }) => stay < top);
  if (leaving.length === 0)
    return [paragraph(`The first ${top} stay the first whichever source or factor is left out.`)];
  const same = variations.filter(({ stay }) => stay >= top);
  return [
    paragraph(
      `The ranking was made again without each source, and without each factor, in turn. These change who is among the first ${top}:`,
    ),
    table(
      ['Left out', numberColumn('Stay'), 'Would leave', 'Would enter'],
      leaving.map((variation) => [
        sayLeftOut(variation),
        `${variation.stay} of ${top}`,
        shortList(variation.moved.filter(({ from, to }) => from <= top && to > top).map(sayMove), 6),
        shortList(variation.moved.filter(({ from, to }) => from > top && to <= top).map(sayMove), 6),
      ]),
    ),
    ...(same.length === 0
      ? []
      : [paragraph(`The same groups stay without ${listed(same.map(sayLeftOut), 'or')}.`)]),
  ];
};

function sayLeftOut({ leavesOut, label }: Variation): string {
  return leavesOut === 'source' ? label : `the factor ${label}`;
}

function sayMove({ group, from, to }: Move): string {
  return `${group.name} (${from} → ${to})`;
}
