import type { GroupPrint, PrintsAnswer } from '../../answers/index.ts';
import { dataTable, paragraph, table, type DataTable, type Document } from '../../render/index.ts';
import { count } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';
import { idCell, thingCells } from '../words.ts';

const STEPS = '▁▂▃▄▅▆▇█';

/** A line for each group, with its print. */
export function printsDocument(answer: PrintsAnswer): Document {
  const { groups, tactics, idle } = answer;
  const [first, last] = [tactics[0], tactics.at(-1)];
  return {
    title: `Prints of ${count(groups.length, 'group')}`,
    ...(first === undefined || last === undefined
      ? {}
      : {
          lead: `A bar for each tactic, from ${first.name} to ${last.name}: its height is the root of the share of the techniques of the tactic that are reported of the group; a dot stands where only rules derive some.`,
        }),
    blocks: [
      ...(groups.length === 0
        ? []
        : [
            table(
              ['Group', 'Name', 'Print', numberColumn('Reported'), numberColumn('Derived'), 'Last seen'],
              groups.map((group) => [
                ...thingCells(group),
                barsOf(group, answer),
                String(group.direct),
                String(group.derived),
                group.lastSeen ?? '–',
              ]),
            ),
          ]),
      ...(idle === 0 ? [] : [paragraph(`Of ${count(idle, 'group')} no use of a technique is known.`)]),
      ...answer.unknown.map(({ kind, groups: unknown }) =>
        paragraph(`Of ${count(unknown, 'group')} no ${kind} is known: they cannot be found by it.`),
      ),
    ],
  };
}

function barsOf(
  { directByTactic, derivedByTactic }: GroupPrint,
  { tactics }: Pick<PrintsAnswer, 'tactics'>,
): string {
  return tactics
    .map(({ techniques }, column) => {
      const direct = directByTactic[column] ?? 0;
      if (direct === 0) return (derivedByTactic[column] ?? 0) === 0 ? '_' : '·';
      const height = Math.sqrt(direct / Math.max(direct, techniques));
      return STEPS[Math.min(Math.ceil(height * STEPS.length), STEPS.length) - 1];
    })
    .join('');
}

/** A row for each group and tactic. */
export function printsTables({ groups, tactics }: PrintsAnswer): readonly DataTable[] {
  const bars = groups.flatMap((group) => tactics.map((tactic, column) => ({ group, tactic, column })));
  return [
    dataTable('Prints', bars, {
      group: ({ group }) => idCell(group),
      name: ({ group }) => group.name,
      tactic: ({ tactic }) => tactic.label,
      'tactic name': ({ tactic }) => tactic.name,
      reported: ({ group, column }) => group.directByTactic[column] ?? 0,
      derived: ({ group, column }) => group.derivedByTactic[column] ?? 0,
      techniques: ({ tactic }) => tactic.techniques,
    }),
  ];
}
