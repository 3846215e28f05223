import type { PrevalenceAnswer, TechniquesAnswer } from '../../answers/index.ts';
import { table, type Block, type Document } from '../../render/index.ts';

import { count } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';
import { inARow, labelList, sayMentions, thingCells } from '../words.ts';

/** Techniques of some users, with who uses each. */
export function techniquesDocument(answer: TechniquesAnswer): Document {
  const { users, shared, derived, techniques } = answer;
  const who = `${shared && users.length > 1 ? 'all of ' : ''}${sayMentions(users, 6)}`;
  return {
    title: `${count(techniques.length, 'technique')} used by ${who}${derived ? ', derived uses included' : ''}`,
    blocks: techniquesBlocks(answer),
  };
}

/** The techniques, as a table with who uses them. */
export function techniquesBlocks({ users, techniques }: TechniquesAnswer): readonly Block[] {
  if (techniques.length === 0) return [];
  if (users.length === 1)
    return [
      table(
        ['Technique', 'Name', 'How'],
        techniques.map(({ technique, users: [used] }) => [...thingCells(technique), used?.use ?? '']),
      ),
    ];
  return [
    table(
      ['Technique', 'Name', numberColumn('Users'), 'Used by'],
      techniques.map(({ technique, users: usedBy }) => [
        ...thingCells(technique),
        String(usedBy.length),
        inARow(usedBy.map(({ user, use }) => [...labelList([user]), use === 'derived' ? ' (derived)' : ''])),
      ]),
    ),
  ];
}

/** How many groups use each technique. */
export function prevalenceDocument({ techniques, derived }: PrevalenceAnswer): Document {
  return {
    title: `${count(techniques.length, 'technique')} by number of groups that use them${derived ? ', derived uses included' : ''}`,
    blocks: [
      table(
        ['Technique', 'Name', numberColumn('Groups'), ...(derived ? [numberColumn('Only derived')] : [])],
        techniques.map(({ technique, groups, derivedOnly }) => [
          ...thingCells(technique),
          String(groups),
          ...(derived ? [String(derivedOnly)] : []),
        ]),
      ),
    ],
  };
}
