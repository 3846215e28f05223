import type { Country, Region, Sector } from '../../threat/index.ts';
import { CLOSERS, CLOSING_WORDS, type Closer } from './closers.ts';
import type { Span } from '../described-text.ts';
import { isFollowedBy, wordSet, type Following } from './following.ts';
import { isHedgedAt, isHedgedName } from './hedge.ts';
import { indexPhrases, phraseAt } from '../words/phrases.ts';
import { VICTIM_PATTERNS, type VictimPattern } from './victim-patterns.ts';
import type { Mention } from '../words/vocabulary.ts';
import type { Words } from '../words/words.ts';

/** What makes an adjective of a country a description of attackers, of a language, of a lure: no victim. */
const NOT_A_VICTIM: Following = {
  between: wordSet(
    `based state government military cyber nation nexus foreign intelligence apt malicious nationalist advanced persistent communist party
     ruling regime political strategic national`,
  ),
  most: Infinity,
  isLoose: false,
  words: wordSet(
    `language languages sponsored backed aligned affiliated linked threat threats actor actors apt apts espionage interest
     interests operator operators attacker attackers criminal criminals theme themed themes holiday holidays new_year character
     made manufactured built opposition_group conflict war views considers deems regards perceives sees objective objectives goals priorities
     policy policies strategy agenda ambitions characters letters text keyboard keyboards script ip malware dollar dollars sanctions indictment propaganda narratives
     political_topics`,
  ),
  stems: ['speak', 'origin', 'hack', 'adversar', 'cybercrim'],
};

/** `English, German and Italian speakers` are found by their language, wherever they are. */
const LIST_OF_LANGUAGES = /^(?:,? (?:and |or )?[a-z]+){0,4} (?:speakers|speaking|languages?)\b/;

/** What makes the name of a sector a description of data, of a lure, of a tool: no victim. */
const NOT_A_SECTOR: Following = {
  between: wordSet('and or related specific focused sector oriented'),
  most: 3,
  isLoose: true,
  words: wordSet(
    `data information credential credentials secrets theme themed themes lure lures topics trojan trojans malware records documents
     intelligence espionage motive motives interests purposes gain issues policy programs programmes level layer`,
  ),
  stems: [],
};

/** What stands right before a place that is somebody else's: whom the victims left, whom they are near or against. */
const NOT_VICTIM_BEHIND =
  /(?:\b(?:pro|anti)[-‐‑–]|\b(?:defectors?|refugees?|exiles?|[ée]migr[ée]s?|fled|escaped) from (?:the )?|\b(?:neighbou?ring|bordering|surrounding|banned in|outlawed in|prohibited in) (?:the )?)$/;

/** What follows a place whose neighbours, enemies or friends are the victims, or that shares the theme of a lure. */
const NOT_VICTIM_BEFORE =
  /^(?:['’]s? (?:[\w-]+ ){0,2}(?:neighbou?r|adversar|enem|rival|opponent|critics?\b|competitor|all(?:y|ies)\b|interests?\b)|,? (?:and|or) [\w.'’]+-themed\b)/;

/** Characters before a place in which such words have room. */
const SHORTLY = 40;

/** Words shortly before that turn a clause into its opposite. */
const NEGATED =
  /\b(?:not|never|avoid\w*|without|no longer|rather than|refrain\w*|unlike|instead of|ban(?:s|ned)?|forbid\w*|prohibit\w*)\b[^,;]{0,25}$/;

/** A country or region that a sentence names. */
export type NamedPlace =
  { readonly kind: 'country'; readonly row: Country } | { readonly kind: 'region'; readonly row: Region };

/** A victim that a sentence names. */
export interface Victim {
  readonly pattern: string;
  readonly thing: NamedPlace | { readonly kind: 'sector'; readonly row: Sector };
  /** Whether the sentence hedges: `is believed to target`. */
  readonly isSuspected: boolean;
}

/** A part of a sentence that names victims. */
export interface Clause extends Span {
  readonly pattern: string;
  readonly isSuspected: boolean;
}

/** What a sentence says of victims, and how far it speaks of the thing described. */
export interface Scan {
  readonly clauses: readonly Clause[];
  /** Where the sentence begins to speak of others; its end where it does not. */
  readonly end: number;
}

