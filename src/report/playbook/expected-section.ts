import { type ExpectedPart } from '../../answers/index.ts';
import { heading, paragraph, table, type Content } from '../../render/index.ts';
import { FEW } from '../../threat/index.ts';
import { count } from '../../text/index.ts';
import type { Section } from './section.ts';
import { cited, percent } from './words.ts';
import { numberColumn } from '../blocks.ts';
import { thingMentioned } from '../words.ts';

/** What is to be expected, technique by technique and tactic by tactic. */
export const expectedSection: Section<'expected'> = ({ groups, techniques, of, tactics, elsewhere }) => [
  paragraph(
    `What the first ${groups.length} groups are known to use, each weighed by its share of their scores, by how well the use is documented and by how lately it was reported. 100 would be a technique that each of them is itself reported to use, lately; beside it stands how many of them use it at all. ${count(of, 'technique')} in all${elsewhere.length === 0 ? '' : `; ${elsewhere.length} more work on no platform of the organisation and are left out`}.`,
  ),
  table(
    [
      'Technique',
      numberColumn('Expected'),
      numberColumn(`Of ${groups.length}`),
      'Groups that add most',
      'As reported',
    ],
    techniques.map((each) => [
      thingMentioned(each.technique),
      (each.expectation * 100).toFixed(0),
      String(each.usedBy),
      each.parts
        .slice(0, FEW)
        .map(({ group }) => group.name)
        .join(', '),
      sayFirst(each.parts),
    ]),
  ),
  heading(3, 'By tactic'),
  table(
    [
      'Tactic',
      numberColumn('Techniques'),
      numberColumn('Share'),
      'Groups that add most',
      numberColumn('They make up'),
    ],
    tactics.map(({ tactic, techniques: number, share, strongest, explainedByFew }) => [
      tactic.name,
      String(number),
      percent(share),
      strongest.map(({ name }) => name).join(', '),
      percent(explainedByFew),
    ]),
  ),
];

/** The sentence and citation to read first, of the group that adds most. */
function sayFirst([part]: readonly ExpectedPart[]): Content {
  const { sentence = '', citation } = part?.why ?? {};
  return [
    sentence === '' ? '–' : `“${sentence}”`,
    ...(citation === undefined ? [] : [' ', ...cited(citation)]),
  ];
}
