import { monthNumber, partialDate } from '../text/index.ts';
import type { Span } from './described-text.ts';

/** A date that a text names. */
export interface DateInText extends Span {
  /** `2014`, `2021-05` or `2021-05-17`: as precise as the text; `early`, `mid` and seasons leave the year. */
  readonly date: string;
  /** Whether the text says that it was so at least since then. */
  readonly isAtLeast: boolean;
}

const YEAR = /\b(?:19|20)\d\d\b/g;

/** What belongs to a date before its year, from the end: `17 May `, `may 17, `, `early `, `the summer of `, `at least `. */
const BEFORE_YEAR =
  /(?:\b(?:at least|around|approximately|about|roughly|as early as|as far back as|very|the|early|mid|middle|late|end|beginning|start|first half|second half|first quarter|spring|summer|autumn|fall|winter|of|to|in)[- ]+)*(?:(\d{1,2})(?:st|nd|rd|th)? )?(?:\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?,? (?:of )?)?(?:(?:early|mid|late)[- ])?$/;

/** Characters before a year in which the rest of its date has room. */
const REACH = 45;

/** The dates that a text names, in lower case, in order. */
export function datesIn(lower: string): readonly DateInText[] {
  return [...lower.matchAll(YEAR)].map((match) => {
    const year = match[0];
    const start = Math.max(0, match.index - REACH);
    const [words = '', dayBefore, month, dayAfter] = BEFORE_YEAR.exec(lower.slice(start, match.index)) ?? [];
    return {
      date: partialDate(year, monthNumber(month), Number(dayBefore ?? dayAfter ?? 0)),
      from: match.index - trimmedLength(words),
      to: match.index + year.length,
      isAtLeast: words.includes('at least'),
    };
  });
}

/** `in` and `as early as` before a date belong to the sentence. */
function trimmedLength(words: string): number {
  return words.replace(/^(?:(?:in|of|to|as early as|as far back as)[- ]+)+/, '').length;
}
