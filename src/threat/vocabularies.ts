import { closestName, furthestMeant } from '../text/index.ts';
import { EVERYDAY_WORDS } from './everyday-words.ts';
import { COUNTRIES } from './places/countries.ts';
import { sectorsOfCode } from './sectors/industry-codes.ts';
import { MOTIVES, motiveNamed } from './motives.ts';
import { countryInField, countryNamed, regionNamed } from './places/places.ts';
import { PLATFORMS, platformNamed } from './attack/platforms.ts';
import { REGIONS } from './places/regions.ts';
import { SECTORS, sectorsNamed } from './sectors/sectors.ts';

/** The words of one kind that an organisation is described by, however people spell them. */
export interface Vocabulary {
  /** What one of its names is, e.g. `sector`. */
  readonly noun: string;
  readonly plural: string;
  readonly names: readonly string[];
  /** Names that a text means, e.g. `telecoms` → `telecommunications`; empty where it means none. */
  readonly understand: (text: string) => readonly string[];
  /** What a person calls a name, e.g. `LU` → `Luxembourg`. */
  readonly say: (name: string) => string;
  /** Everything that is understood, but codes of industries and words for several names. */
  readonly spellings: readonly string[];
}

/** The vocabularies by the name of the list in an organisation. */
export const VOCABULARIES = {
  sectors: {
    noun: 'sector',
    plural: 'sectors',
    names: SECTORS.map(({ name }) => name),
    understand: (text) =>
      orEveryday(
        'sectors',
        text,
        (sectorsOfCode(text) ?? sectorsNamed(text)).map(({ name }) => name),
      ),
    say: (name) => SECTORS.find((row) => row.name === name)?.label ?? name,
    spellings: SECTORS.flatMap(({ name, label, spellings }) => [
      name,
      label,
      ...spellings,
      ...EVERYDAY_WORDS.sectors.spellingsOf(name),
    ]),
  },
  countries: {
    noun: 'country',
    plural: 'countries',
    names: COUNTRIES.map(({ code }) => code),
    understand: (text) => orEveryday('countries', text, listed(countryInField(text)?.code)),
    say: (code) => countryNamed(code)?.name ?? code,
    spellings: COUNTRIES.flatMap(({ name, spellings }) => [name, ...spellings]),
  },
  regions: {
    noun: 'region',
    plural: 'regions',
    names: REGIONS.map(({ name }) => name),
    understand: (text) => orEveryday('regions', text, listed(regionNamed(text)?.name)),
    say: (name) => REGIONS.find((row) => row.name === name)?.label ?? name,
    spellings: REGIONS.flatMap(({ name, spellings }) => [name, ...spellings]),
  },
  platforms: {
    noun: 'platform',
    plural: 'platforms',
    names: PLATFORMS.map(({ name }) => name),
    understand: (text) => listed(platformNamed(text)?.name),
    say: (name) => name,
    spellings: PLATFORMS.flatMap(({ name, former, spellings }) => [name, ...former, ...spellings]),
  },
  motives: {
    noun: 'motive',
    plural: 'motives',
    names: MOTIVES.map(({ name }) => name),
    understand: (text) => orEveryday('motives', text, listed(motiveNamed(text)?.name)),
    say: (name) => name,
    spellings: MOTIVES.flatMap(({ name, spellings }) => [name, ...spellings]),
  },
} as const satisfies Readonly<Record<string, Vocabulary>>;

/** The spelling that a text which is not understood was probably meant to be; undefined where none is near. */
export function probablyMeant(text: string, vocabulary: Vocabulary): string | undefined {
  return (furthestMeant(text.trim()) ?? 0) === 0 ? undefined : closestName(text, vocabulary.spellings);
}

/** Names that are few enough to be listed to somebody who used none of them. */
const FEW = 60;

/**
 * What helps somebody whose text is not understood: the spelling that was probably meant, else the other vocabulary that has the word,
 * else all names where they are few.
 */
export function suggestion(text: string, vocabulary: Vocabulary): string {
  const meant = probablyMeant(text, vocabulary);
  if (meant !== undefined) return `Did you mean \`${meant}\`?`;
  const other = Object.values<Vocabulary>(VOCABULARIES).find(
    (each) => each !== vocabulary && each.understand(text).length > 0,
  );
  if (other !== undefined)
    return `It names a ${other.noun} (${other.understand(text).map(other.say).join(', ')}), no ${vocabulary.noun}.`;
  return vocabulary.names.length > FEW ? '' : `It is one of ${vocabulary.names.join(', ')}.`;
}

/** What names of places mean: people write regions where countries are asked for, and the other way round. */
export interface PlacesMeant {
  readonly countries: readonly string[];
  readonly regions: readonly string[];
  /** As given; they mean neither. */
  readonly unknown: readonly string[];
}

/** The countries and regions that words mean; a word that means both is a country. */
export function placesMeant(words: readonly string[]): PlacesMeant {
  const { countries, regions } = VOCABULARIES;
  const isCountry = (word: string): boolean => countries.understand(word).length > 0;
  const isRegion = (word: string): boolean => !isCountry(word) && regions.understand(word).length > 0;
  return {
    countries: [...new Set(words.flatMap(countries.understand))],
    regions: [...new Set(words.filter(isRegion).flatMap(regions.understand))],
    unknown: words.filter((word) => !isCountry(word) && !isRegion(word)),
  };
}

/** Names that a text means by the tables that sources are read by, else by everyday words. */
function orEveryday(
  list: keyof typeof EVERYDAY_WORDS,
  text: string,
  names: readonly string[],
): readonly string[] {
  return names.length > 0 ? names : EVERYDAY_WORDS[list].understand(text);
}

function listed(name: string | undefined): readonly string[] {
  return name === undefined ? [] : [name];
}
