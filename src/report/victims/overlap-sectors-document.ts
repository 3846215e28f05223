import type { CloserLook, OverlapSectorsAnswer } from '../../answers/index.ts';
import {
  bullets,
  dataTable,
  heading,
  paragraph,
  table,
  type Block,
  type DataTable,
  type Document,
} from '../../render/index.ts';
import { count } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';
import { sayChance } from '../groups/pair-table.ts';
import { idCell, listed, rounded, thingCells } from '../words.ts';

/** Pairs named in the text; the tables have all. */
const MOST_PAIRS = 20;

/** Which sectors have the same groups, and what the groups of some of them do that others do not. */
export function overlapSectorsDocument(answer: OverlapSectorsAnswer): Document {
  const { sectors, clusters, clusteredAt, closer, unknown, leftOut, least } = answer;
  return {
    title: 'Sectors by the groups documented against them',
    lead: `Groups in common over the groups of either, of sectors that at least ${count(least, 'group')} ${least === 1 ? 'is' : 'are'} documented against. What is documented depends on who reports.`,
    blocks: [
      heading(2, `Clusters at ${clusteredAt} or more`),
      clusters.length === 0
        ? paragraph('None.')
        : bullets(
            clusters.map(
              ({ members, mean }) =>
                `${listed(members.map((member) => sectors[member]?.label ?? ''))}: ${percent(mean)} in common on average`,
            ),
          ),
      ...(closer === undefined ? [] : closerBlocks(closer, answer)),
      heading(2, 'Pairs'),
      ...pairBlocks(answer),
      ...(leftOut.length === 0
        ? []
        : [
            paragraph(
              `Not compared, as fewer groups are documented against them: ${listed(leftOut.map(({ label, groups }) => `${label} (${groups})`))}.`,
            ),
          ]),
      ...(unknown === 0
        ? []
        : [paragraph(`Of ${count(unknown, 'group')} no sector is known: they count for none.`)]),
    ],
  };
}

function closerBlocks(closer: CloserLook, { users }: OverlapSectorsAnswer): readonly Block[] {
  const { sectors, least, groups, techniques } = closer;
  const names = listed(sectors.map(({ label }) => label));
  const of = sectors.length === 1 ? names : `at least ${least} of ${sectors.length}: ${names}`;
  return [
    heading(2, `Groups documented against ${of}`),
    groups.length === 0
      ? paragraph('None.')
      : table(
          ['Group', 'Name', ...sectors.map(({ label }) => label), 'Last seen'],
          groups.map(({ group, against, lastSeen }) => [
            ...thingCells(group),
            ...against.map((each) => (each ? 'yes' : '–')),
            lastSeen ?? '–',
          ]),
        ),
    heading(2, 'What they do more often than all groups'),
    ...(techniques.length === 0
      ? [paragraph('Nothing.')]
      : [
          table(
            ['Technique', 'Name', numberColumn('Of them'), numberColumn('Of all'), numberColumn('p')],
            techniques.map(({ technique, share, shareOfAll, log10p }) => [
              ...thingCells(technique),
              percent(share),
              percent(shareOfAll),
              sayChance(log10p),
            ]),
          ),
          paragraph(
            `Shares of the ${closer.users} of them, and of the ${users} of all, of whom techniques are known. p: the chance that as many groups drawn at random use it as often.`,
          ),
        ]),
  ];
}

function pairBlocks(answer: OverlapSectorsAnswer): readonly Block[] {
  const pairs = pairsOf(answer);
  if (pairs.length === 0) return [paragraph('None.')];
  return [
    table(
      ['Sector', 'and', numberColumn('Shared'), numberColumn('In common')],
      pairs
        .slice(0, MOST_PAIRS)
        .map(({ left, right, shared, similarity }) => [left, right, String(shared), percent(similarity)]),
    ),
    ...(pairs.length > MOST_PAIRS
      ? [paragraph(`${MOST_PAIRS} of ${pairs.length} pairs; tables have all.`)]
      : []),
  ];
}

/** Pairs that have anything in common, of which neither lies within the other; the most alike first. */
function pairsOf({ sectors, shared, similarity }: OverlapSectorsAnswer) {
  return sectors
    .flatMap((left, row) =>
      sectors.slice(row + 1).map((right, offset) => {
        const column = row + 1 + offset;
        return {
          left: left.label,
          right: right.label,
          shared: shared[row]?.[column] ?? 0,
          similarity: similarity[row]?.[column] ?? 0,
        };
      }),
    )
    .filter((pair) => pair.similarity > 0)
    .toSorted((one, other) => other.similarity - one.similarity);
}

/** Pairs, groups and techniques of the closer look, and the whole matrix. */
export function overlapSectorsTables(answer: OverlapSectorsAnswer): readonly DataTable[] {
  const { closer } = answer;
  return [
    dataTable('Pairs', pairsOf(answer), {
      left: ({ left }) => left,
      right: ({ right }) => right,
      shared: ({ shared }) => shared,
      similarity: ({ similarity }) => rounded(similarity),
    }),
    ...(closer === undefined
      ? []
      : [
          dataTable('Groups', closer.groups, {
            group: ({ group }) => idCell(group),
            name: ({ group }) => group.name,
            sectors: ({ against }) =>
              listed(closer.sectors.flatMap(({ label }, index) => (against[index] === true ? [label] : []))),
            'last seen': ({ lastSeen }) => lastSeen ?? '',
          }),
          dataTable('Techniques', closer.techniques, {
            technique: ({ technique }) => idCell(technique),
            name: ({ technique }) => technique.name,
            groups: ({ groups }) => groups,
            share: ({ share }) => rounded(share),
            all: ({ all }) => all,
            'share of all': ({ shareOfAll }) => rounded(shareOfAll),
            'log10 p': ({ log10p }) => rounded(log10p),
          }),
        ]),
    overlapSectorsMatrixTable(answer),
  ];
}

/** A row and a column for each sector; empty where one is a part of the other. */
export function overlapSectorsMatrixTable({ sectors, similarity }: OverlapSectorsAnswer): DataTable {
  return {
    name: 'Matrix',
    heads: ['sector', 'groups', ...sectors.map(({ label }) => label)],
    rows: sectors.map(({ label, groups }, row) => [
      label,
      groups,
      ...(similarity[row] ?? []).map((each) => (each < 0 ? '' : rounded(each))),
    ]),
  };
}

function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}
