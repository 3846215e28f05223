import {
  sayMention,
  sayNames,
  type DiffAnswer,
  type FieldChange,
  type GroupDiff,
  type KindDiff,
  type Mention,
} from '../../answers/index.ts';
import {
  bullets,
  heading,
  paragraph,
  table,
  type Block,
  type Document,
  type Inline,
  type Table,
} from '../../render/index.ts';
import { count, groupDigits } from '../../text/index.ts';
import { numberColumn, tableSection } from '../blocks.ts';
import { capital, labelCell, thingMentioned } from '../words.ts';

/** What is different between two releases: the groups asked about, the numbers, then kind by kind. */
export function diffDocument({ from, to, series, kinds, relations, groups }: DiffAnswer): Document {
  return {
    title: `What changed from ${from} to ${to}`,
    lead: `Of ${series.join(', ')}. Only what was or is live counts; what both releases have withdrawn is left out.`,
    blocks: [
      ...groups.flatMap(groupBlocks),
      heading(2, 'In numbers'),
      ...(kinds.length === 0 ? [paragraph('No object is different.')] : [countTable(kinds)]),
      ...kinds.flatMap(kindBlocks),
      ...tableSection(
        'Reported facts',
        ['Relation', numberColumn('Added'), numberColumn('Gone')],
        relations.map(({ relation, added, removed }) => [relation, groupDigits(added), groupDigits(removed)]),
      ),
    ],
  };
}

/** The lists of a kind, in the order of the report, and how each is called. */
const LISTS = [
  { list: 'added', title: 'Added' },
  { list: 'changed', title: 'Changed' },
  { list: 'versionOnly', title: 'Version only' },
  { list: 'domains', title: 'Domains' },
  { list: 'moved', title: 'Moved' },
  { list: 'revoked', title: 'Revoked' },
  { list: 'deprecated', title: 'Deprecated' },
  { list: 'removed', title: 'Gone' },
  { list: 'restored', title: 'Back' },
] as const satisfies readonly { readonly list: keyof KindDiff; readonly title: string }[];

function countTable(kinds: readonly KindDiff[]): Block {
  return table(
    ['Kind', ...LISTS.map(({ title }) => numberColumn(title))],
    kinds.map((kind) => [kind.plural, ...LISTS.map(({ list }) => groupDigits(kind[list].length))]),
  );
}

function kindBlocks(kind: KindDiff): readonly Block[] {
  return [
    heading(2, capital(kind.plural.replaceAll('-', ' '))),
    ...thingsBlocks('Added', kind.added),
    ...listed(
      'Moved between tactics',
      ['Id', 'Name', 'Left', 'Joined'],
      kind.moved.map(({ thing, left, joined }) => [...cells(thing), sayNames(left), sayNames(joined)]),
    ),
    ...listed(
      'In other domains',
      ['Id', 'Name', 'Left', 'Joined'],
      kind.domains.map(({ thing, left, joined }) => [...cells(thing), left.join(', '), joined.join(', ')]),
    ),
    ...listed(
      'Revoked',
      ['Id', 'Name', 'In favour of'],
      kind.revoked.map(({ thing, successor }) => [
        ...cells(thing),
        successor === undefined ? 'not said' : sayMention(successor),
      ]),
    ),
    ...thingsBlocks('Deprecated', kind.deprecated),
    ...thingsBlocks('Gone without a trace', kind.removed),
    ...thingsBlocks('Back', kind.restored),
    ...changedBlocks(kind),
    ...listed(
      'Another version, and nothing else',
      ['Id', 'Name', 'Version'],
      kind.versionOnly.map(({ thing, before, after }) => [...cells(thing), `${before} → ${after}`]),
    ),
  ];
}

/** What changed for most is named once. */
function changedBlocks({ changed, common }: KindDiff): readonly Block[] {
  const named = new Set(common?.fields.map(({ label }) => label));
  const rows = changed.flatMap(({ thing, versions, fields }) => {
    const others = fields.filter(({ label }) => !named.has(label));
    const version = versions === undefined ? '' : `${versions.before} → ${versions.after}`;
    return others.length === 0 ? [] : [[...cells(thing), version, others.map(sayChange).join('; ')]];
  });
  return [
    ...listed('Changed', ['Id', 'Name', 'Version', 'What'], rows),
    ...(common === undefined
      ? []
      : [
          paragraph(
            `Changed for most, and not repeated above: ${common.fields.map(({ label, things }) => `${label} of ${things}`).join(', ')}; ${common.nothingElse} changed in nothing else.`,
          ),
        ]),
  ];
}

function thingsBlocks(title: string, mentions: readonly Mention[]): readonly Block[] {
  return listed(title, ['Id', 'Name'], mentions.map(cells));
}

function listed(title: string, columns: readonly string[], rows: Table['rows']): readonly Block[] {
  return rows.length === 0 ? [] : [heading(3, `${title} (${rows.length})`), table(columns, rows)];
}

function cells(thing: Mention): readonly [Inline, string] {
  return [labelCell(thing), thing.name];
}

/** `name: Old → New`, `platforms: + Linux − Windows`, `description`. */
function sayChange({ label: name, before, after, added = [], removed = [] }: FieldChange): string {
  if (before !== undefined || after !== undefined) return `${name}: ${before ?? 'none'} → ${after ?? 'none'}`;
  const texts = [...added.map((text) => `+ ${text}`), ...removed.map((text) => `− ${text}`)];
  const isShort = texts.length > 0 && texts.join(' ').length <= MOST_SAID;
  if (texts.length === 0) return name;
  return isShort ? `${name}: ${texts.join(', ')}` : `${name}: + ${added.length}, − ${removed.length}`;
}

/** Longest list of entries that a cell spells out. */
const MOST_SAID = 120;

/** What is different of a group. */
export function groupBlocks({ group, added, removed, carried, reworded }: GroupDiff): readonly Block[] {
  const isSame = added.length + removed.length + carried.length + reworded.length === 0;
  return [
    heading(2, thingMentioned(group)),
    ...(isSame ? [paragraph('Nothing that is reported of its techniques and software is different.')] : []),
    ...listed(
      'Newly reported',
      ['Id', 'Name', 'Evidence'],
      added.map(({ used, sentence, citation }) => [
        ...cells(used),
        [sentence, citation?.name].filter(Boolean).join(' – '),
      ]),
    ),
    ...listed(
      'No longer reported',
      ['Id', 'Name', 'Why'],
      removed.map(({ used, withdrawn, successor }) => [
        ...cells(used),
        [
          withdrawn ?? 'not reported any more',
          ...(successor === undefined ? [] : [`in favour of ${sayMention(successor)}`]),
        ].join(' '),
      ]),
    ),
    ...(carried.length === 0
      ? []
      : [
          heading(3, `Reported under a new id (${carried.length})`),
          bullets(carried.map(({ from, to }) => `${sayMention(from)} → ${sayMention(to)}`)),
        ]),
    ...listed(
      'Reported in other words or from other documents',
      ['Id', 'Name', 'Now'],
      reworded.map(({ used, sentence }) => [...cells(used), sentence]),
    ),
    ...(isSame ? [] : [paragraph(`${count(added.length, 'use')} more, ${removed.length} fewer.`)]),
  ];
}
