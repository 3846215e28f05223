/**
 * Sets of items 0 … `items`-1 as rows of bits, so that counting what two sets share is a few machine words' work.
 */
export interface BitSets {
  /** Number of sets. */
  readonly size: number;
  /** Number of different items that a set may hold. */
  readonly items: number;
  /** Words of 32 items in a row. */
  readonly words: number;
  /** Row by row; item `i` of set `s` is bit `i % 32` of word `s * words + (i >> 5)`. */
  readonly bits: Uint32Array;
  /** How many items each set holds. */
  readonly sizes: Int32Array;
}

/**
 * Makes bit sets. An item named twice in a set counts once.
 *
 * @param items number of different items; every member must be in 0 … items-1
 */
export function bitSetsOf(sets: readonly Iterable<number>[], items: number): BitSets {
  const words = (items + 31) >>> 5;
  const bits = new Uint32Array(sets.length * words);
  sets.forEach((members, set) => {
    for (const item of members) {
      const word = set * words + (item >>> 5);
      bits[word] = (bits[word] ?? 0) | (1 << (item & 31));
    }
  });
  const sizes = Int32Array.from(sets, (_, set) => countBits(bits, set * words, words));
  return { size: sets.length, items, words, bits, sizes };
}

export function holds({ bits, words }: BitSets, set: number, item: number): boolean {
  return (((bits[set * words + (item >>> 5)] ?? 0) >>> (item & 31)) & 1) === 1;
}

/** Number of items that two sets share. */
export function sharedCount({ bits, words }: BitSets, left: number, right: number): number {
  let count = 0;
  const leftStart = left * words;
  const rightStart = right * words;
  for (let word = 0; word < words; word++)
    count += popCount((bits[leftStart + word] ?? 0) & (bits[rightStart + word] ?? 0));
  return count;
}

/** Sum of the weights of the items that two sets share. */
export function sharedWeight(
  { bits, words }: BitSets,
  left: number,
  right: number,
  weights: Float64Array,
): number {
  let sum = 0;
  for (let word = 0; word < words; word++) {
    let shared = (bits[left * words + word] ?? 0) & (bits[right * words + word] ?? 0);
    while (shared !== 0) {
      sum += weights[(word << 5) + 31 - Math.clz32(shared & -shared)] ?? 0;
      shared &= shared - 1;
    }
  }
  return sum;
}

/** How many sets hold each item. */
export function holderCounts(sets: BitSets): Int32Array {
  const counts = new Int32Array(sets.items);
  for (let set = 0; set < sets.size; set++) {
    for (let item = 0; item < sets.items; item++)
      if (holds(sets, set, item)) counts[item] = (counts[item] ?? 0) + 1;
  }
  return counts;
}

function countBits(bits: Uint32Array, start: number, words: number): number {
  let count = 0;
  for (let word = start; word < start + words; word++) count += popCount(bits[word] ?? 0);
  return count;
}

/** Number of bits set in a 32-bit word: sums in pairs, fours, bytes (Warren, Hacker's Delight, 5-1). */
export function popCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
