import type { TraitKind } from '../victims/trait.ts';
import { sayCountry, sayRegion } from './place-factors.ts';
import { saySector } from './subject-factors.ts';

const WORDS: Readonly<Record<TraitKind, (value: string) => string>> = {
  sector: saySector,
  country: sayCountry,
  region: sayRegion,
  organisation: (name) => name,
  motive: (name) => name,
  origin: sayCountry,
};

/** A trait as a sentence calls it: `LU` → `Luxembourg`. */
export function sayTrait(kind: TraitKind, value: string): string {
  return WORDS[kind](value);
}
