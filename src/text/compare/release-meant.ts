import { compareReleases } from './compare-releases.ts';

/** The newest of some releases; undefined if there are none. Those with a suffix only if there is no other. */
export function newestRelease(releases: readonly string[]): string | undefined {
  const finished = releases.filter((release) => !release.includes('-'));
  return (finished.length > 0 ? finished : releases).toSorted(compareReleases).at(-1);
}

/**
 * The release that a text names: `18.1` and `v18.1` that one, `18` and `v18` the newest 18.x.
 *
 * @returns undefined where it is none of those that there are
 */
export function releaseMeant(text: string, releases: readonly string[]): string | undefined {
  const name = text.trim().replace(/^v/iu, '');
  if (releases.includes(name)) return name;
  return /^\d+$/u.test(name)
    ? newestRelease(releases.filter((release) => release.startsWith(`${name}.`)))
    : undefined;
}
