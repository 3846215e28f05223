/**
 * The name that was probably meant: the one at the smallest edit distance (insert, delete, replace, swap
 * neighbours), if that is at most a third of the name's length.
 */
export function closestName(text: string, names: readonly string[]): string | undefined {
  if (text.length > LONGEST_NAME) return undefined;
  const ranked = names
    .filter((name) => Math.abs(name.length - text.length) <= Math.max(1, name.length / 3))
    .map((name) => ({ name, distance: editDistance(text.toLowerCase(), name.toLowerCase()) }))
    .toSorted((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best !== undefined && best.distance <= Math.max(1, best.name.length / 3) ? best.name : undefined;
}

/** Longer texts are no misspelt names, and comparing them with every name would take long. */
const LONGEST_NAME = 100;

/**
 * At how many edits from a text a name may be to have been meant: one for every four characters, four at most. A word
 * of three letters with another letter in it is another word (MFA is no misspelt BFA), so short words are never near.
 * Undefined where a text is too long to be a name.
 */
export function furthestMeant(text: string): number | undefined {
  return text.length > LONGEST_NAME ? undefined : Math.min(4, Math.floor(text.length / 4));
}

/** Characters to insert, delete, replace or swap with a neighbour to make one text of the other (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(beforeLast, j - 2) + 1 : Infinity;
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, replaced, swapped));
    }
    [beforeLast, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
