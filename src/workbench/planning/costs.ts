import type { Costs, Mention } from '../../answers/index.ts';

/** What things cost by a list. */
export interface CostReader {
  /** 1 where the list does not name it. */
  readonly costOf: (thing: Mention) => number;
  /** What the list names that is none of these things. */
  readonly unused: (things: readonly Mention[]) => readonly string[];
}

/** Looks costs up by id, label or name, whatever their case. */
export function costReader(costs: Costs = {}): CostReader {
  const byName = new Map(Object.entries(costs).map(([name, cost]) => [keyOf(name), cost]));
  return {
    costOf: (thing) => {
      const named = namesOf(thing).find((name) => byName.has(name));
      return named === undefined ? 1 : (byName.get(named) ?? 1);
    },
    unused: (things) => {
      const known = new Set(things.flatMap(namesOf));
      return Object.keys(costs).filter((name) => !known.has(keyOf(name)));
    },
  };
}

function namesOf({ label, id, name }: Mention): readonly string[] {
  return [label, id, name].map(keyOf);
}

/** `AC-2`, `ac-02` and `AC 2` are one id. */
function keyOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/([a-z])[\s-]*0*(\d)/g, '$1$2');
}
