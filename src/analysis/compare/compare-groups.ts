import { underTactics, type Tactics } from '../profile/tactic-order.ts';
import type {
  CompareAnswer,
  ComparedTactic,
  ComparedTechnique,
  ComparedUse,
  Mention,
  PairOverlap,
  SharedBy,
  UseKind,
} from '../../answers/index.ts';
import { highest, groupedBy } from '../../text/index.ts';
import { DERIVED, eachPair, type Known } from '../../desk/index.ts';
import { compareMentions, mention } from '../mention.ts';
import { pairDescriber } from './group-overlap.ts';
import { parentsIn, techniqueSets, type CompareBasis } from './technique-sets.ts';

/**
 * Compares groups. A sub-technique stands under its parent in every tactic that the sub-technique itself serves.
 *
 * @param groups terms, in the order to show
 */
export function compareGroups(
  known: Known,
  tactics: Tactics,
  groups: readonly number[],
  { derived = false }: Pick<CompareBasis, 'derived'> = {},
): CompareAnswer {
  const uses = usesOf(known, groups, derived);
  return {
    groups: groups.map((group, index) => ({
      group: mention(known.catalogue, group),
      techniques: [...uses.values()].filter((row) => row[index] !== 'none').length,
    })),
    derived,
    tactics: byTactic(known, tactics, uses),
    sharedBy: sharedBy(known, uses),
    unique: groups.map((group, index) => ({
      group: mention(known.catalogue, group),
      techniques: mentions(
        known,
        [...uses].filter(([, row]) => row[index] !== 'none' && countUsed(row) === 1),
      ),
    })),
    pairs: allPairs(known, { derived }, groups),
    rolledUpPairs: allPairs(known, { derived, rollUp: true }, groups),
  };
}

type Row = readonly ComparedUse[];
/** technique → how each group uses it; only techniques that one does. */
type Uses = ReadonlyMap<number, Row>;

function usesOf(known: Known, groups: readonly number[], derived: boolean): Uses {
  const place = new Map(groups.map((group, index) => [group, index]));
  const techniques = new Set(techniqueSets(known, { derived }, groups).techniques);
  const uses = new Map<number, ComparedUse[]>();
  const collect = (kind: UseKind) => (user: number, used: number) => {
    const index = place.get(user);
    if (index === undefined || !techniques.has(used)) return;
    const row = uses.get(used) ?? groups.map((): ComparedUse => 'none');
    if (row[index] === 'none') row[index] = kind;
    uses.set(used, row);
  };
  eachPair(known, 'uses', collect('direct'));
  if (derived) eachPair(known, DERIVED.use, collect('derived'));
  return uses;
}

function byTactic(known: Known, tactics: Tactics, uses: Uses): readonly ComparedTactic[] {
  const parents = parentsIn(known);
  return underTactics(known.catalogue, tactics, [...uses.keys()]).map(({ tactic, here }) => ({
    tactic,
    techniques: blocksOf(known, parents, uses, here),
  }));
}

/** Puts sub-techniques under their parents, whether or not a group uses the parent itself. */
function blocksOf(
  known: Known,
  parents: ReadonlyMap<number, number>,
  uses: Uses,
  techniques: readonly number[],
): readonly ComparedTechnique[] {
  return [...groupedBy(techniques, (technique) => parents.get(technique) ?? technique)]
    .map(([parent, members]) => blockOf(known, uses, parent, members))
    .toSorted((left, right) => compareMentions(left.technique, right.technique));
}

function blockOf(known: Known, uses: Uses, parent: number, members: readonly number[]): ComparedTechnique {
  const none: Row = [...uses.values()][0]?.map(() => 'none') ?? [];
  const own = members.includes(parent) ? (uses.get(parent) ?? none) : none;
  const subtechniques = members
    .filter((member) => member !== parent)
    .map((member) => {
      const row = uses.get(member) ?? none;
      return { technique: mention(known.catalogue, member), uses: row, groups: countUsed(row) };
    })
    .toSorted((left, right) => compareMentions(left.technique, right.technique));
  const rows = [own, ...subtechniques.map((each) => each.uses)];
  return {
    technique: mention(known.catalogue, parent),
    uses: own,
    using: countUsed(own),
    groups: own.filter((_, index) => rows.some((row) => row[index] !== 'none')).length,
    exactGroups: highest(rows.map(countUsed)),
    subtechniques,
  };
}

function sharedBy(known: Known, uses: Uses): readonly SharedBy[] {
  return [...groupedBy(uses, ([, row]) => countUsed(row))]
    .toSorted(([left], [right]) => right - left)
    .map(([groups, entries]) => ({ groups, techniques: mentions(known, entries) }));
}

function mentions({ catalogue }: Known, entries: readonly (readonly [number, Row])[]): readonly Mention[] {
  return entries.map(([technique]) => mention(catalogue, technique)).toSorted(compareMentions);
}

function allPairs(known: Known, basis: CompareBasis, groups: readonly number[]): readonly PairOverlap[] {
  const compared = techniqueSets(known, basis, groups);
  const describe = pairDescriber(known, compared);
  return groups.flatMap((_, left) =>
    groups.slice(left + 1).map((__, offset) => describe(left, left + 1 + offset)),
  );
}

function countUsed(row: Row): number {
  return row.filter((use) => use !== 'none').length;
}
