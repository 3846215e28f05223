import {
  COUNTRIES,
  DEMONYMS,
  NO_SECTOR_OR_PLACE,
  REGION_ADJECTIVES,
  REGIONS,
  SECTOR_HEADS,
  SECTOR_WORDS,
  SECTORS,
  STATE_ORGANS,
  type Country,
  type Region,
  type Sector,
} from '../../threat/index.ts';
import { groupedBy, lazily } from '../../text/index.ts';
import type { Span } from '../described-text.ts';
import { plainWords, type Words } from './words.ts';

/** What words of the vocabulary mean. */
export type Meaning =
  | { readonly kind: 'country'; readonly country: Country; readonly isAdjective: boolean }
  | { readonly kind: 'region'; readonly regions: readonly Region[]; readonly isAdjective: boolean }
  /** An organ that stands for its state. */
  | { readonly kind: 'organ'; readonly country: Country }
  | { readonly kind: 'sector'; readonly sector: Sector; readonly needsHead: boolean }
  | { readonly kind: 'head' }
  | { readonly kind: 'nothing' };

/** Words of the vocabulary in a text. */
export interface Mention extends Span {
  /** Several where the words name two sectors. */
  readonly meanings: readonly [Meaning, ...Meaning[]];
  /** Whether the last of the words makes sectors of the words beside it: `financial companies`. */
  readonly isHead: boolean;
  /** Number of the word behind them. */
  readonly next: number;
}

interface Entry {
  /** In plain spelling. */
  readonly words: readonly string[];
  readonly meanings: [Meaning, ...Meaning[]];
  /** Names of places and organs begin with a capital letter; abbreviations are capitals throughout. */
  readonly letters: 'any' | 'capital' | 'capitals';
  readonly isHead: boolean;
}

/** Entries by their first word, the longest first. */
type Vocabulary = ReadonlyMap<string, readonly Entry[]>;

