import type { TraitKind } from '../../answers/index.ts';
import { VOCABULARIES } from '../../threat/index.ts';

const WORDS: Readonly<Record<TraitKind, (value: string) => string>> = {
  sector: VOCABULARIES.sectors.say,
  country: VOCABULARIES.countries.say,
  region: VOCABULARIES.regions.say,
  organisation: (name) => name,
  motive: VOCABULARIES.motives.say,
  origin: VOCABULARIES.countries.say,
};

/** A trait as a sentence calls it: `LU` → `Luxembourg`. */
export function sayTrait(kind: TraitKind, value: string): string {
  return WORDS[kind](value);
}
