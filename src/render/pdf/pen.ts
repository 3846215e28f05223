import { highest, oneLine, sum } from '../../text/index.ts';
import type { Content } from '../inline.ts';
import type { ColumnWish } from './column-widths.ts';
import type { Fonts } from './fonts.ts';
import { textOf, wordsOf, type Piece, type Words } from './words.ts';

/** Stands for a character that the fonts do not have. */
const MISSING = '□';

/** Signs that the fonts lack, and ones that read the same. */
const STAND_INS: Readonly<Record<string, string>> = {
  '↳': '└',
  '✓': '√',
  '✔': '√',
  '✗': '×',
  '✘': '×',
  '☐': '□',
};

/** Letters of code are broader than others, and set smaller. */
const CODE_WIDTH = 0.6 * 0.9;

/** Puts text into characters that the fonts have, measures it, and says where words that no line can hold may be broken. */
export class Pen {
  /** Characters met that the fonts lack. */
  readonly missing: Set<string> = new Set();
  readonly #fonts: Fonts;
  readonly #sections: ReadonlyMap<string, string>;

  /** @param sections those of the document, by the ids of the things that they are about */
  constructor(fonts: Fonts, sections: ReadonlyMap<string, string> = new Map()) {
    this.#fonts = fonts;
    this.#sections = sections;
  }

  /** Running text; nothing is broken yet. */
  words(content: Content): Words {
    return wordsOf(content, (text) => this.shown(text), this.#sections);
  }

  /** The same text with every character that the fonts lack as what it is a variant of, or is like; else as a box, and noted. */
  shown(text: string): string {
    if (/^[\0-\x7f]*$/u.test(text)) return text;
    return Array.from(text.normalize('NFC'), (character) => this.#shownAs(character)).join('');
  }

  /** One line, cut where it is broader than so many points. */
  shortened(text: string, size: number, width: number): string {
    const whole = this.shown(oneLine(text));
    if (this.#widthOf(whole) * size <= width) return whole;
    const letters = clustersOf(whole);
    let room = width / size - this.#widthOf('…');
    const end = letters.findIndex((letter) => (room -= this.#widthOf(letter)) < 0);
    return `${letters.slice(0, end).join('').trimEnd()}…`;
  }

  /** Widths at size 1: of all on one line, and of the longest word. */
  measured({ pieces }: Words, isBold = false): ColumnWish {
    const widths = pieces.map((piece) => this.#measured(piece, isBold));
    return {
      whole: sum(widths.map(({ whole }) => whole)),
      word: highest(
        widths.map(({ word }) => word),
        0,
      ),
    };
  }

  /** The same words, with places to break those that are broader than `width` (of the size 1). */
  broken(words: Words, width: number): Words {
    if (this.measured(words, true).word <= width) return words;
    return { ...words, pieces: words.pieces.map((piece) => this.#broken(piece, width)) };
  }

  #measured(piece: Piece, isBold: boolean): ColumnWish {
    const text = textOf(piece);
    const widthOf = this.#measureOf(piece, isBold);
    const words = text.split(' ').map(widthOf);
    return { whole: sum(words) + (words.length - 1) * widthOf(' '), word: highest(words) };
  }

  #measureOf(piece: Piece, isBold: boolean): (text: string) => number {
    const kind = typeof piece === 'string' ? 'text' : piece.kind;
    if (kind === 'code') return (text) => text.length * CODE_WIDTH;
    return (text) => this.#widthOf(text, isBold || kind === 'strong');
  }

  #widthOf(text: string, isBold = false): number {
    const font = isBold ? this.#fonts.bold : this.#fonts.regular;
    let width = 0;
    for (const character of text) width += font.width(character.codePointAt(0) ?? 0);
    return width;
  }

  #broken(piece: Piece, width: number): Piece {
    const widthOf = this.#measureOf(piece, true);
    const text = textOf(piece)
      .split(' ')
      .map((word) => (widthOf(word) <= width ? word : brokenWord(word, width, widthOf)))
      .join(' ');
    return typeof piece === 'string' ? text : { ...piece, text };
  }

  #shownAs(character: string): string {
    const { has } = this.#fonts.regular;
    if (character < '\x7f') return character;
    for (const text of [character, character.normalize('NFKC'), STAND_INS[character] ?? character])
      if (Array.from(text).every((one) => has(one.codePointAt(0) ?? 0))) return text;
    this.missing.add(character);
    return MISSING;
  }
}

/** A word with a line feed wherever it may be broken: after signs that read as joints; where that leaves a part too broad, within it. */
function brokenWord(word: string, width: number, widthOf: (text: string) => number): string {
  return word
    .split(/(?<=[/\\\-_.,:;?&=|+@)\]}])/u)
    .flatMap((part) => (widthOf(part) <= width ? [part] : inParts(part, width, widthOf)))
    .join('\n');
}

/** Parts that fit, of one character with its marks at least. */
function inParts(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  const parts = [''];
  let used = 0;
  for (const cluster of clustersOf(text)) {
    const more = widthOf(cluster);
    if (used > 0 && used + more > width) {
      parts.push('');
      used = 0;
    }
    parts.push(`${parts.pop() ?? ''}${cluster}`);
    used += more;
  }
  return parts;
}

/** Characters with the marks that stand on them. */
export function clustersOf(text: string): readonly string[] {
  return text.match(/\P{M}\p{M}*|\p{M}/gu) ?? [];
}
