import { typesOf } from '../../threat/index.ts';
import type { KindName } from '../../threat/index.ts';
import { DERIVED, eachPair } from '../known-facts.ts';
import type { Known } from '../known-facts.ts';
import { bitSetsOf } from './bit-sets.ts';
import type { BitSets } from './bit-sets.ts';

/** Which uses to compare by. */
export interface CompareBasis {
  /**
   * Take in uses that only rules know. Default false: groups that share one tool then share all that it can do, which on
   * ATT&CK 18.1 makes 982 pairs alike where 9 are by what they were told to do.
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
}

/** The technique sets of some users (default: all groups in view that are not withdrawn). */
export function techniqueSets(
  known: Known,
  basis: CompareBasis = {},
  users?: readonly number[],
): TechniqueSets {
  const groups = users ?? known.catalogue.ofType(typesOf('group'));
  const used = usedBy(known, basis);
  const loaded = known.catalogue.ofType(typesOf('group'));
  const population = new Set([...loaded, ...groups].flatMap((group) => [...(used.get(group) ?? [])]));
  const techniques = [...population].toSorted((left, right) => left - right);
  const item = new Map(techniques.map((technique, index) => [technique, index]));
  const members = groups.map((group) => [...(used.get(group) ?? [])].flatMap((each) => item.get(each) ?? []));
  return { groups, techniques, sets: bitSetsOf(members, techniques.length) };
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
