import type { VOCABULARIES } from '../../threat/index.ts';
import { argument, choice, question } from '../question.ts';
import { list, shape, text, type Of } from '../schema.ts';

/** The vocabularies that can be listed, in order. */
export const VOCABULARY_LISTS = [
  'sectors',
  'countries',
  'regions',
  'motives',
  'platforms',
] as const satisfies readonly (keyof typeof VOCABULARIES)[];

/** The words that questions and organisations are understood by. */
export const VocabularyQuestion = question({
  list: choice('[list]', VOCABULARY_LISTS, 'which words', { fallback: 'all' }),
  word: argument('[word]', 'only what this word means'),
});
export type VocabularyQuestion = Of<typeof VocabularyQuestion>;

const VocabularyWord = shape('VocabularyWord', 'A name of a vocabulary, or words that mean several names.', {
  name: text('the name; empty where words mean several names'),
  label: text('what a sentence calls it'),
  within: text('the name that it is a part of; empty where it is a part of none'),
  members: list(
    text('a name'),
    'names that count for it: parts of a sector, countries of a region, what words for several names mean',
  ),
  codes: list(
    text('a code'),
    'codes of industries (`NACE J61`, `NAICS 51`), or the three letters of a country',
  ),
  spellings: list(text('a word'), 'what else it is understood by'),
});
export type VocabularyWord = Of<typeof VocabularyWord>;

const VocabularyList = shape('VocabularyList', 'The words of one vocabulary.', {
  list: text('its name, e.g. `sectors`'),
  words: list(VocabularyWord, 'in the order of the vocabulary; words for several names last'),
});
export type VocabularyList = Of<typeof VocabularyList>;

export const VocabularyAnswer = shape('VocabularyAnswer', 'Words that are understood, and what they mean.', {
  lists: list(VocabularyList, 'the vocabularies asked for, those without the word left out'),
});
export type VocabularyAnswer = Of<typeof VocabularyAnswer>;
