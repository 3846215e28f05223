import type { LoadedSource } from '../api/answers.ts';

/** Releases of ATT&CK that are loaded, each once, oldest first: `9.0` before `18.1`. */
export function releasesLoaded(loaded: readonly Pick<LoadedSource, 'kind' | 'release'>[]): readonly string[] {
  const releases = loaded.flatMap(({ kind, release }) =>
    kind === 'attack' && release !== undefined ? [release] : [],
  );
  return [...new Set(releases)].toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}
