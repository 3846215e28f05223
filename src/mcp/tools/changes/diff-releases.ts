import {
  count,
  DiffQuestion,
  list,
  oneOf,
  optional,
  options,
  shape,
  text,
  type GroupDiff,
  type KindDiff,
  type Mention,
} from '../../../answers/index.ts';
import { count as counted } from '../../../text/index.ts';
import { PAGE, PAGED, pageOf } from '../../results/page.ts';
import { idOf, named, NamedThing } from '../../results/things.ts';
import { linkOf } from '../links.ts';
import { tool } from '../../tool.ts';

const CHANGES = ['added', 'changed', 'moved', 'revoked', 'deprecated', 'removed', 'restored'] as const;
const MOST = { uses: 20, fields: 10 } as const;

const Change = shape('ReleaseChange', 'What became of a thing.', {
  thing: NamedThing,
  change: oneOf(CHANGES, 'what became of it; moved: it serves other tactics'),
  successor: optional(NamedThing),
  details: list(text('a few words'), 'fields that are different, or tactics left and joined'),
});

const GroupChange = shape('GroupChange', 'What is reported of a group now, and no longer.', {
  group: NamedThing,
  added: list(NamedThing, 'techniques and software that are newly reported; at most 20'),
  added_total: count('all that are'),
  removed: list(NamedThing, 'what is no longer reported; at most 20'),
  removed_total: count('all that is not'),
  carried: list(NamedThing, 'what goes by another id now; at most 20'),
});

export const diffReleases = tool({
  name: 'diff_releases',
  title: 'What changed between releases',
  description:
    'Says what is different between two releases of ATT&CK that are loaded: what was added, changed, moved to other tactics, revoked (with the successor), deprecated or removed; for ids that are given, what became of each; for groups, what is reported of them now and no longer.',
  asks: ['diff'],
  input: {
    from: DiffQuestion.shape.from,
    to: DiffQuestion.shape.to,
    groups: DiffQuestion.shape.groups,
    ids: options('--id <id>', 'only these things, by ATT&CK id'),
    kinds: options('--kind <kind>', 'only these kinds, e.g. `technique`'),
    ...PAGED,
  },
  output: {
    from_release: text('the earlier release'),
    to_release: text('the later one'),
    changes: list(Change, 'by kind, then by what became of them'),
    ...PAGE,
    groups: list(GroupChange, 'the groups asked about'),
  },
  example: { from: '0.9', to: '1.0', groups: ['G9001'] },
  answer: async ({ from, to, groups, ids, kinds, ...page }, { ask, listKey }) => {
    const diff = await ask('diff', { from, to, groups });
    const { answer } = diff;
    const wanted = new Set(ids.map((id) => id.trim().toUpperCase()));
    const changes = answer.kinds
      .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
      .flatMap(changesOf)
      .filter(({ thing }) => wanted.size === 0 || wanted.has(idOf(thing)));
    const { rows, ...pages } = pageOf(changes, page, listKey);
    return {
      output: {
        from_release: answer.from,
        to_release: answer.to,
        changes: rows.map(({ thing, change, successor, details }) => ({
          thing: named(thing),
          change,
          ...(successor === undefined ? {} : { successor: named(successor) }),
          details: details.slice(0, MOST.fields),
        })),
        ...pages,
        groups: answer.groups.map(groupChange),
      },
      text: `${answer.from} to ${answer.to}: ${counted(changes.length, 'change')}${wanted.size === 0 ? '' : ' of what was asked about'}.`,
      from: [diff],
      links: rows.flatMap(({ thing }) => linkOf(thing)),
    };
  },
});

interface ChangeFound {
  readonly thing: Mention;
  readonly change: (typeof CHANGES)[number];
  readonly successor?: Mention;
  readonly details: readonly string[];
}

function changesOf(diff: KindDiff): readonly ChangeFound[] {
  const plainly = (change: ChangeFound['change'], things: readonly Mention[]): readonly ChangeFound[] =>
    things.map((thing) => ({ thing, change, details: [] }));
  return [
    ...plainly('added', diff.added),
    ...diff.revoked.map(({ thing, successor }) => ({
      thing,
      change: 'revoked' as const,
      ...(successor === undefined ? {} : { successor }),
      details: [],
    })),
    ...plainly('deprecated', diff.deprecated),
    ...plainly('removed', diff.removed),
    ...plainly('restored', diff.restored),
    ...diff.moved.map(({ thing, left, joined }) => ({
      thing,
      change: 'moved' as const,
      details: [...names('−', left), ...names('+', joined)],
    })),
    ...diff.changed.map(({ thing, fields }) => ({
      thing,
      change: 'changed' as const,
      details: fields.map(({ label }) => label),
    })),
  ];
}

function names(sign: string, tactics: readonly Mention[]): readonly string[] {
  return tactics.map(({ name }) => `${sign} ${name}`);
}

function groupChange({ group, added, removed, carried }: GroupDiff) {
  return {
    group: named(group),
    added: added.slice(0, MOST.uses).map(({ used }) => named(used)),
    added_total: added.length,
    removed: removed.slice(0, MOST.uses).map(({ used }) => named(used)),
    removed_total: removed.length,
    carried: carried.slice(0, MOST.uses).map((each) => named(each.to)),
  };
}