/** Phrases that open and close clauses. Openers come first: `targeting` opens, whatever else begins there. */
const PHRASES = indexPhrases<VictimPattern | Closer>([...VICTIM_PATTERNS, ...CLOSERS]);

/** Finds the parts of a sentence that name victims, in order; words within names do not count. */
export function scanVictims(words: Words, names: readonly Span[]): Scan {
  const clauses: Clause[] = [];
  let open: Omit<Clause, 'to'> | undefined;
  let last: Omit<Clause, 'to'> | undefined;
  let read = 0;
  const close = (to: number): void => {
    if (open !== undefined && to > open.from) clauses.push({ ...open, to });
    open = undefined;
  };
  for (let word = 0; word < words.plain.length; word++) {
    const at = words.from[word] ?? 0;
    if (open !== undefined && isBehindSemicolon(words, word)) close(at);
    // A group's name says nothing: `Scarlet Mimic` mimics nobody.
    if (at < read || names.some(({ from, to }) => at >= from && at < to)) continue;
    if (CLOSING_WORDS.has(words.plain[word] ?? '')) {
      close(at);
      continue;
    }
    const found = phraseAt(PHRASES, words, word);
    if (found === undefined) continue;
    const { phrase, to } = found;
    if (!('gives' in phrase)) {
      close(at);
      if (phrase.ofOthers === true) return { clauses, end: at };
    } else if (phrase.again !== true || (last !== undefined && open === undefined)) {
      close(at);
      if (!NEGATED.test(words.lower.slice(Math.max(0, at - 40), at))) {
        // Where the victims are that were spoken of before is as sure as that they are victims.
        const isSuspected =
          isHedgedAt(words.lower, at) || (phrase.again === true && last?.isSuspected === true);
        open = { from: to, pattern: phrase.name, isSuspected };
        last = open;
      }
    }
    read = to;
  }
  close(words.text.length);
  return { clauses, end: words.text.length };
}

function isBehindSemicolon({ text, from, to }: Words, word: number): boolean {
  const semicolon = text.indexOf(';', to[word - 1] ?? 0);
  return semicolon !== -1 && semicolon < (from[word] ?? 0);
}

/** The victims named in the clauses of a sentence. */
export function victimsIn(
  words: Words,
  clauses: readonly Clause[],
  mentions: readonly Mention[],
): readonly Victim[] {
  return clauses.flatMap((clause) => {
    const inside = mentions.filter(({ from, to }) => from >= clause.from && to <= clause.to);
    // A list of sectors is its own head: `targeted oil, government, diplomatic, military and NGOs`.
    const hasHead =
      inside.some(({ isHead }) => isHead) ||
      inside.filter(({ meanings: [{ kind }] }) => kind === 'sector').length > 2;
    return inside.flatMap((mention) =>
      victimsOf(mention, words, hasHead).map((thing) => ({
        pattern: clause.pattern,
        thing,
        isSuspected: clause.isSuspected || isHedgedName(words.lower, mention.from),
      })),
    );
  });
}

/** A clause may name its heads before the sectors: `sectors such as energy`. */
function victimsOf(
  { meanings, from, to, next }: Mention,
  words: Words,
  hasHead: boolean,
): readonly Victim['thing'][] {
  return meanings.flatMap((meaning): readonly Victim['thing'][] => {
    if (meaning.kind === 'sector') {
      const isNone = (meaning.needsHead && !hasHead) || isFollowedBy(words, next, NOT_A_SECTOR);
      return isNone ? [] : [{ kind: 'sector', row: meaning.sector }];
    }
    if (meaning.kind !== 'country' && meaning.kind !== 'region') return [];
    if (isFollowedBy(words, next, NOT_A_VICTIM) || isSomebodyElses(words.lower, from, to)) return [];
    return meaning.kind === 'country'
      ? [{ kind: 'country', row: meaning.country }]
      : meaning.regions.map((row) => ({ kind: 'region', row }));
  });
}

function isSomebodyElses(lower: string, from: number, to: number): boolean {
  const after = lower.slice(to, to + 60);
  return (
    NOT_VICTIM_BEHIND.test(lower.slice(Math.max(0, from - SHORTLY), from)) ||
    NOT_VICTIM_BEFORE.test(after) ||
    isLanguage(after)
  );
}

function isLanguage(after: string): boolean {
  return (after.includes(' speak') || after.includes(' language')) && LIST_OF_LANGUAGES.test(after);
}
