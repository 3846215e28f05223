import type { TechniqueAnswer } from '../../answers/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import { releasesLoaded } from '../../knowledge/index.ts';
import { domainsOf } from '../../stix/index.ts';
import { compareReleases } from '../../text/index.ts';
import { releaseTarget } from '../releases/migrate.ts';

/** The release that ids are carried to without its being loaded. */
const KNOWN_BY_TABLE = '19.1';

/** What a technique is in the releases that are loaded beside the one in view, and in 19 where none so late is loaded. */
export function inOtherReleases(
  { base, view }: Pick<Knowledge['desk'], 'base' | 'view'>,
  technique: number,
): TechniqueAnswer['releases'] {
  const { label, stored } = view.catalogue.entry(technique);
  if (label === '') return [];
  const domains = new Set<string>(stored === undefined ? [] : domainsOf(view.object(stored).raw));
  const loaded = releasesLoaded(base.sources());
  const inView = new Set(view.sources.map(({ release }) => release));
  const isLate = loaded.some((release) => compareReleases(release, '19') >= 0);
  return [...loaded, ...(isLate || loaded.length === 0 ? [] : [KNOWN_BY_TABLE])]
    .filter((release) => !inView.has(release))
    .toSorted(compareReleases)
    .flatMap((release) => {
      const target = releaseTarget(base, release);
      // A release of other domains neither has the technique nor has lost it.
      if (![...target.domains].some((domain) => domains.has(domain))) return [];
      const { to = '', standing, reason, candidates } = target.resolve(label);
      return [{ release, to, standing, reason, candidates }];
    });
}
