import { isCleared, strictestLevel, type MarkingLevel } from '../../facts/index.ts';
import { bytesPath, listCopies, readCopy } from '../copies/kept-copies.ts';
import type { Home } from '../home.ts';

/** A source that is loaded, and holds sightings. */
export interface LoadedSightings {
  /** The copy that is kept of it. */
  readonly path: string;
  /** Where it came from. */
  readonly called: string;
  readonly level?: MarkingLevel | undefined;
}

/**
 * The sources loaded that hold sightings of STIX, in the order of loading, by the copies kept of them.
 *
 * @param clearance sources that hold what is marked above it are left out, as a copy is read as a whole; default none
 * @throws FoeprintError H521 where a copy is missing or damaged
 */
export async function loadedSightings(
  home: Home,
  clearance?: MarkingLevel,
): Promise<readonly LoadedSightings[]> {
  const base = await home.knowledgeBase();
  if (
    base
      .view()
      .census()
      .every(({ type }) => type !== 'sighting')
  )
    return [];
  const cleared = base
    .sources()
    .filter(({ level, levels = [] }) => isCleared(strictestLevel([level, ...levels]), clearance));
  const levels = new Map(cleared.map(({ sha256, level }) => [sha256, level]));
  const found: LoadedSightings[] = [];
  for (const { sha256, location } of await listCopies(home.paths.sources)) {
    if (!levels.has(sha256)) continue;
    const text = await readCopy(home.paths.sources, sha256);
    if (text.includes('"sighting"'))
      found.push({
        path: bytesPath(home.paths.sources, sha256),
        called: location,
        level: levels.get(sha256),
      });
  }
  return found;
}
