import type { Raw } from '../stix/index.ts';

/** A part of a text, from its first character to the one behind its last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One sentence of a description. */
export interface Sentence {
  /** In plain words, on one line, without marks. */
  readonly text: string;
  /** Parts of the text that are names of things described elsewhere, as the source marks them by a link. */
  readonly names: readonly Span[];
  /**
   * Documents cited in or right behind it, else behind the next sentence of the paragraph that cites any: sources write a few
   * sentences and then what they rest on. As references: a name alone where the text gives no address.
   */
  readonly cited: readonly Raw[];
}

/** Longer sentences are lists, tables or attacks; they are not read. */
export const LONGEST_SENTENCE = 2000;

/*
 * The marks of ATT&CK (`(Citation: …)`, links, a few tags) and of Tidal (`<sup>[[name](address)]</sup>`). Lengths are bounded so
 * that hostile text cannot make matching slow.
 */
const MARK =
  /\s?\(Citation: ?((?:[^()]|\([^()]{0,100}\)){1,300}?)\)|\s?<sup>\[\[([^\]]{0,300})\]\(([^()\s]{0,500})\)\]<\/sup>|\[([^[\]]{0,300})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,1000}\)|<\/?[a-z][a-z0-9]{0,9}\s?\/?>/gi;

/** Where a sentence ends: a full stop before space and something that can begin one, or the end of a paragraph. */
const END = /[.!?][”"’')\]]{0,2}(?= +["“'(]?[\p{Lu}\d@])|[.!?]?\n/gu;

/** A full stop that ends no sentence: initials, usual abbreviations. */
const ABBREVIATION =
  /(?:^|[\s(.-])(?:[A-Z]|vs|e\.g|i\.e|cf|approx|Inc|Ltd|Co|Corp|No|St|Dr|Mr|Mrs|Ms|Gen|Col|aka|a\.k\.a|et al)\.$/;

/** Words that begin a sentence even behind an abbreviation: `… in the U.S. The group …`. */
const BEGINS =
  /^ +["“'(]?(?:The|This|These|They|It|Its|Their|In|On|Since|Some|Although|However|While|Active|Targets?)\b/;

/** The sentences of a description, in order, each with its citations. */
export function sentencesOf(description: string): readonly Sentence[] {
  const { text, names, citations } = unmark(description);
  const sentences: Sentence[] = [];
  let citation = citations.length - 1;
  let name = names.length - 1;
  let cited: readonly Raw[] = [];
  let next = text.length;
  // From the end, because sentences that cite nothing are covered by the citations of the next one that does.
  for (const { from, to } of [...sentenceSpans(text)].toReversed()) {
    if (text.slice(to, next).includes('\n')) cited = [];
    next = from;
    const own: Raw[] = [];
    for (let mark = citations[citation]; mark !== undefined && mark.at > from; mark = citations[--citation])
      own.unshift(mark.reference);
    const named: Span[] = [];
    for (let span = names[name]; span !== undefined && span.from >= from; span = names[--name])
      named.unshift({ from: span.from - from, to: Math.min(span.to, to) - from });
    if (own.length > 0) cited = own;
    if (to > from && to - from <= LONGEST_SENTENCE)
      sentences.push({ text: text.slice(from, to), names: named, cited });
  }
  return sentences.toReversed();
}

/** Spaces that are not one space alone. */
const UNTIDY = /[^\S ]| {2}/;

interface Unmarked {
  readonly text: string;
  readonly names: readonly Span[];
  readonly citations: readonly { readonly at: number; readonly reference: Raw }[];
}

/** The words of a description, paragraphs on lines of their own, and where names and citations stood. */
function unmark(description: string): Unmarked {
  let text = '';
  let last = 0;
  // Kept beside the text: to look at the end of a text that grows would copy it every time.
  let end = '';
  const names: Span[] = [];
  const citations: { at: number; reference: Raw }[] = [];
  const append = (words: string): void => {
    const tidied = UNTIDY.test(words)
      ? words.replace(/\s+/g, (spaces) => (spaces.includes('\n') ? '\n' : ' '))
      : words;
    if (tidied === '') return;
    const isSpaced = text === '' || end === ' ' || end === '\n';
    const added = isSpaced && tidied.startsWith(' ') ? tidied.slice(1) : tidied;
    // A citation may stand between two sentences instead of the space.
    const isGlued = last > 0 && /[.!?]/.test(end) && /^\p{Lu}/u.test(added);
    text += isGlued ? ` ${added}` : added;
    if (added !== '') end = added.charAt(added.length - 1);
  };
  for (const match of description.matchAll(MARK)) {
    append(description.slice(last, match.index));
    last = match.index + match[0].length;
    const [, cited, supName, supUrl, linked] = match;
    if (linked !== undefined) {
      const from = text.length;
      append(linked);
      names.push({ from, to: text.length });
    } else if (cited !== undefined)
      citations.push({ at: text.length, reference: { source_name: cited.trim() } });
    else if (supName !== undefined)
      citations.push({ at: text.length, reference: tidalReference(supName, supUrl) });
  }
  append(description.slice(last));
  return { text, names, citations };
}

/** Tidal gives the address of its own page on a document, at times without the host. */
function tidalReference(name: string, address = ''): Raw {
  const url = address.startsWith('/') ? `https://app.tidalcyber.com${address}` : address;
  return { source_name: name, ...(url === '' ? {} : { url }) };
}

function* sentenceSpans(text: string): Generator<Span> {
  let from = 0;
  for (const match of text.matchAll(END)) {
    const to = match.index + match[0].length;
    if (!match[0].endsWith('\n') && isAbbreviation(text, match.index, to)) continue;
    yield trimmed(text, from, to);
    from = to;
  }
  yield trimmed(text, from, text.length);
}

/** Characters before a full stop that may be an abbreviation. */
const BEFORE_STOP = 8;

function isAbbreviation(text: string, stop: number, to: number): boolean {
  const before = text.slice(Math.max(0, stop - BEFORE_STOP), stop + 1);
  return ABBREVIATION.test(before) && !BEGINS.test(text.slice(to, to + 16));
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { from: start, to: end };
}
