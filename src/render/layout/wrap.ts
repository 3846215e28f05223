import { append, characterWidth, displayWidth } from '../../text/index.ts';
import { lineWidth, span, type Line, type Span } from './style.ts';

/**
 * Breaks text into lines of at most `width` columns, between words. A word that is longer is broken where the
 * line ends; a link never is (it should stay one piece to be opened or copied), so a line may be as long as its link.
 * White space between words counts as one space.
 *
 * @returns at least one line; an empty one for no words.
 */
export function wrap(spans: readonly Span[], width: number): readonly Line[] {
  const room = Math.max(1, width);
  const lines: Line[] = [];
  let line: Span[] = [];
  let used = 0;
  for (const word of words(spans).flatMap((whole) => cut(whole, room))) {
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

function words(spans: readonly Span[]): readonly Word[] {
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

/** A word as it is, or in parts that fit. */
function cut(word: Word, width: number): readonly Word[] {
  if (lineWidth(word) <= width) return [word];
  const parts: Span[][] = [[]];
  let used = 0;
  for (const piece of word) {
    if (piece.style === 'link') {
      parts.at(-1)?.push(piece);
      used += displayWidth(piece.text);
      continue;
    }
    for (const character of piece.text) {
      const size = characterWidth(character);
      if (used > 0 && used + size > width) {
        parts.push([]);
        used = 0;
      }
      parts.at(-1)?.push(span(character, piece.style));
      used += size;
    }
  }
  return parts.map(joined);
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
