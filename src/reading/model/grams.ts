import { stemmer } from 'stemmer';
import { plainText } from '../../text/index.ts';

/**
 * What of a text a model learns from: the stems of its words, and of each two that stand together. What names one case alone (an
 * address, a checksum, a number) is the kind of thing that it is; a name of a file counts whole and by its parts (`lsass.exe`, `lsass`).
 */
export interface GramReader {
  readonly grams: (text: string) => readonly string[];
  /** The words of a text that each of its grams is made of, in small letters: `copi kei` → `copied keys`. */
  readonly wordsOf: (text: string) => ReadonlyMap<string, string>;
}

/** A reader that keeps the stems of words that it met, as reports say the same ones over and over. */
export function gramReader(): GramReader {
  const stems = new Map<string, string>();
  const stemOf = (word: string): string => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const stem = /^[a-z]+$/.test(word) ? stemmer(word) : word;
    if (stems.size < MOST_STEMS) stems.set(word, stem);
    return stem;
  };
  return {
    grams: (text) => gramsOf(wordsIn(text).map(stemOf)),
    wordsOf: (text) => {
      const words = wordsIn(text);
      const found = new Map<string, string>();
      words.forEach((word, place) => {
        const stem = stemOf(word);
        const next = words[place + 1];
        if (!found.has(stem)) found.set(stem, word);
        if (next !== undefined) found.set(`${stem} ${stemOf(next)}`, `${word} ${next}`);
      });
      return found;
    },
  };
}

const MOST_STEMS = 200_000;

/** An adversary or software that a description links to. Lengths are bounded so that hostile text cannot make matching slow. */
const LINKED_NAME =
  /\[[^[\]]{0,300}\]\(https:\/\/attack\.mitre\.org\/(?:groups|software|campaigns)[^()\s]{0,300}\)/gu;

/** Kinds of thing that stand for what they are, in the order in which they are looked for. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/h(?:tt|xx)ps?(?::|\[:\])\S+/giu, ' _url_ '],
  [/\b[a-f0-9]{32,64}\b/giu, ' _hash_ '],
  [/\b\d{1,3}(?:\[?\.\]?\d{1,3}){3}\b/gu, ' _ip_ '],
];

const WORD = /_[a-z]+_|[a-z0-9_$%]+(?:\.[a-z0-9_]+)*/gu;

function wordsIn(text: string): readonly string[] {
  const described = plainText(text.replaceAll(LINKED_NAME, ' _name_ '));
  const plain = KINDS.reduce((left, [kind, word]) => left.replaceAll(kind, word), described).toLowerCase();
  return (plain.match(WORD) ?? []).flatMap((word) => {
    if (/^\d+$/.test(word)) return ['_number_'];
    return word.includes('.') ? [word, ...word.split('.').filter((part) => part.length > 2)] : [word];
  });
}

function gramsOf(stems: readonly string[]): readonly string[] {
  const grams: string[] = [];
  stems.forEach((stem, place) => {
    const next = stems[place + 1];
    if (!COMMON.has(stem)) grams.push(stem);
    if (next !== undefined && !(COMMON.has(stem) && COMMON.has(next))) grams.push(`${stem} ${next}`);
  });
  return grams;
}

/** Words that say nothing alone, as their stems; `has used` is in most of what a model learns from. */
const COMMON: ReadonlySet<string> = new Set(
  (
    'a an the of to in on at by for with and or as is are was were be been being it its this that these those has have had from which ' +
    'who also can may not into their his her they he she we our you i will would could should do does did but if then than so such via ' +
    'using use used uses'
  )
    .split(' ')
    .flatMap((word) => [word, stemmer(word)]),
);
