import { sayMention, type Mention } from '../../answers/index.ts';
import { bullets, heading, paragraph, table } from '../../render/index.ts';
import type { Block, Document } from '../../render/index.ts';
import type { FieldChange, GroupDiff, KindDiff } from '../../analysis/index.ts';
import type { DiffAnswer } from '../../workbench/index.ts';
import { count, labelCell, numberCell, numberColumn } from '../words.ts';

/** What is different between two releases: the groups asked about, the numbers, then kind by kind. */
export function diffReport(answer: DiffAnswer): Document {
  const { from, to, series, kinds, relations, groups, notes, notices } = answer;
  return {
    title: `What changed from ${from} to ${to}`,
    lead: `Of ${series.join(', ')}. Only what was or is live counts; what both releases have withdrawn is left out.`,
    blocks: [
      ...notes.map((note) => paragraph(note)),
      ...groups.flatMap(groupBlocks),
      heading(2, 'In numbers'),
      ...(kinds.length === 0 ? [paragraph('No object is different.')] : [countTable(kinds)]),
      ...kinds.flatMap(kindBlocks),
      ...(relations.length === 0
        ? []
        : [
            heading(2, 'Told facts'),
            table(
              ['Relation', numberColumn('Added'), numberColumn('Gone')],
              relations.map(({ relation, added, removed }) => [
                relation,
                numberCell(added),
                numberCell(removed),
              ]),
            ),
          ]),
    ],
    notices,
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
    kinds.map((kind) => [kind.plural, ...LISTS.map(({ list }) => numberCell(kind[list].length))]),
  );
}

function kindBlocks(kind: KindDiff): readonly Block[] {
  return [
    heading(2, capital(kind.plural)),
    ...things('Added', kind.added),
    ...listed(
      'Moved between tactics',
      ['Id', 'Name', 'Left', 'Joined'],
      kind.moved.map(({ thing, left, joined }) => [...cells(thing), names(left), names(joined)]),
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
    ...things('Deprecated', kind.deprecated),
    ...things('Gone without a trace', kind.removed),
    ...things('Back', kind.restored),
    ...changedBlocks(kind.changed),
    ...listed(
      'Another version, and nothing else',
      ['Id', 'Name', 'Version'],
      kind.versionOnly.map(({ thing, before, after }) => [...cells(thing), `${before} → ${after}`]),
    ),
  ];
}

/** A field that changed in more than half of many things says little of each: it is told once. */
function changedBlocks(changed: KindDiff['changed']): readonly Block[] {
  const times = new Map<string, number>();
  for (const { label } of changed.flatMap(({ fields }) => fields))
    times.set(label, (times.get(label) ?? 0) + 1);
  const common = [...times].filter(([, number]) => number >= MANY && number > changed.length / 2);
  const isTold = ({ label }: FieldChange): boolean => !common.some(([name]) => name === label);
  const told = changed.map((each) => ({ ...each, fields: each.fields.filter(isTold) }));
  const others = told.filter(({ fields }) => fields.length > 0);
  const rows = others.map(({ thing, versions, fields }) => [
    ...cells(thing),
    versions === undefined ? '' : `${versions.before} → ${versions.after}`,
    fields.map(sayChange).join('; '),
  ]);
  const sayCommon = common.map(([label, number]) => `${label} of ${number}`).join(', ');
  return [
    ...listed('Changed', ['Id', 'Name', 'Version', 'What'], rows),
    ...(common.length === 0
      ? []
      : [
          paragraph(
            `Changed for most, and not repeated above: ${sayCommon}; ${told.length - others.length} changed in nothing else.`,
          ),
        ]),
  ];
}

/** From how many things on a change that most have is told once. */
const MANY = 20;

function things(title: string, mentions: readonly Mention[]): readonly Block[] {
  return listed(title, ['Id', 'Name'], mentions.map(cells));
}

function listed(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): readonly Block[] {
  return rows.length === 0 ? [] : [heading(3, `${title} (${rows.length})`), table(columns, rows)];
}

function cells(thing: Mention): readonly [string, string] {
  return [labelCell(thing), thing.name];
}

function names(mentions: readonly Mention[]): string {
  return mentions.map(({ name }) => name).join(', ');
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

function groupBlocks({ group, added, removed, carried, retold }: GroupDiff): readonly Block[] {
  const isSame = added.length + removed.length + carried.length + retold.length === 0;
  return [
    heading(2, sayMention(group)),
    ...(isSame ? [paragraph('Nothing that is told of its techniques and software is different.')] : []),
    ...listed(
      'Newly told',
      ['Id', 'Name', 'Evidence'],
      added.map(({ used, sentence, citation }) => [
        ...cells(used),
        [sentence, citation?.name].filter(Boolean).join(' – '),
      ]),
    ),
    ...listed(
      'No longer told',
      ['Id', 'Name', 'Why'],
      removed.map(({ used, withdrawn, successor }) => [
        ...cells(used),
        [
          withdrawn ?? 'not told any more',
          ...(successor === undefined ? [] : [`in favour of ${sayMention(successor)}`]),
        ].join(' '),
      ]),
    ),
    ...(carried.length === 0
      ? []
      : [
          heading(3, `Told under a new id (${carried.length})`),
          bullets(carried.map(({ from, to }) => `${sayMention(from)} → ${sayMention(to)}`)),
        ]),
    ...listed(
      'Told in other words or from other documents',
      ['Id', 'Name', 'Now'],
      retold.map(({ used, sentence }) => [...cells(used), sentence]),
    ),
    ...(isSame ? [] : [paragraph(`${count(added.length, 'use')} more, ${removed.length} fewer.`)]),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).replaceAll('-', ' ');
}
