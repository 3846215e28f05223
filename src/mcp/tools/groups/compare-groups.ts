import {
  as,
  CompareQuestion,
  count,
  list,
  number,
  options,
  SELECTION,
  shape,
  text,
  type Mention,
} from '../../../answers/index.ts';
import { count as counted, defined } from '../../../text/index.ts';
import { whyAddress } from '../../addresses.ts';
import { PAGE, PAGED, pageOf } from '../../results/page.ts';
import { idOf, named, NamedThing } from '../../results/things.ts';
import { linkOf } from '../links.ts';
import { tool } from '../../tool.ts';

const MOST_UNIQUE = 20;

const Compared = shape('GroupCompared', 'A group of a comparison.', {
  group: NamedThing,
  techniques: count('techniques that it uses'),
  alone: list(NamedThing, 'techniques that it alone of them uses; at most 20'),
  alone_total: count('techniques that it alone uses, in all'),
});

const Shared = shape('SharedTechnique', 'A technique that several of the groups use.', {
  technique: NamedThing,
  groups: count('how many of the groups use it'),
  why: list(text('address of a reason'), 'the reasons for each of the groups, as far as they use it'),
});

const Pair = shape('PairAlike', 'How alike two of the groups are.', {
  one: text('id of the one'),
  other: text('id of the other'),
  shared: count('techniques that both use'),
  jaccard: number('0 … 1: what they share over what either uses'),
  rarity: number('0 … 1: the same, techniques weighted by how few groups use them'),
  expected_by_chance: number(
    'techniques that two groups of these sizes share on average, if drawn at random',
  ),
});

export const compareGroups = tool({
  name: 'compare_groups',
  title: 'Compare groups',
  description:
    'Compares two to eight groups by their techniques: what several of them use, what each uses alone, and how alike each two are beside what chance would give. Shared common techniques do not make two groups one: mind `rarity` and `expected_by_chance`.',
  asks: ['compare'],
  input: {
    groups: as(CompareQuestion.shape.groups, 'two to eight groups by id, name or alias'),
    derived: CompareQuestion.shape.derived,
    tactics: options('--tactic <tactic>', 'only techniques of these tactics, by name or id'),
    release: SELECTION.release,
    ...PAGED,
  },
  output: {
    groups: list(Compared, 'in the order asked'),
    shared: list(Shared, 'techniques that at least two use, those that the most use first'),
    ...PAGE,
    pairs: list(Pair, 'every pair, sub-techniques apart'),
  },
  example: { groups: ['G9001', 'G9002'] },
  answer: async ({ groups, derived, tactics, release, ...page }, { ask, listKey }) => {
    const compared = await ask('compare', { groups, derived, ...defined({ release }) });
    const { answer } = compared;
    const within = techniquesIn(answer.tactics, tactics);
    const users = usersIn(answer);
    const shared = answer.sharedBy
      .filter((each) => each.groups > 1)
      .flatMap(({ techniques, groups: by }) => techniques.map((technique) => ({ technique, groups: by })))
      .filter(({ technique }) => within(technique.id));
    const { rows, ...pages } = pageOf(shared, page, listKey);
    return {
      output: {
        groups: answer.groups.map(({ group, techniques }) => {
          const alone = (answer.unique.find((each) => each.group.id === group.id)?.techniques ?? []).filter(
            ({ id }) => within(id),
          );
          return {
            group: named(group),
            techniques,
            alone: alone.slice(0, MOST_UNIQUE).map(named),
            alone_total: alone.length,
          };
        }),
        shared: rows.map(({ technique, groups: by }) => ({
          technique: named(technique),
          groups: by,
          why: (users.get(technique.id) ?? []).map((group) => whyAddress(group, technique)),
        })),
        ...pages,
        pairs: answer.pairs.map(({ left, right, shared: both, jaccard, rarity, expected }) => ({
          one: idOf(left),
          other: idOf(right),
          shared: both,
          jaccard,
          rarity,
          expected_by_chance: expected,
        })),
      },
      text: `${answer.groups.map(({ group }) => group.name).join(', ')}: ${counted(shared.length, 'technique')} ${shared.length === 1 ? 'is' : 'are'} used by at least two of them.`,
      from: [compared],
      why: rows.flatMap(({ technique }) =>
        (users.get(technique.id) ?? []).map((group) => whyAddress(group, technique)),
      ),
      links: answer.groups.flatMap(({ group }) => linkOf(group)),
    };
  },
});

interface Tactics {
  readonly groups: readonly { readonly group: Mention }[];
  readonly tactics: readonly {
    readonly tactic: Mention;
    readonly techniques: readonly (Used & { readonly subtechniques: readonly Used[] })[];
  }[];
}

interface Used {
  readonly technique: Mention;
  readonly uses: readonly ('direct' | 'derived' | 'none')[];
}

/** Whether a technique, by its id, is of the tactics that are asked about. */
function techniquesIn(tactics: Tactics['tactics'], asked: readonly string[]): (id: string) => boolean {
  if (asked.length === 0) return () => true;
  const wanted = new Set(asked.map((each) => each.trim().toLowerCase()));
  const ids = tactics
    .filter(({ tactic }) => [tactic.name, tactic.label].some((each) => wanted.has(each.toLowerCase())))
    .flatMap(({ techniques }) =>
      techniques.flatMap(({ technique, subtechniques }) => [
        technique,
        ...subtechniques.map((each) => each.technique),
      ]),
    )
    .map(({ id }) => id);
  const within = new Set(ids);
  return (id) => within.has(id);
}

/** Who of the groups uses each technique. */
function usersIn({ groups, tactics }: Tactics): ReadonlyMap<string, readonly Mention[]> {
  const used = tactics.flatMap(({ techniques }) =>
    techniques.flatMap((each) => [each, ...each.subtechniques]),
  );
  return new Map(
    used.map(({ technique, uses }) => [
      technique.id,
      groups.flatMap(({ group }, index) => (uses[index] === 'none' ? [] : [group])),
    ]),
  );
}
