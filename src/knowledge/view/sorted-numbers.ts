/** Whether an ascending column holds a number. */
export function includesSorted(numbers: Int32Array, wanted: number): boolean {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return numbers[low] === wanted;
}

/** Whether two lists hold the same numbers in the same order. */
export function sameNumbers(one: Int32Array, other: Int32Array): boolean {
  return one.length === other.length && one.every((number, index) => other[index] === number);
}
