import { addTo } from '../../text/index.ts';
import { addressesIn } from '../words/addresses.ts';
import { wordsOf, type Words } from '../words/words.ts';
import {
  besideOf,
  cueBeside,
  isNoun,
  isOthers,
  kindByEnding,
  mayBeOthers,
  type NamedKind,
} from './name-cues.ts';
import { isPlainName } from './plain-names.ts';

/** A name to look for; whoever asks adds what bears it. */
export interface NameEntry {
  readonly name: string;
  readonly kind: NamedKind;
  /** Whether it counts only where the words beside it show it, as a plain word does. */
  readonly needsCue?: boolean;
}

/** A name that stands in a text. */
export interface FoundName<Entry extends NameEntry> {
  readonly start: number;
  readonly end: number;
  /** As the text writes it. */
  readonly written: string;
  /** Whose name it may be: of several kinds where nothing beside it shows which is meant. */
  readonly entries: readonly Entry[];
  /**
   * How it is known to be a name: `name` nobody else’s, `cue` by the words beside it, `list` by a name beside it, `elsewhere` by a cue
   * at another place of the text.
   */
  readonly by: 'name' | 'cue' | 'list' | 'elsewhere';
}

/** One way in which a name is written, word by word. */
interface Spelling<Entry> {
  /** In plain spelling. */
  readonly words: readonly string[];
  /** Of each word, whether it has to have a capital letter or a digit. */
  readonly capitals: readonly boolean[];
  readonly isPlain: boolean;
  readonly entry: Entry;
}

/** A name at a place before the rest of the text is looked at. */
interface Match<Entry extends NameEntry> extends FoundName<Entry> {
  /** In plain spelling. */
  readonly plain: string;
  /** Whether it means something else unless the rest of the text shows that it is a name. */
  readonly isDoubtful: boolean;
}

/**
 * Finds names in texts: the longest at each place, from left to right without overlap. Hyphens, spaces and a break between
 * letters and digits do not count (`APT 28`), capital letters do, except in techniques and in names that have none. Names
 * that are plain words count only beside words that show what they are, or beside another name.
 */
export function nameFinder<Entry extends NameEntry>(
  entries: readonly Entry[],
): (text: string) => readonly FoundName<Entry>[] {
  const index = new Map<string, Spelling<Entry>[]>();
  for (const entry of entries)
    for (const spelling of spellingsOf(entry)) addTo(index, spelling.words[0] ?? '', spelling);
  for (const alike of index.values()) alike.sort((one, other) => other.words.length - one.words.length);
  return (text) => {
    const words = wordsOf(text);
    const matches: Match<Entry>[] = [];
    const addressAt = addressesIn(text, ADDRESS);
    for (let at = 0; at < words.plain.length; at++) {
      const alike = index.get(words.plain[at] ?? '');
      if (alike === undefined || addressAt(words.from[at] ?? 0) !== undefined) continue;
      const found = longestAt(alike, words, at);
      if (found === undefined) continue;
      matches.push(found.match);
      at += found.words - 1;
    }
    return settled(matches, text);
  };
}

/** The most parts that are joined in every way; longer names are only written as they are, or part by part. */
const MOST_PARTS = 5;

/** Parts of a word: letters and digits, and words that begin with a capital. */
const PARTS = /\p{N}+|\p{Lu}+(?![\p{Ll}])|\p{Lu}?\p{Ll}+|\p{L}\p{M}*/gu;

/** Shorter names are too often something else to be looked for. */
const SHORTEST = 3;

/** Every way in which a name is written: `Far Otter7` also as `FarOtter 7`. */
function spellingsOf<Entry extends NameEntry>(entry: Entry): readonly Spelling<Entry>[] {
  const parts = wordsOf(entry.name);
  const written = parts.from.flatMap((from, index) => {
    const word = entry.name.slice(from, parts.to[index]);
    return (word.match(PARTS) ?? [word]).map((part, place) => ({ part, isFirst: place === 0 }));
  });
  const plain = parts.plain.join('');
  if (plain.length < SHORTEST || /^\p{N}*$/u.test(plain)) return [];
  const most = written.length > MOST_PARTS ? 0 : 2 ** (written.length - 1);
  const joins =
    most === 0
      ? [written.slice(1).map(({ isFirst }) => !isFirst), written.slice(1).map(() => false)]
      : Array.from({ length: most }, (_, bits) =>
          written.slice(1).map((__, place) => (bits & (1 << place)) !== 0),
        );
  const spellings = joins.map((joined) => spelled(entry, written, joined));
  const all = entry.kind === 'technique' ? [...spellings, ...spellings.map(inOtherNumber)] : spellings;
  const distinct = new Map(all.map((spelling) => [spelling.words.join(' '), spelling]));
  return [...distinct.values()];
}

