import { countriesOf, REGIONS } from './places/regions.ts';
import { SECTORS } from './sectors/sectors.ts';

/** Sectors that are a part of a sector, and parts of those, in the order of {@link SECTORS}; not the sector itself. */
export function sectorsWithin(name: string): readonly string[] {
  return SECTORS.filter(({ within }) => within === name).flatMap((part) => [
    part.name,
    ...sectorsWithin(part.name),
  ]);
}

/** Regions whose countries are all in a region; not the region itself. */
export function regionsWithin(name: string): readonly string[] {
  const all = new Set(countriesOf(name));
  return REGIONS.filter((region) => {
    const countries = countriesOf(region.name);
    const isInside =
      countries.length > 0 && countries.length < all.size && countries.every((code) => all.has(code));
    return isInside || (name === 'europe' && region.name === 'european-union');
  }).map((region) => region.name);
}
