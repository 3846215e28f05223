import type { MigrationEntry } from '../../answers/index.ts';
import { platformNamed, type Annotation, type Layer, type LayerFilters } from '../../threat/index.ts';
import type { ReleaseTarget } from './resolution.ts';

/** Filters of a layer in another release. */
export interface CarriedFilters {
  /** Absent: everything is shown. */
  readonly filters?: LayerFilters;
  readonly entries: readonly MigrationEntry[];
  /** What the list was, where it is another. */
  readonly annotations: readonly Annotation[];
}

/**
 * Carries the platforms that a layer shows. A viewer hides a technique none of whose platforms is chosen, so a name that the release does
 * not have hides marks: names are replaced by those of the release, or go. A list of every platform of its own release meant
 * everything, and becomes no list, which means everything too.
 */
export function carryFilters(layer: Layer, target: ReleaseTarget): CarriedFilters {
  const { filters, domain, release, customDataUrl } = layer;
  const known = target.platformsOf(domain);
  const asIs = { ...(filters === undefined ? {} : { filters }), entries: [], annotations: [] };
  // An empty list chooses everything, in the Navigator too.
  if (
    filters?.platforms === undefined ||
    filters.platforms.length === 0 ||
    known.length === 0 ||
    customDataUrl !== undefined
  )
    return asIs;
  const { platforms = [], ...others } = filters;
  const carried = platforms.map((name) => ({ name, to: spelledIn(known, name) }));
  const kept = new Set(carried.flatMap(({ to }) => to));
  const everything = known.every((name) => kept.has(name));
  const former = target.platformsBefore(domain, release);
  const meantAll = former !== undefined && former.every((name) => kept.has(name));
  const annotations = [{ name: `platforms before ${target.release}`, value: platforms.join(', ') }];
  if (!everything && (meantAll || kept.size === 0))
    return {
      ...withPlatforms(others),
      entries: [wholeEntry(platforms, target, meantAll)],
      annotations,
    };
  const entries = carried.flatMap(({ name, to }) => nameEntry(name, to, target) ?? []);
  if (entries.length === 0) return asIs;
  return { ...withPlatforms({ ...others, platforms: [...kept] }), entries, annotations };
}

function withPlatforms(filters: LayerFilters): Pick<CarriedFilters, 'filters'> {
  return Object.keys(filters).length === 0 ? {} : { filters };
}

/** What a release calls a platform: by the very name, or by one of the names that it has or had. */
function spelledIn(known: readonly string[], name: string): readonly string[] {
  if (known.includes(name)) return [name];
  const platform = platformNamed(name);
  if (platform === undefined) return [];
  const names = [platform.name, ...platform.former];
  return known.includes(platform.name) ? [platform.name] : known.filter((each) => names.includes(each));
}

function wholeEntry(
  platforms: readonly string[],
  { release }: ReleaseTarget,
  meantAll: boolean,
): MigrationEntry {
  return {
    kind: 'platform',
    from: platforms.join(', '),
    to: ['every platform'],
    standing: meantAll ? 'resolved' : 'assumed',
    reason: meantAll
      ? 'the list held every platform of its release'
      : `${release} has none of these platforms`,
    candidates: [],
  };
}

function nameEntry(
  from: string,
  to: readonly string[],
  { release }: ReleaseTarget,
): MigrationEntry | undefined {
  if (to.length === 1 && to[0] === from) return undefined;
  const isKnown = to.length > 0;
  return {
    kind: 'platform',
    from,
    to,
    standing: isKnown ? 'resolved' : 'dropped',
    reason: isKnown ? `${release} calls it so` : `${release} has no such platform`,
    candidates: [],
  };
}