/** The same with its last word in the plural, or in the singular: `scheduled tasks`. */
function inOtherNumber<Entry extends NameEntry>(spelling: Spelling<Entry>): Spelling<Entry> {
  const last = spelling.words.at(-1) ?? '';
  const other = /[^s]s$/u.test(last) ? last.slice(0, -1) : `${last}s`;
  return { ...spelling, words: [...spelling.words.slice(0, -1), other] };
}

function spelled<Entry extends NameEntry>(
  entry: Entry,
  parts: readonly { readonly part: string; readonly isFirst: boolean }[],
  joined: readonly boolean[],
): Spelling<Entry> {
  const words: string[] = [];
  const capitals: boolean[] = [];
  for (const [index, { part, isFirst }] of parts.entries()) {
    const plain = wordsOf(part).plain[0] ?? '';
    const isMarked = /[\p{Lu}\p{N}]/u.test(part);
    if (index > 0 && joined[index - 1] === true) {
      words[words.length - 1] += plain;
      capitals[capitals.length - 1] ||= isMarked;
    } else {
      words.push(plain);
      capitals.push(isMarked && (index === 0 || !isFirst || !isNoun(plain)));
    }
  }
  if (isAnyCase(entry, words.length)) capitals.fill(false);
  return { words, capitals, isPlain: entry.needsCue === true || isPlainName(words.join(' ')), entry };
}

/** From how many letters on a tool is known in small letters as well: `mimikatz`. */
const LONG_NAME = 6;

function isAnyCase({ kind, name }: NameEntry, words: number): boolean {
  if (kind !== 'software') return kind === 'technique';
  const isOneWord = words === 1 && name.length >= LONG_NAME && /^\p{L}+$/u.test(name);
  return isOneWord && !isPlainName(name.toLowerCase());
}

/** What may stand between two words of a name. */
const BETWEEN = /^(?:[ \u00A0\t_.'’‐-–-]| ?& ?)$/u;

function longestAt<Entry extends NameEntry>(
  alike: readonly Spelling<Entry>[],
  words: Words,
  at: number,
): { readonly match: Match<Entry>; readonly words: number } | undefined {
  for (let index = 0; index < alike.length;) {
    const length = alike[index]?.words.length ?? 0;
    const same: Spelling<Entry>[] = [];
    for (; alike[index]?.words.length === length; index++) {
      const spelling = alike[index];
      if (spelling !== undefined && isAt(spelling, words, at)) same.push(spelling);
    }
    const start = words.from[at] ?? 0;
    const end = words.to[at + length - 1] ?? 0;
    if (same.length === 0 || isPartOfPath(words.text, start, end)) continue;
    const match = judged(same, words, start, end);
    if (match !== undefined) return { match, words: length };
  }
  return undefined;
}

function isAt<Entry>({ words: wanted, capitals }: Spelling<Entry>, words: Words, at: number): boolean {
  for (let index = 0; index < wanted.length; index++) {
    const place = at + index;
    if (words.plain[place] !== wanted[index]) return false;
    const from = words.from[place] ?? 0;
    if (index > 0 && !BETWEEN.test(words.text.slice(words.to[place - 1], from))) return false;
    if (capitals[index] === true && !/[\p{Lu}\p{N}]/u.test(words.text.slice(from, words.to[place])))
      return false;
  }
  return true;
}

/** Behind a name: the rest of a file’s name or a host’s, also of one that is made harmless (`[.]`). */
const FILE_OR_HOST = /^\[?\.\]?(?!exe\b)[a-z]{2,}/u;

/** What stands before and behind a word in small letters that is part of a path: `/blog/new-mimikatz-run`. */
const IN_PATH = /[a-z/][-/_]$/u;
const PATH = /^[-/_][a-z]/u;

function isPartOfPath(text: string, start: number, end: number): boolean {
  const [before, behind] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 12)];
  if (FILE_OR_HOST.test(behind)) return true;
  return (IN_PATH.test(before) || PATH.test(behind)) && /^[a-z]+$/u.test(text.slice(start, end));
}

