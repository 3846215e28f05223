import type { SectorMeasure, SectorsAnswer, SightingScope } from '../answers/index.ts';
import { count } from '../text/index.ts';
import { MEASURE_NAMES } from './overlap-words.ts';

/** What similarity of sectors is measured by, in words. */
export const SECTOR_MEASURE_NAMES: Readonly<Record<SectorMeasure, string>> = {
  ...MEASURE_NAMES,
  weighted: 'weighted Jaccard index of the shares',
};

/** Between the names of what is compared, since sectors have `and` in theirs. */
export const BETWEEN_NAMES = ' / ';

/** `12 sectors`. */
export function sayCompared({ between, compared }: Pick<SectorsAnswer, 'between' | 'compared'>): string {
  return count(compared.length, between.slice(0, -1));
}

/** Which sightings, in a sentence. */
export function sayScope({ synthetic, sightings, from, until, batches }: SightingScope): string {
  const made = synthetic ? ' that were made up' : '';
  return `${count(sightings, 'sighting')}${made}, ${from} to ${until}, from ${count(batches.length, 'import')}.`;
}

/** When a technique counts as present, in a sentence. */
export function saySupport({ between, support }: Pick<SectorsAnswer, 'between' | 'support'>): string {
  const { rule, ofSightings, ofOrganisations, organisations } = support;
  if (rule === 'raw') return 'A technique is present where it was seen at least once.';
  const share = `A technique is present where at least ${sayShare(ofSightings)} of the sightings are of it`;
  return between === 'organisations'
    ? `${share}.`
    : `${share}, at ${sayShare(ofOrganisations)} of the organisations or more, and ${organisations} at least; where no organisation is named, by its share of the sightings alone.`;
}

/** A share in per cent, as exactly as it was given: `0.2 %`. */
export function sayShare(share: number): string {
  return `${Number((100 * share).toPrecision(6))} %`;
}
