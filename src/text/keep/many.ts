// What `Math.max(...values)` and `list.push(...items)` do, for lists of any size: the engine puts each item of a spread argument
// on the call stack, and a list from outside of some 120,000 items ends it.

/** The highest of any number of values; `floor` where there is none higher. */
export function highest(values: Iterable<number>, floor = -Infinity): number {
  let result = floor;
  for (const value of values) result = Math.max(result, value);
  return result;
}

/** The lowest of any number of values; `ceiling` where there is none lower. */
export function lowest(values: Iterable<number>, ceiling = Infinity): number {
  let result = ceiling;
  for (const value of values) result = Math.min(result, value);
  return result;
}

export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Adds any number of items to the end of a list. */
export function append<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}