/** What may stand between two words of one entry: `U.S.`, `oil & gas`, `think-tank`, `People’s`. */
const BETWEEN = /^(?:[\s.'’/‐-–-]|\. | ?& ?){1,3}$/;

/** Compiled by the first text that is looked at: most deliveries have none. */
const compiled = lazily(compile);

/** Finds the words of the vocabulary in a text, the longest match first, from left to right without overlap. */
export function mentionsIn(words: Words): readonly Mention[] {
  const entries = compiled();
  const mentions: Mention[] = [];
  for (let index = 0; index < words.plain.length; index++) {
    const entry = entryAt(entries.get(words.plain[index] ?? ''), words, index);
    if (entry === undefined) continue;
    const last = index + entry.words.length - 1;
    const { meanings, isHead } = entry;
    mentions.push({
      from: words.from[index] ?? 0,
      to: words.to[last] ?? 0,
      meanings,
      isHead,
      next: last + 1,
    });
    index = last;
  }
  return mentions;
}

function entryAt(entries: readonly Entry[] | undefined, words: Words, start: number): Entry | undefined {
  if (entries === undefined) return undefined;
  for (const entry of entries) if (isAt(entry, words, start)) return entry;
  return undefined;
}

function isAt({ words, letters }: Entry, { plain, from, to, text }: Words, start: number): boolean {
  for (let index = 1; index < words.length; index++) {
    const at = start + index;
    if (plain[at] !== words[index] || !BETWEEN.test(text.slice(to[at - 1], from[at]))) return false;
  }
  if (letters === 'any') return true;
  const first = from[start] ?? 0;
  const written = text.slice(first, letters === 'capital' ? first + 1 : to[start + words.length - 1]);
  return written !== written.toLowerCase() && (letters === 'capital' || written === written.toUpperCase());
}

function compile(): Vocabulary {
  const entries = new Map<string, Entry>();
  const heads = new Set(SECTOR_HEADS.flatMap(formsOf));
  const add = (spelling: string, letters: Entry['letters'], meaning: Meaning): void => {
    const words = plainWords(spelling);
    const plain = words.join(' ');
    const known = entries.get(plain);
    const isHead = heads.has(words.at(-1) ?? '') && meaning.kind !== 'nothing';
    if (known === undefined) entries.set(plain, { words, meanings: [meaning], letters, isHead });
    else if (known.meanings[0].kind === 'sector' && meaning.kind === 'sector') known.meanings.push(meaning);
  };
  for (const spelling of NO_SECTOR_OR_PLACE) add(spelling, 'any', { kind: 'nothing' });
  addPlaces(add);
  addSectors(add);
  const vocabulary = groupedBy(entries.values(), ({ words: [first = ''] }) => first);
  for (const alike of vocabulary.values()) alike.sort((one, other) => other.words.length - one.words.length);
  return vocabulary;
}

type Add = (spelling: string, letters: Entry['letters'], meaning: Meaning) => void;

function addPlaces(add: Add): void {
  const countries = new Map(COUNTRIES.map((country) => [country.code, country]));
  const regions = new Map(REGIONS.map((region) => [region.name, region]));
  for (const country of COUNTRIES)
    for (const spelling of [country.name, ...country.spellings])
      add(spelling, lettersOf(spelling), { kind: 'country', country, isAdjective: false });
  add('US', 'capitals', { kind: 'country', country: countries.get('US') ?? nobody('US'), isAdjective: true });
  for (const { code, adjectives } of DEMONYMS)
    for (const adjective of adjectives)
      add(adjective, 'capital', {
        kind: 'country',
        country: countries.get(code) ?? nobody(code),
        isAdjective: true,
      });
  for (const region of REGIONS)
    for (const spelling of region.spellings)
      add(spelling, lettersOf(spelling), { kind: 'region', regions: [region], isAdjective: false });
  for (const { region, adjectives } of REGION_ADJECTIVES)
    for (const adjective of adjectives)
      add(adjective, 'capital', {
        kind: 'region',
        regions: [regions.get(region) ?? nobody(region)],
        isAdjective: true,
      });
  for (const { code, names } of STATE_ORGANS)
    for (const name of names)
      add(name, lettersOf(name), { kind: 'organ', country: countries.get(code) ?? nobody(code) });
  addSharedDirections(add, regions);
}

/** `Central and South America`, `East and Southeast Asia`: two regions share the name of the continent. */
const SHARED: readonly (readonly [continent: string, directions: readonly (readonly [string, string])[]])[] =
  [
    [
      'America',
      [
        ['North', 'northern-america'],
        ['Central', 'central-america'],
        ['South', 'south-america'],
        ['Latin', 'latin-america-caribbean'],
      ],
    ],
    [
      'Asia',
      [
        ['Central', 'central-asia'],
        ['East', 'eastern-asia'],
        ['Eastern', 'eastern-asia'],
        ['South', 'southern-asia'],
        ['Southern', 'southern-asia'],
        ['Southeast', 'south-eastern-asia'],
        ['Western', 'western-asia'],
      ],
    ],
    [
      'Europe',
      [
        ['Eastern', 'eastern-europe'],
        ['Western', 'western-europe'],
        ['Northern', 'northern-europe'],
        ['Southern', 'southern-europe'],
      ],
    ],
    [
      'Africa',
      [
        ['North', 'northern-africa'],
        ['East', 'eastern-africa'],
        ['West', 'western-africa'],
        ['South', 'southern-africa'],
      ],
    ],
  ];

function addSharedDirections(add: Add, regions: ReadonlyMap<string, Region>): void {
  for (const [continent, directions] of SHARED)
    for (const [one, oneName] of directions)
      for (const [other, otherName] of directions)
        if (one !== other)
          add(`${one} and ${other} ${continent}`, 'capital', {
            kind: 'region',
            regions: [oneName, otherName].map((name) => regions.get(name) ?? nobody(name)),
            isAdjective: false,
          });
}

function addSectors(add: Add): void {
  const sectors = new Map(SECTORS.map((sector) => [sector.name, sector]));
  for (const row of SECTOR_WORDS) {
    const sector = sectors.get(row.sector) ?? nobody(row.sector);
    for (const word of row.alone)
      for (const form of formsOf(word)) add(form, 'any', { kind: 'sector', sector, needsHead: false });
    for (const word of row.beside)
      add(word, word === 'it' ? 'capitals' : 'any', { kind: 'sector', sector, needsHead: true });
  }
  for (const head of SECTOR_HEADS) for (const form of formsOf(head)) add(form, 'any', { kind: 'head' });
}

/** A word and its regular plural. */
function formsOf(word: string): readonly string[] {
  return word.endsWith('s') ? [word] : [word, `${word}s`];
}

/** `UAE` and `U.S.` are written in capitals, so that `us` is nobody. */
function lettersOf(spelling: string): Entry['letters'] {
  return spelling === spelling.toUpperCase() ? 'capitals' : 'capital';
}

/** The tables of `src/threat` name one another; a test checks that they do so rightly. */
function nobody(name: string): never {
  throw new RangeError(`The vocabulary has no ${name}.`);
}
