import { append, displayWidth } from '../../text/index.ts';
import { lineWidth, span, type Line, type Span } from './style.ts';

/** Longer lines of running text are hard to read; tables take all the width there is. */
export const WIDEST_PROSE = 120;

/**
 * Breaks text into lines of at most `width` columns, between words. A word that is longer is broken after a sign within it, as paths
 * and ids have them, and only where it has none where the line ends; a link never is (it should stay one piece to be opened or copied), so a line may be as long as its link.
 * White space between words counts as one space.
 *
 * @returns at least one line; an empty one for no words.
 */
export function wrap(spans: readonly Span[], width: number): readonly Line[] {
  const room = Math.max(1, width);
  const lines: Line[] = [];
  let line: Span[] = [];
  let used = 0;
  for (const word of wordsOf(spans).flatMap((whole) => cut(whole, room))) {
    const size = lineWidth(word);
    if (used > 0 && used + 1 + size > room) {
      lines.push(line);
      line = [];
      used = 0;
    }
    if (used > 0) {
      line.push(gap(line, word));
      used += 1;
    }
    append(line, word);
    used += size;
  }
  return [...lines, line].map(joined);
}

/** Puts `first` before the first line and `rest` (default: the same) before the others; `width` counts the prefixes too. */
export function wrapWithin(
  spans: readonly Span[],
  width: number,
  first: string,
  rest: string = first,
): readonly Line[] {
  const room = width - Math.max(displayWidth(first), displayWidth(rest));
  return wrap(spans, room).map((line, index) => [span(index === 0 ? first : rest, 'muted')].concat(line));
}

/** A word may have pieces of several styles, e.g. a bold name with a full stop after it. */
type Word = readonly Span[];

/** The words of a text, between which it may be broken. */
export function wordsOf(spans: readonly Span[]): readonly Word[] {
  const found: Span[][] = [];
  let open = false;
  for (const { text, style } of spans) {
    for (const piece of text.split(/(\s+)/u)) {
      if (piece === '') continue;
      const isSpace = piece.trim() === '';
      if (!isSpace && open) found.at(-1)?.push(span(piece, style));
      else if (!isSpace) found.push([span(piece, style)]);
      open = !isSpace;
    }
  }
  return found;
}

/** A word as it is, or in pieces that fit. */
function cut(word: Word, width: number): readonly Word[] {
  if (lineWidth(word) <= width) return [word];
  const lines: Word[] = [];
  for (const part of partsOf(word).flatMap((whole) => cutAnywhere(whole, width))) {
    const last = lines.at(-1);
    if (last !== undefined && lineWidth(last) + lineWidth(part) <= width)
      lines[lines.length - 1] = [...last, ...part];
    else lines.push(part);
  }
  return lines.map(joined);
}

/** After signs within a word (`x-mitre-`, `src/`), and between letters that are written without spaces. */
const BREAK =
  /(?<=[\p{L}\p{N}][-/_.,:;&?=+@|\\]+)(?=[\p{L}\p{N}])|(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])(?=[\p{L}\p{N}])/u;

/** The parts of a word between which it may be broken where it is longer than a line. A link has none. */
export function partsOf(word: Word): readonly Word[] {
  const parts: Span[][] = [[]];
  for (const { text, style } of word) {
    const [first = '', ...others] = style === 'link' ? [text] : text.split(BREAK);
    parts.at(-1)?.push(span(first, style));
    for (const other of others) parts.push([span(other, style)]);
  }
  return parts;
}

/** What is longer than a line and has no place to be broken at is broken where the line ends; a link is not. */
function cutAnywhere(word: Word, width: number): readonly Word[] {
  if (lineWidth(word) <= width) return [word];
  const parts: Span[][] = [[]];
  let used = 0;
  for (const { text, style } of word) {
    for (const character of style === 'link' ? [text] : text) {
      const size = displayWidth(character);
      if (used > 0 && used + size > width) {
        parts.push([]);
        used = 0;
      }
      parts.at(-1)?.push(span(character, style));
      used += size;
    }
  }
  return parts;
}

/** The space between two words has their style where they share one, so that an underline or colour runs through. */
function gap(line: readonly Span[], word: Word): Span {
  const style = line.at(-1)?.style;
  return span(' ', style === word[0]?.style ? style : undefined);
}

/** Neighbours of one style made one. */
function joined(line: Line): Line {
  const whole: Span[] = [];
  for (const piece of line) {
    const last = whole.at(-1);
    if (last !== undefined && last.style === piece.style) {
      whole[whole.length - 1] = { ...last, text: last.text + piece.text };
    } else whole.push(piece);
  }
  return whole;
}
