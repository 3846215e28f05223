import { addTo } from '../../../text/index.ts';
import { platformSpellings } from '../../../threat/index.ts';
import { eachPair, type Known } from '../../../desk/index.ts';

/** Which techniques can work on what an organisation runs. */
export interface PlatformFit {
  readonly fits: (technique: number) => boolean;
  /** Platforms that a technique works on, as its sources spell them. */
  readonly platformsOf: (technique: number) => readonly string[];
}

/**
 * Which techniques work on any of some platforms. Where no platforms are known, of the organisation or of a technique,
 * it fits: not known is not no. Releases before the newest spell some platforms otherwise; both spellings count.
 *
 * @param platforms as ATT&CK spells them
 */
export function platformFitOf(known: Known, platforms: readonly string[]): PlatformFit {
  const worksOn = new Map<number, string[]>();
  const named = new Map<number, string>();
  eachPair(known, 'on-platform', (thing, platform) => {
    const name = named.get(platform) ?? known.catalogue.name(platform);
    named.set(platform, name);
    addTo(worksOn, thing, name);
  });
  const wanted = platformSpellings(platforms);
  const platformsOf = (technique: number): readonly string[] => worksOn.get(technique) ?? [];
  return {
    platformsOf,
    fits: (technique) => {
      const names = platformsOf(technique);
      return platforms.length === 0 || names.length === 0 || names.some((name) => wanted.has(name));
    },
  };
}