/** What is meant by names that stand at a place; undefined where something else is. */
function judged<Entry extends NameEntry>(
  same: readonly Spelling<Entry>[],
  words: Words,
  start: number,
  end: number,
): Match<Entry> | undefined {
  const written = words.text.slice(start, end);
  const plain = same[0]?.words.join(' ') ?? '';
  const isDoubtful = same.some((each) => each.isPlain && !isWrittenInCapitals(each, words, start, end));
  const entries = [...new Set(same.map(({ entry }) => entry))];
  const match: Match<Entry> = { start, end, written, plain, entries, by: 'name', isDoubtful };
  if (isSettled(match) && !mayBeOthers(plain)) return match;
  const beside = besideOf(words.lower, start, end);
  if (isOthers(plain, beside)) return undefined;
  if (isSettled(match)) return match;
  const cue = kindByEnding(plain) ?? cueBeside(beside);
  if (cue === undefined) return match;
  if (cue === 'any') return { ...match, isDoubtful: false, by: isDoubtful ? 'cue' : 'name' };
  const meant = entries.filter(({ kind }) => kind === cue);
  if (meant.length > 0) return { ...match, entries: meant, isDoubtful: false, by: 'cue' };
  return isDoubtful ? undefined : match;
}

/** A plain word that is a name in capitals, as some give names, in a line that is not in capitals throughout. */
function isWrittenInCapitals<Entry extends NameEntry>(
  { entry }: Spelling<Entry>,
  { text }: Words,
  start: number,
  end: number,
): boolean {
  const written = text.slice(start, end);
  if (written.length <= 3 || written !== entry.name || written !== written.toUpperCase()) return false;
  return /\p{Ll}{2}/u.test(`${text.slice(Math.max(0, start - 20), start)} ${text.slice(end, end + 20)}`);
}

/** What stands between names of a list: `(aka Otter, Newt and Heron)`. */
const IN_LIST =
  /^[\s,;/()|"“”'‘’*&-]{0,4}(?:and|or|aka|a\.k\.a\.|also known as|also called)?[\s"“”'‘’(*:]{0,4}$/iu;

/** What is doubtful, or of several kinds, is settled by the name beside it in a list, else by the same word elsewhere. */
function settled<Entry extends NameEntry>(
  matches: readonly Match<Entry>[],
  text: string,
): readonly FoundName<Entry>[] {
  const now = [...matches];
  const beside = (place: number, other: number): void => {
    const [one, two] = [now[place], now[other]];
    if (one === undefined || two === undefined || two.isDoubtful || isSettled(one)) return;
    const [from, to] = place < other ? [one.end, two.start] : [two.end, one.start];
    if (IN_LIST.test(text.slice(from, to))) now[place] = narrowed(one, kindsOf(two.entries), 'list') ?? one;
  };
  for (let place = 0; place < now.length; place++) beside(place, place - 1);
  for (let place = now.length - 1; place >= 0; place--) beside(place, place + 1);
  const shown = new Map<string, Set<NamedKind>>();
  for (const { by, written, entries } of now)
    if (by === 'cue') shown.set(written, new Set([...(shown.get(written) ?? []), ...kindsOf(entries)]));
  return now.flatMap((match) => {
    const kinds = shown.get(match.written);
    const meant =
      isSettled(match) || kinds === undefined ? match : (narrowed(match, kinds, 'elsewhere') ?? match);
    const { plain: _, isDoubtful, ...found } = meant;
    return isDoubtful ? [] : [found];
  });
}

function kindsOf(entries: readonly NameEntry[]): ReadonlySet<NamedKind> {
  return new Set(entries.map(({ kind }) => kind));
}

function isSettled({ isDoubtful, entries }: Match<NameEntry>): boolean {
  return !isDoubtful && kindsOf(entries).size === 1;
}

function narrowed<Entry extends NameEntry>(
  match: Match<Entry>,
  kinds: ReadonlySet<NamedKind>,
  by: 'list' | 'elsewhere',
): Match<Entry> | undefined {
  const entries = match.entries.filter(({ kind }) => kinds.has(kind));
  if (entries.length === 0) return undefined;
  const isNews = match.isDoubtful || entries.length < match.entries.length;
  return { ...match, entries, isDoubtful: false, by: isNews ? by : match.by };
}

/** Words of addresses name nothing. */
const ADDRESS = /\b[a-z]{2,8}:\/\/[^\s<>"')\]]+/giu;
