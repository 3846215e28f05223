import type { GroupsQuestion, TraitKind } from '../../answers/index.ts';
import { VOCABULARIES, type Vocabulary } from '../../threat/index.ts';

/** Which groups to find. Of several values of one kind one is enough; of several kinds all are needed. */
export type GroupSearch = Partial<GroupsQuestion>;

/** How words without an option are understood: which field they are of, by which vocabularies, and what they then are. */
const WORD_READERS = [
  { field: 'sectors', reads: [['sector', VOCABULARIES.sectors]] },
  {
    field: 'countries',
    reads: [
      ['country', VOCABULARIES.countries],
      ['region', VOCABULARIES.regions],
    ],
  },
  { field: 'motives', reads: [['motive', VOCABULARIES.motives]] },
] as const satisfies readonly Reader[];

/** The same of every field: where groups come from is asked by option alone. */
export const READERS = [
  ...WORD_READERS,
  { field: 'origins', reads: [['origin', VOCABULARIES.countries]] },
] as const satisfies readonly Reader[];

interface Reader {
  readonly field: keyof GroupSearch;
  readonly reads: readonly (readonly [TraitKind, Vocabulary])[];
}

type WordField = (typeof WORD_READERS)[number]['field'];

/** A search in which words without an option are read, and how they were. */
interface ReadSearch {
  readonly search: GroupSearch;
  readonly notes: readonly string[];
}

/**
 * Words without an option: as many as a vocabulary knows together (`Western Europe`) are a sector, country, region or motive, in
 * this order; what none knows is a keyword. A country is one that is attacked: where groups come from is asked by option.
 */
export function wordsRead(question: GroupSearch): ReadSearch {
  const { words = [], ...search } = question;
  const found: Readonly<Record<WordField | 'keywords', string[]>> = {
    sectors: [],
    countries: [],
    motives: [],
    keywords: [],
  };
  const notes: string[] = [];
  let rest = words.flatMap((word) => word.trim().split(/\s+/u)).filter((word) => word !== '');
  while (rest.length > 0) {
    const read = longestRead(rest);
    const text = rest.slice(0, read?.length ?? 1).join(' ');
    found[read?.field ?? 'keywords'].push(text);
    notes.push(`“${text}” is read as ${read?.label ?? 'a word to look for'}.`);
    rest = rest.slice(read?.length ?? 1);
  }
  const more = (field: WordField | 'keywords'): Partial<GroupSearch> =>
    found[field].length === 0 ? {} : { [field]: [...(search[field] ?? []), ...found[field]] };
  return {
    search: { ...search, ...more('sectors'), ...more('countries'), ...more('motives'), ...more('keywords') },
    notes,
  };
}

interface ReadWords {
  readonly field: WordField;
  readonly label: string;
  /** How many words were read. */
  readonly length: number;
}

/** The most words from the first on that a vocabulary knows; undefined where none knows the first. */
function longestRead(words: readonly string[]): ReadWords | undefined {
  for (let length = Math.min(words.length, LONGEST); length > 0; length--)
    for (const { field, reads } of WORD_READERS)
      for (const [kind, { understand, say }] of reads) {
        const names = understand(words.slice(0, length).join(' '));
        if (names.length > 0) return { field, label: LABELS[kind](sayChoice(names.map(say))), length };
      }
  return undefined;
}

/** The most words of one spelling. */
const LONGEST = 8;

/** What words were read as; of several values one is enough. */
const LABELS = {
  sector: (names) => `the sector ${names}`,
  country: (names) => `an attack on ${names}`,
  region: (names) => `an attack on ${names}`,
  motive: (names) => `the motive ${names}`,
} as const satisfies Readonly<Partial<Record<TraitKind, (names: string) => string>>>;

/** `Belgium, Luxembourg or the Netherlands`. */
function sayChoice(names: readonly string[]): string {
  const said = names.map((name) => (WITH_ARTICLE.test(name) ? `the ${name}` : name));
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} or ${said.at(-1)}`;
}

/** Names of places that a sentence gives an article. */
const WITH_ARTICLE =
  /^(?:Bahamas|Balkans|Baltics|Caribbean|Central African Republic|Dominican Republic|European Union|Gambia|Maldives|Middle East|Netherlands|Nordics|Philippines|United .*|.* Islands)$/u;
