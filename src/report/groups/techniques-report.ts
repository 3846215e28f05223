import { paragraph, table } from '../../render/index.ts';
import type { Block, Document } from '../../render/index.ts';
import type { TechniqueUsage, TechniquesUsed } from '../../workbench/index.ts';
import { count, labelCell, nameCell, sayMentions } from '../words.ts';

/** Techniques of some users, with who uses each. */
export function techniquesReport(answer: TechniquesUsed, notices: readonly string[]): Document {
  return { title: techniquesTitle(answer), blocks: techniquesBlocks(answer), notices };
}

/** Title of the answer: how many techniques, of whom. */
export function techniquesTitle({ users, shared, derived, techniques }: TechniquesUsed): string {
  const who = `${shared && users.length > 1 ? 'all of ' : ''}${sayMentions(users, 6)}`;
  return `${count(techniques.length, 'technique')} used by ${who}${derived ? ', derived uses included' : ''}`;
}

/** The techniques, as a table with who uses them. */
export function techniquesBlocks(
  { users, techniques, notes }: TechniquesUsed,
  most?: number,
): readonly Block[] {
  const shown = techniques.slice(0, most ?? techniques.length);
  const rows = shown.map(({ technique, users: usedBy }) => [
    labelCell(technique),
    nameCell(technique),
    ...(users.length > 1 ? [String(usedBy.length)] : []),
    usedBy
      .map(({ user, use }) =>
        users.length > 1 ? `${user.label || user.name}${use === 'derived' ? ' (derived)' : ''}` : use,
      )
      .join(', '),
  ]);
  const columns =
    users.length > 1
      ? ['Technique', 'Name', { title: 'Users', align: 'right' as const }, 'Used by']
      : ['Technique', 'Name', 'How'];
  return [
    ...notes.map((note) => paragraph(note)),
    ...(rows.length === 0 ? [] : [table(columns, rows)]),
    ...(shown.length < techniques.length
      ? [paragraph(`${count(techniques.length - shown.length, 'more technique')} not shown.`)]
      : []),
  ];
}

/** How many groups use each technique. */
export function usageReport({ techniques, derived }: TechniqueUsage, notices: readonly string[]): Document {
  return {
    title: `${count(techniques.length, 'technique')} by number of groups that use them${derived ? ', derived uses included' : ''}`,
    blocks: [
      table(
        [
          'Technique',
          'Name',
          { title: 'Groups', align: 'right' },
          ...(derived ? [{ title: 'Only derived', align: 'right' as const }] : []),
        ],
        techniques.map(({ technique, groups, derivedOnly }) => [
          labelCell(technique),
          nameCell(technique),
          String(groups),
          ...(derived ? [String(derivedOnly)] : []),
        ]),
      ),
    ],
    notices,
  };
}
