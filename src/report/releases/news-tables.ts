import {
  sayMention,
  type CoverageMove,
  type GroupNews,
  type Mention,
  type NewsAnswer,
} from '../../answers/index.ts';
import { dataTable, type DataTable } from '../../render/index.ts';
import { sayWhy } from '../playbook/changes-section.ts';
import { idCell, idOf } from '../words.ts';

/** Something that is new, as a row has it. */
interface NewsRow {
  /** What kind of news. */
  readonly about: string;
  /** What it is new of; absent of sources. */
  readonly of?: Mention;
  readonly what: string;
  readonly before?: string | number | undefined;
  readonly now?: string | number | undefined;
  readonly why?: string;
}

/** All that is new as one table, a row for each. */
export function newsTables(news: NewsAnswer): readonly DataTable[] {
  return [
    dataTable('News', rowsOf(news), {
      about: ({ about }) => about,
      id: ({ of }) => of && idCell(of),
      name: ({ of }) => of?.name,
      what: ({ what }) => what,
      before: ({ before }) => before,
      now: ({ now }) => now,
      why: ({ why }) => why,
    }),
  ];
}

function rowsOf({ knowledge, ranking, gaps, groups }: NewsAnswer): readonly NewsRow[] {
  return [
    ...knowledge.map(({ name, change, before, after }) => ({
      about: 'source',
      what: `${name}: ${change}`,
      before,
      now: after,
    })),
    ...(ranking?.groups ?? []).map((change) => ({
      about: 'rank',
      of: change.group,
      what: change.change,
      before: change.from,
      now: change.to,
      why: sayWhy(change),
    })),
    ...(ranking?.lists ?? []).flatMap(({ list, entered, left }) => [
      ...entered.map((of) => ({ about: list, of, what: 'entered' })),
      ...left.map((of) => ({ about: list, of, what: 'left' })),
    ]),
    ...moveRows('closed', gaps?.closed),
    ...moveRows('opened again', gaps?.opened),
    ...moveRows('newly to be expected', gaps?.expected),
    ...groups.flatMap(groupRows),
  ];
}

function moveRows(what: string, moves: readonly CoverageMove[] = []): readonly NewsRow[] {
  return moves.map(({ technique, before, now }) => ({ about: 'gap', of: technique, what, before, now }));
}

function groupRows({ uses, names, traits, reports }: GroupNews): readonly NewsRow[] {
  const { group: of, added, removed, carried, reworded } = uses;
  return [
    ...added.map(({ used, sentence, citation }) => ({
      about: 'newly reported use',
      of,
      what: sayMention(used),
      why: [sentence, citation?.name].filter(Boolean).join(' – '),
    })),
    ...removed.map(({ used }) => ({ about: 'use no longer reported', of, what: sayMention(used) })),
    ...carried.map(({ from, to }) => ({
      about: 'use under a new id',
      of,
      what: sayMention(to),
      before: idOf(from),
      now: idOf(to),
    })),
    ...reworded.map(({ used, sentence }) => ({
      about: 'use in other words',
      of,
      what: sayMention(used),
      why: sentence,
    })),
    ...names.map((what) => ({ about: 'name', of, what })),
    ...traits.map(({ kind, label, by }) => ({ about: kind, of, what: label, why: by.join('; ') })),
    ...reports.map(({ name, published }) => ({ about: 'report', of, what: name, now: published })),
  ];
}
