import type { FoundUse, GroupsQuestion, Mention } from '../../answers/index.ts';
import { mention, usersOf } from '../../analysis/index.ts';
import type { Desk } from '../../desk/index.ts';
import { typesOf } from '../../threat/index.ts';
import { findOne } from '../names/find-one.ts';
import { sourcedFactsOf } from '../sourced-facts.ts';

/** Techniques and software by which groups are chosen. */
export interface AskedUses {
  readonly used: readonly Mention[];
  readonly not: readonly Mention[];
  /** What of it a group uses; undefined where it lacks one, or uses what it must not. */
  readonly of: (group: string) => readonly FoundUse[] | undefined;
  readonly notes: readonly string[];
}

/** @throws FoeprintError W601–W603 for a name that leads to no technique or software */
export function askedUses(
  desk: Desk,
  search: Partial<Pick<GroupsQuestion, 'techniques' | 'software' | 'not'>>,
): AskedUses {
  const { view } = desk;
  const [technique, software] = [typesOf('technique'), typesOf('software')];
  const find = (names: readonly string[] = [], types: readonly string[]) =>
    names.map((name) => findOne(view, name, types));
  const wanted = [...find(search.techniques, technique), ...find(search.software, software)];
  const excluded = find(search.not, [...technique, ...software]);
  const users = ({ term }: { readonly term: number }): ReadonlyMap<string, FoundUse> => {
    const used = mention(view.catalogue, term);
    const { groups, derived } = usersOf(sourcedFactsOf(desk), term);
    // A use both reported and derived is a direct one.
    return new Map<string, FoundUse>([
      ...derived.map((by) => [by.thing.id, { used, use: 'derived' as const, by }] as const),
      ...groups.map((by) => [by.thing.id, { used, use: 'direct' as const, by }] as const),
    ]);
  };
  const [needed, barred] = [wanted.map(users), excluded.map(users)];
  return {
    used: wanted.map(({ term }) => mention(view.catalogue, term)),
    not: excluded.map(({ term }) => mention(view.catalogue, term)),
    of(group) {
      const uses = needed.flatMap((by) => by.get(group) ?? []);
      return uses.length < needed.length || barred.some((by) => by.has(group)) ? undefined : uses;
    },
    notes: [...wanted, ...excluded].flatMap(({ notes }) => notes),
  };
}
