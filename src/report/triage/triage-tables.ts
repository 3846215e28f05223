import { sayNames, type TriageAnswer } from '../../answers/index.ts';
import { dataTable, type DataTable } from '../../render/index.ts';
import { rounded } from '../threats/expect-tables.ts';
import { sayLabels, shareCell, thingColumns } from '../words.ts';

/** Candidates, each match, what to look for and what was seen, as tables. Several values of a cell are separated by `; `. */
export function triageTables({
  candidates,
  next,
  techniques,
  notListed,
}: TriageAnswer): readonly DataTable[] {
  return [
    dataTable('Candidates', candidates, {
      rank: ({ rank }) => rank,
      ...thingColumns('group'),
      probability: ({ probability }) => shareCell(probability),
      'none of these': () => shareCell(notListed),
      score: ({ score }) => rounded(score),
      margin: ({ margin }) => rounded(margin),
      matched: ({ matched }) =>
        sayLabels(
          matched.map(({ technique }) => technique),
          '; ',
        ),
      unmatched: ({ unmatched }) => sayLabels(unmatched, '; '),
      new: (each) => rounded(each.new),
      reports: ({ reports }) => reports,
      newest: ({ newest }) => newest,
      'profile techniques': ({ profile }) => profile,
      'others match as much': ({ supersets }) => supersets,
    }),
    dataTable(
      'Matches',
      candidates.flatMap(({ group, matched }) => matched.map((match) => ({ group, ...match }))),
      {
        group: ({ group }) => group.label || group.name,
        ...thingColumns('technique'),
        groups: ({ groups }) => groups,
        reports: ({ reports }) => reports,
        through: ({ through }) => sayNames(through, '; '),
        adds: ({ adds }) => rounded(adds),
      },
    ),
    dataTable('Look for', next, {
      ...thingColumns('technique'),
      tactics: ({ tactics }) => sayNames(tactics, '; '),
      expectation: ({ expectation }) => shareCell(expectation),
      groups: ({ groups }) => sayLabels(groups, '; '),
      detections: ({ detections }) => sayLabels(detections, '; '),
      'would be seen': ({ covered }) => (covered === undefined ? undefined : covered ? 'yes' : 'no'),
    }),
    dataTable('Seen', techniques, {
      ...thingColumns('technique'),
      given: ({ given }) => given,
      tactics: ({ tactics }) => sayNames(tactics, '; '),
      groups: ({ groups }) => groups,
      rarity: ({ rarity }) => rounded(rarity),
      users: ({ users }) => sayLabels(users, '; '),
      detections: ({ detections }) => sayLabels(detections, '; '),
      covered: ({ covered }) => covered?.level,
    }),
  ];
}
