import { plainSpelling } from '../../text/index.ts';

/** The words of a text, column by column. */
export interface Words {
  readonly text: string;
  /** The text in lower case, character by character where the other is: patterns need no flag for case, which is slow to compile. */
  readonly lower: string;
  /** In plain spelling. */
  readonly plain: readonly string[];
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Splits a text into its words: letters and digits of any script. */
export function wordsOf(text: string): Words {
  const plain: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const lower = lowerCase(text);
  for (let start = 0; start < text.length;) {
    if (!isWordCode(text.charCodeAt(start))) {
      start++;
      continue;
    }
    let end = start + 1;
    let isAscii = text.charCodeAt(start) < 0x80;
    for (; end < text.length && isWordCode(text.charCodeAt(end)); end++)
      isAscii &&= text.charCodeAt(end) < 0x80;
    plain.push(isAscii ? lower.slice(start, end) : plainSpelling(text.slice(start, end)));
    from.push(start);
    to.push(end);
    start = end;
  }
  return { text, lower, plain, from, to };
}

/** Lower case without moving anything: the few letters that would change their length stay as they are. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Whether a UTF-16 code unit belongs to a word: beyond ASCII everything but the blocks of punctuation and of Latin-1 signs. */
function isWordCode(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
  return code >= 0xc0 && !(code >= 0x2000 && code <= 0x2bff) && !(code >= 0x3000 && code <= 0x303f);
}

/** The words of a spelling, in plain spelling. */
export function plainWords(spelling: string): readonly string[] {
  return plainSpelling(spelling).split(' ');
}
