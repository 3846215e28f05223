import type { ThinMatch, Variation, WhatIfAnswer } from '../../answers/index.ts';
import { heading, paragraph, table, type Block, type Document } from '../../render/index.ts';

import { describeOrganisation } from './threats-document.ts';
import { count } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';
import { thingCells } from '../words.ts';

/** Moves named in one row; the largest first. */
const NAMED = 5;

/** How far an order hangs on single sources, factors and reports. */
export function whatIfDocument(answer: WhatIfAnswer): Document {
  const { variations, thin, top } = answer;
  return {
    title: `What the order of groups for ${answer.organisation.name} rests on`,
    lead: `${describeOrganisation(answer.organisation)}. The first ${top} groups, as of ${answer.asOf}.`,
    blocks: [
      heading(2, 'When one source or factor is left out'),
      table(
        ['Left out', numberColumn(`Of the first ${top} stay`), 'Moves most'],
        variations.map((variation) => [sayLeftOut(variation), String(variation.stay), sayMoves(variation)]),
      ),
      heading(2, 'What rests on a single claimant'),
      ...thinBlocks(thin),
    ],
  };
}

function sayLeftOut({ leavesOut, label }: Variation): string {
  return leavesOut === 'source' ? label : `factor ${label}`;
}

function sayMoves({ moved }: Variation): string {
  if (moved.length === 0) return 'nothing moves';
  const largest = moved.toSorted(
    (one, other) => Math.abs(other.from - other.to) - Math.abs(one.from - one.to) || one.from - other.from,
  );
  const named = largest.slice(0, NAMED).map(({ group, from, to }) => `${group.name} ${from} → ${to}`);
  return `${named.join(', ')}${moved.length > NAMED ? `, … (${moved.length})` : ''}`;
}

function thinBlocks(thin: readonly ThinMatch[]): readonly Block[] {
  if (thin.length === 0) return [paragraph('Nothing: every match has two claimants or more.')];
  return [
    paragraph(
      `${count(thin.length, 'match', 'matches')} of these groups ${thin.length === 1 ? 'has' : 'have'} one claimant only; old and undated ones stand first.`,
    ),
    table(
      ['Group', 'Name', 'Documented', 'By', 'Published'],
      thin.map(({ group, label, by, published, age }) => [
        ...thingCells(group),
        label,
        by,
        age === 'undated' ? 'undated' : `${published}${age === 'old' ? ' (old)' : ''}`,
      ]),
    ),
  ];
}
