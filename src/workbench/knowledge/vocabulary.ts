import {
  VOCABULARY_LISTS,
  type VocabularyAnswer,
  type VocabularyQuestion,
  type VocabularyWord,
} from '../../answers/index.ts';
import { FoeprintError } from '../../facts/index.ts';
import {
  COUNTRIES,
  countriesOf,
  EVERYDAY_WORDS,
  MOTIVES,
  PLATFORMS,
  REGIONS,
  SECTORS,
  sectorsWithin,
  VOCABULARIES,
} from '../../threat/index.ts';
import { notInVocabulary } from '../names/asked-sectors.ts';

type ListName = (typeof VOCABULARY_LISTS)[number];
type Row = Pick<VocabularyWord, 'name' | 'spellings'> &
  Partial<Pick<VocabularyWord, 'within' | 'members' | 'codes'>>;

/** The rows of each vocabulary, with the spellings that sources are read by. */
const ROWS: Readonly<Record<ListName, () => readonly Row[]>> = {
  sectors: () =>
    SECTORS.map(({ name, within = '', nace, naics, spellings }) => ({
      name,
      within,
      spellings,
      members: sectorsWithin(name),
      codes: [...nace.map((code) => `NACE ${code}`), ...naics.map((code) => `NAICS ${code}`)],
    })),
  countries: () =>
    COUNTRIES.map(({ code, alpha3, spellings }) => ({ name: code, spellings, codes: [alpha3] })),
  regions: () =>
    REGIONS.map(({ name, within = '', spellings }) => ({
      name,
      within,
      spellings,
      members: countriesOf(name),
    })),
  motives: () => MOTIVES.map(({ name, spellings }) => ({ name, spellings })),
  platforms: () =>
    PLATFORMS.map(({ name, former, spellings }) => ({ name, spellings: [...former, ...spellings] })),
};

/**
 * The words that are understood, all or those that a word means.
 *
 * @throws FoeprintError W612 for a word that the list asked for does not know, or none does
 */
export function vocabulary({ list, word }: Pick<VocabularyQuestion, 'list' | 'word'>): VocabularyAnswer {
  const asked = list === undefined ? VOCABULARY_LISTS : [list];
  const lists = asked
    .map((name) => ({ list: name, words: word === undefined ? wordsOf(name) : meantBy(name, word) }))
    .filter(({ words }) => words.length > 0);
  if (word !== undefined && lists.length === 0)
    throw new FoeprintError([notInVocabulary(word, VOCABULARIES[list ?? 'sectors'])]);
  return { lists };
}

function wordsOf(list: ListName): readonly VocabularyWord[] {
  const { say } = VOCABULARIES[list];
  const { spellingsOf, groupings } = EVERYDAY_WORDS[list];
  return [
    ...ROWS[list]().map(({ within = '', members = [], codes = [], name, spellings }) => ({
      name,
      label: say(name),
      within,
      members,
      codes,
      spellings: [...spellings, ...spellingsOf(name)].filter((each) => each !== say(name) && each !== name),
    })),
    ...groupings.map(({ words: [label = '', ...spellings], names }) => ({
      name: '',
      label,
      within: '',
      members: names,
      codes: [],
      spellings,
    })),
  ];
}

function meantBy(list: ListName, word: string): readonly VocabularyWord[] {
  const meant = VOCABULARIES[list].understand(word);
  return wordsOf(list).filter(({ name }) => meant.includes(name));
}
