import { addTo, groupedBy, sum } from '../../text/index.ts';
import type { GroupMention } from './group-mentions.ts';
import type { NameCandidate } from './names-of.ts';

/** A sentence and where it stands. */
export interface PlacedSentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A group that a report names. */
export interface StatedGroup {
  /** Whom the names mean; several where claims do not decide. */
  readonly candidates: readonly NameCandidate[];
  /** Its names as the report writes them, in order. */
  readonly names: readonly string[];
  readonly mentions: number;
  /** How much the report speaks of it: 1 for each mention, more in the title, at the beginning, and where something is attributed to it. */
  readonly weight: number;
  readonly isInTitle: boolean;
  /** Places of the sentences that name it. */
  readonly sentences: readonly number[];
}

/** The groups of a report, and which of them its sentences speak of. */
export interface ReportGroups {
  /** Those of whom it speaks most first. */
  readonly groups: readonly StatedGroup[];
  /** For each sentence the group that it speaks of; several where that is unclear, none where the report names no group. */
  readonly spokenOf: readonly (readonly StatedGroup[])[];
}

/** What a mention, or a group, counts besides each mention. */
const MORE = { title: 5, beginning: 1, attributed: 2 };

/** Characters of a text that are its beginning. */
const BEGINNING = 1500;

/** Right before a name, as far as is looked: that something is attributed to who bears it. */
const ATTRIBUTED =
  /\b(?:attribut(?:ed?|es|ing|ion)(?: \w+){0,4} to|work of|(?:carried|conducted) out by|conducted by|behind(?: \w+){0,3}|linked to|operated by)\W+(?:\w+ ){0,4}\W?$/iu;
const REACH = 60;

/**
 * The groups of a report, best first. Names that mean the same are one group. A name that may be software as well counts where
 * the report names the same group clearly, too, or no group clearly.
 *
 * @param sentences in the order of the text, as are mentions
 */
export function groupsStated(
  { title, text }: { readonly title: string; readonly text: string },
  sentences: readonly PlacedSentence[],
  mentions: readonly GroupMention[],
): ReportGroups {
  const clear = new Set(mentions.filter(({ isUnclear }) => !isUnclear).map(meant));
  const counted = mentions.filter((each) => !each.isUnclear || clear.size === 0 || clear.has(meant(each)));
  const placed = counted.map((mention) => ({ ...mention, sentence: sentenceAt(sentences, mention.start) }));
  const groups = [...groupedBy(placed, meant).values()]
    .map((of): StatedGroup => {
      const names = [...new Set(of.map(({ written }) => written))];
      const isInTitle = names.some((name) => title.includes(name));
      return {
        candidates: of[0]?.candidates ?? [],
        names,
        mentions: of.length,
        weight: sum(of.map(({ start }) => weightAt(text, start))) + (isInTitle ? MORE.title : 0),
        isInTitle,
        sentences: [...new Set(of.map(({ sentence }) => sentence))].filter((place) => place >= 0),
      };
    })
    // Equal ones stay in the order of the text.
    .toSorted((one, other) => other.weight - one.weight);
  return { groups, spokenOf: spokenOf(text, sentences, groups) };
}

/** Names with the same key mean the same group. */
function meant({ candidates }: GroupMention): string {
  return candidates
    .map(({ term }) => term)
    .toSorted((one, other) => one - other)
    .join(' ');
}

function weightAt(text: string, start: number): number {
  const isAttributed = ATTRIBUTED.test(text.slice(Math.max(0, start - REACH), start));
  return 1 + (start < BEGINNING ? MORE.beginning : 0) + (isAttributed ? MORE.attributed : 0);
}

/** The place of the sentence that a place of the text is in; -1 where it is in none. */
function sentenceAt(sentences: readonly PlacedSentence[], start: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  return (sentences[low]?.start ?? Infinity) <= start ? low : -1;
}

/** A heading of Markdown, and a line that may be one: short, and no sentence. */
const MARKED = /^(?:#{1,6} .*|\*\*[^*]+\*\*)$/u;
const SHORT_LINE = /^(?![*•–-])[^.!?:;,|\t]{3,80}$/u;

/**
 * A sentence speaks of the group that it names, else of that which the nearest sentence before it in its section names, the heading
 * included; where there is none, of that in the title of the report, or of any that the report names.
 */
function spokenOf(
  text: string,
  sentences: readonly PlacedSentence[],
  groups: readonly StatedGroup[],
): ReportGroups['spokenOf'] {
  const named = new Map<number, StatedGroup[]>();
  for (const group of groups) for (const place of group.sentences) addTo(named, place, group);
  const inTitle = groups.filter(({ isInTitle }) => isInTitle);
  const otherwise = inTitle.length > 0 ? inTitle : groups;
  let last = otherwise;
  return sentences.map((sentence, place) => {
    if (isHeading(text, sentence, sentences[place - 1])) last = otherwise;
    return (last = named.get(place) ?? last);
  });
}

/** Whether a sentence begins a section. Short lines behind one another, or behind a colon, are a list. */
function isHeading(text: string, sentence: PlacedSentence, before: PlacedSentence | undefined): boolean {
  if (!isLine(text, sentence)) return false;
  if (MARKED.test(sentence.text)) return true;
  const isInList =
    before !== undefined &&
    (before.text.endsWith(':') || (isLine(text, before) && SHORT_LINE.test(before.text)));
  return SHORT_LINE.test(sentence.text) && !isInList;
}

function isLine(text: string, { start, end }: PlacedSentence): boolean {
  return (start === 0 || text[start - 1] === '\n') && (end === text.length || text[end] === '\n');
}
