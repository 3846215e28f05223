/**
 * Orders releases such as `9.0`, `10.1`, `16.1`: by their numbers, part by part; one with a suffix
 * (`11.0-beta`) before the same without.
 *
 * @returns negative where `a` is older, positive where it is newer
 */
export function compareReleases(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let index = 0; index < Math.max(left.numbers.length, right.numbers.length); index++) {
    const difference = (left.numbers[index] ?? 0) - (right.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (left.suffix === right.suffix) return 0;
  if (left.suffix === '' || right.suffix === '') return left.suffix === '' ? 1 : -1;
  return left.suffix < right.suffix ? -1 : 1;
}

/** The newest of some releases; undefined if there are none. Those with a suffix only if there is no other. */
export function newestRelease(releases: readonly string[]): string | undefined {
  const finished = releases.filter((release) => !release.includes('-'));
  return (finished.length > 0 ? finished : releases).toSorted(compareReleases).at(-1);
}

function partsOf(release: string): { numbers: readonly number[]; suffix: string } {
  const [numbers = '', ...suffix] = release.split('-');
  return { numbers: numbers.split('.').map(Number), suffix: suffix.join('-') };
}
