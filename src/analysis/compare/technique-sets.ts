import { tally } from '../../text/index.ts';
import { typesOf, type KindName } from '../../threat/index.ts';
import { DERIVED, eachPair, type Known } from '../../desk/index.ts';
import { bitSetsOf, type BitSets } from './bit-sets.ts';
import { rarityWeight } from './measures.ts';

/** Which uses to compare by. */
export interface CompareBasis {
  /**
   * Take in uses that only rules know. Default false: groups that share one tool then share all that it can do, which on
   * ATT&CK 18.1 makes 982 pairs alike where 9 are by what is reported of them.
   */
  readonly derived?: boolean;
  /** Count a sub-technique as its parent. Default false: they count apart. */
  readonly rollUp?: boolean;
}

/** Techniques of some groups as bit sets: set `s` is of `groups[s]`, item `i` is `techniques[i]`; both are terms. */
export interface TechniqueSets {
  readonly groups: readonly number[];
  /** Techniques that at least one group of all those loaded uses, in the order of their terms. */
  readonly techniques: readonly number[];
  readonly sets: BitSets;
  /** Weight of each technique by how few of all groups loaded use it, see `rarityWeight`. */
  readonly rarity: Float64Array;
}

/** The technique sets of some users (default: all groups in view that are not withdrawn). */
export function techniqueSets(
  known: Known,
  basis: CompareBasis = {},
  asked?: readonly number[],
): TechniqueSets {
  const loaded = known.catalogue.ofType(typesOf('group'));
  const groups = asked ?? loaded;
  const used = usedBy(known, basis);
  const filled = loaded.filter((group) => used.has(group));
  const users = [...filled, ...groups.filter((group) => !loaded.includes(group))];
  const holders = tally(users.flatMap((user) => [...(used.get(user) ?? [])]));
  const techniques = [...holders.keys()].toSorted((left, right) => left - right);
  const item = new Map(techniques.map((technique, index) => [technique, index]));
  const members = groups.map((group) => [...(used.get(group) ?? [])].flatMap((each) => item.get(each) ?? []));
  const rarity = Float64Array.from(techniques, (technique) =>
    rarityWeight(filled.length, holders.get(technique) ?? 0),
  );
  return { groups, techniques, sets: bitSetsOf(members, techniques.length), rarity };
}

/** user → techniques. */
function usedBy(
  known: Known,
  { derived = false, rollUp = false }: CompareBasis,
): ReadonlyMap<number, Set<number>> {
  const parents = rollUp ? parentsIn(known) : new Map<number, number>();
  const isTechnique = ofKind(known, 'technique');
  const used = new Map<number, Set<number>>();
  for (const relation of derived ? ['uses', DERIVED.use] : ['uses']) {
    eachPair(known, relation, (user, technique) => {
      if (isTechnique[technique] === 0) return;
      const techniques = used.get(user) ?? new Set<number>();
      used.set(user, techniques.add(parents.get(technique) ?? technique));
    });
  }
  return used;
}

/** 1 for the terms of a kind. */
function ofKind({ catalogue }: Known, kind: KindName): Uint8Array {
  const types: readonly string[] = typesOf(kind);
  const wanted = catalogue.types.map((type) => types.includes(type));
  return Uint8Array.from(catalogue.typeOf, (type) => (wanted[type] === true ? 1 : 0));
}

/** sub-technique → parent. */
export function parentsIn(known: Known): ReadonlyMap<number, number> {
  const parents = new Map<number, number>();
  eachPair(known, 'subtechnique-of', (subtechnique, parent) => parents.set(subtechnique, parent));
  return parents;
}
