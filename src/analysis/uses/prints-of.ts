import { DERIVED, eachPair, type Known } from '../../desk/index.ts';
import { hasType } from '../../facts/index.ts';
import { addTo } from '../../text/index.ts';
import { typesOf } from '../../threat/index.ts';

/** How many techniques of each tactic a group uses. */
export interface Print {
  /** Techniques that a source reports of the group, each once. */
  readonly direct: number;
  /** Those that only rules derive. */
  readonly derived: number;
  /** The same for each of the tactics asked about, in their order: a technique counts in each that it serves. */
  readonly directByTactic: readonly number[];
  readonly derivedByTactic: readonly number[];
}

/** A tactic, and how many live techniques serve it. */
export interface PrintColumn {
  readonly tactic: number;
  readonly techniques: number;
}

/** Prints of groups, and the tactics that they are of. */
export interface Prints {
  readonly columns: readonly PrintColumn[];
  readonly of: (group: number) => Print;
}

const TECHNIQUES = typesOf('technique');

/**
 * How many techniques of each tactic every group uses, counted in one walk over what is known, without the evidence that
 * `usesOf` reads for a profile: the numbers are the same.
 *
 * @param tactics in the order wanted
 */
export function printsOf(known: Known, tactics: readonly number[]): Prints {
  const { catalogue } = known;
  const columnOf = new Map(tactics.map((tactic, column) => [tactic, column]));
  const served = new Map<number, number[]>();
  const serving = tactics.map(() => 0);
  eachPair(known, 'in-tactic', (technique, tactic) => {
    const column = columnOf.get(tactic);
    if (column === undefined || !hasType(catalogue, technique, TECHNIQUES)) return;
    if (served.get(technique)?.includes(column) === true) return;
    addTo(served, technique, column);
    if (!catalogue.isWithdrawn(technique)) serving[column] = (serving[column] ?? 0) + 1;
  });
  const direct = techniquesByUser(known, 'uses');
  const derived = techniquesByUser(known, DERIVED.use);
  const counted = (techniques: readonly number[]): readonly number[] => {
    const counts = tactics.map(() => 0);
    for (const technique of techniques)
      for (const column of served.get(technique) ?? []) counts[column] = (counts[column] ?? 0) + 1;
    return counts;
  };
  return {
    columns: tactics.map((tactic, column) => ({ tactic, techniques: serving[column] ?? 0 })),
    of(group) {
      const reported = direct.get(group) ?? new Set<number>();
      // A use that is both reported and derived is a direct one.
      const only = [...(derived.get(group) ?? [])].filter((technique) => !reported.has(technique));
      return {
        direct: reported.size,
        derived: only.length,
        directByTactic: counted([...reported]),
        derivedByTactic: counted(only),
      };
    },
  };
}

function techniquesByUser(known: Known, relation: string): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map<number, Set<number>>();
  eachPair(known, relation, (user, used) => {
    if (!hasType(known.catalogue, used, TECHNIQUES)) return;
    const own = found.get(user) ?? new Set();
    found.set(user, own.add(used));
  });
  return found;
}
