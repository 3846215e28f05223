import { sayNames, type ExpectAnswer } from '../../answers/index.ts';
import { dataTable, type Columns, type DataTable } from '../../render/index.ts';
import { sayLabels, shareCell, thingColumns } from '../words.ts';
import { WATCH_LEFT, watchData } from './watch-table.ts';

/** What is to be expected as tables: techniques, what each group adds, tactics, groups, techniques elsewhere. Several values of a cell are separated by `; `. */
export function expectTables({
  techniques,
  tactics,
  groups,
  elsewhere,
  watch,
}: ExpectAnswer): readonly DataTable[] {
  return [
    dataTable('Techniques', techniques, {
      ...thingColumns('technique'),
      tactics: (each) => sayNames(each.tactics, '; '),
      expectation: ({ expectation }) => shareCell(expectation),
      'used by': ({ usedBy }) => usedBy,
      'users in view': ({ users }) => users,
      rarity: ({ rarity }) => rounded(rarity),
      characteristic: ({ characteristic }) => rounded(characteristic),
      'explained by three groups': ({ explainedByFew }) => shareCell(explainedByFew),
      ...(techniques.some(({ seen }) => seen !== undefined) ? SEEN : {}),
      platforms: ({ platforms }) => platforms.join('; '),
      groups: ({ parts }) =>
        sayLabels(
          parts.map(({ group }) => group),
          '; ',
        ),
      citation: ({ parts: [first] }) => first?.why.citation?.name,
      address: ({ parts: [first] }) => first?.why.citation?.url,
      sentence: ({ parts: [first] }) => first?.why.sentence,
    }),
    dataTable(
      'Why',
      techniques.flatMap(({ technique, parts }) => parts.map((part) => ({ technique, ...part }))),
      {
        ...thingColumns('technique'),
        group: ({ group }) => group.label || group.name,
        share: ({ share }) => shareCell(share),
        use: ({ use }) => use,
        credibility: ({ credibility }) => credibility,
        recency: ({ recency }) => recency,
        'recency weight': ({ recencyWeight }) => recencyWeight,
        adds: ({ contribution }) => rounded(contribution),
        through: ({ through }) => sayNames(through, '; '),
        'first evidence': ({ why }) => why.first?.date,
        'last evidence': ({ why }) => why.last?.date,
        citation: ({ why }) => why.citation?.name,
        address: ({ why }) => why.citation?.url,
        sentence: ({ why }) => why.sentence,
      },
    ),
    dataTable('Tactics', tactics, {
      ...thingColumns('tactic'),
      expectation: ({ expectation }) => rounded(expectation),
      techniques: (each) => each.techniques,
      'strongest groups': ({ strongest }) => sayNames(strongest, '; '),
      'their share': ({ explainedByFew }) => shareCell(explainedByFew),
    }),
    dataTable('Groups', groups, {
      ...thingColumns('group'),
      rank: ({ rank }) => rank,
      score: ({ score }) => rounded(score),
      share: ({ share }) => shareCell(share),
    }),
    dataTable('Not on your platforms', elsewhere, {
      ...thingColumns('technique'),
      platforms: ({ platforms }) => platforms.join('; '),
      expectation: ({ expectation }) => shareCell(expectation),
      'used by': ({ usedBy }) => usedBy,
    }),
    watchData(watch, WATCH_LEFT),
  ];
}

/** What imported sightings have of a technique: columns where they have anything. */
const SEEN: Columns<ExpectAnswer['techniques'][number]> = {
  'seen here': ({ seen }) => seen?.own,
  'seen in the sectors': ({ seen }) => seen?.sector,
  'organisations that have seen it': ({ seen }) => seen?.organisations,
};

/** Six decimals: more are noise, fewer would not add up. */
export function rounded(value: number): number {
  return Number(value.toFixed(6));
}
