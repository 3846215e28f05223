import { strictestLevel, type MarkingLevel } from '../../facts/index.ts';
import { monthNumber, partialDate } from '../../text/index.ts';
import { tlpNamed } from '../../threat/index.ts';

/** Characters at either end of a text in which it says what it is. */
const EDGE = 3000;

const TLP = /\bTLP\s?:\s?(red|amber(?:\s?\+\s?strict)?|green|white|clear)\b/giu;
/** A marking that stands for itself: `TLP:AMBER`, also with page numbers and names of publishers, but in no sentence. */
const TLP_LINE = /^[^.]{0,60}\bTLP\s?:\s?(?:red|amber(?:\s?\+\s?strict)?|green|white|clear)\b[^.]{0,40}$/iu;

/**
 * The level of the Traffic Light Protocol that a text bears at its head or foot: of the markings that stand on lines of their own
 * the strictest, since parts may be stricter than the whole; else the one that is named first, as legends explain the others.
 */
export function tlpStated(text: string): string | undefined {
  const edges = text.length <= 2 * EDGE ? text : `${text.slice(0, EDGE)}\n${text.slice(-EDGE)}`;
  const marking = edges
    .split('\n')
    .filter((line) => TLP_LINE.test(line) && [...line.matchAll(TLP)].length === 1);
  return strictestLevel(levelsIn(marking)) ?? levelsIn([edges])[0];
}

function levelsIn(lines: readonly string[]): readonly MarkingLevel[] {
  return lines.flatMap((line) =>
    [...line.matchAll(TLP)].flatMap(([, name = '']) => tlpNamed(name.replaceAll(/\s/gu, ''))?.name ?? []),
  );
}

const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
/** `2020-10-28`, `October 28, 2020`, `28 October 2020`, `October 2020`. */
const DATES: readonly {
  readonly pattern: RegExp;
  readonly parts: readonly [year: number, month: number, day: number];
}[] = [
  { pattern: /\b((?:19|20)\d\d)[-/](0[1-9]|1[0-2])[-/](0[1-9]|[12]\d|3[01])(?!\d)/u, parts: [1, 2, 3] },
  {
    pattern: new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d\\d)\\b`, 'iu'),
    parts: [3, 1, 2],
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\.? (?:of )?${MONTH},? ((?:19|20)\\d\\d)\\b`, 'iu'),
    parts: [3, 2, 1],
  },
  { pattern: new RegExp(`\\b${MONTH} ((?:19|20)\\d\\d)\\b`, 'iu'), parts: [2, 1, 0] },
];

/** The date in a line, as precise as it is; undefined where it has none. */
export function dateIn(line: string): string | undefined {
  for (const { pattern, parts } of DATES) {
    const found = pattern.exec(line);
    if (found === null) continue;
    const [year = '', month = '', day = ''] = parts.map((part) => (part === 0 ? '' : found[part]));
    return partialDate(year, monthNumber(month) || Number(month), Number(day));
  }
  return undefined;
}

/** Characters of a line that says little but a date. */
const SHORT = 60;
/** Lines in which a document says when it was published. */
const HEAD_LINES = 40;

/** Characters after a label within which the date stands. */
const AFTER_LABEL = 40;
const LABEL =
  /\b(?:published|posted|publication date|(?:original )?release date|released|date)\b(?: on)?\s?[:–-]?\s/giu;

/** The date that a text states: on a short line of its head, which is no sentence about what happened then; or after a label, such as “Published:”, in the head or in all of the page. */
export function dateStated(text: string, full: string): string | undefined {
  const head = text.slice(0, EDGE).split('\n').slice(0, HEAD_LINES);
  return (
    head.flatMap((line) => (line.length <= SHORT ? (dateIn(line) ?? []) : []))[0] ??
    [text.slice(0, EDGE), full.slice(0, 10 * EDGE)].flatMap(labelled)[0]
  );
}

function labelled(text: string): readonly string[] {
  return [...text.matchAll(LABEL)].flatMap(({ 0: label, index }) => {
    const from = index + label.length;
    return dateIn(text.slice(from, from + AFTER_LABEL).split('\n')[0] ?? '') ?? [];
  });
}

/** `EN-US` → `en`; undefined where it names no language. */
export function primaryLanguage(tag: string | null | undefined): string | undefined {
  return /^\s*([a-z]{2,3})(?![a-z])/iu.exec(tag ?? '')?.[1]?.toLowerCase();
}
