import { compareReleases } from '../text/index.ts';

/** The newest of some releases; undefined if there are none. Those with a suffix only if there is no other. */
export function newestRelease(releases: readonly string[]): string | undefined {
  const finished = releases.filter((release) => !release.includes('-'));
  return (finished.length > 0 ? finished : releases).toSorted(compareReleases).at(-1);
}
