import { append } from '../text/index.ts';
import type { Metrics } from './faces.ts';
import type { Run } from './run.ts';

/** One laid-out line. */
export interface Line {
  readonly runs: readonly Run[];
  /** In points. */
  readonly width: number;
}

/** Width of text in points. */
export function widthOf(runs: readonly Run[], metrics: Metrics): number {
  let sum = 0;
  for (const { text, face, size } of runs) sum += metrics.width(text, face, size);
  return sum;
}

/**
 * Breaks text into lines at most `width` points wide: between words, and within words that are longer, where they can
 * after a sign such as `/`. White space between words counts as one space.
 *
 * @returns at least one line; an empty one for no words
 */
export function linesOf(runs: readonly Run[], width: number, metrics: Metrics): readonly Line[] {
  const lines: Line[] = [];
  let line: Run[] = [];
  let used = 0;
  for (const word of wordsOf(runs)) {
    for (const { runs: piece, width: size } of cut(word, width, metrics)) {
      const space = spaceBefore(line, piece, metrics);
      if (line.length > 0 && used + space.width + size > width + TOLERANCE) {
        lines.push({ runs: joined(line), width: used });
        line = [...piece];
        used = size;
      } else {
        append(line, [...space.runs, ...piece]);
        used += space.width + size;
      }
    }
  }
  return [...lines, { runs: joined(line), width: used }];
}

/** Breaks text whose spaces matter, such as code, where the width ends. */
export function codeLinesOf(runs: readonly Run[], width: number, metrics: Metrics): readonly Line[] {
  return cut(runs, width, metrics);
}

/** Width of the longest word. */
export function longestWord(runs: readonly Run[], metrics: Metrics): number {
  return wordsOf(runs).reduce((longest, word) => Math.max(longest, widthOf(word, metrics)), 0);
}

/** Sums of widths are not exact. */
const TOLERANCE = 0.01;

/** A word may have runs of several looks, e.g. a bold name with a full stop after it. */
type Word = readonly Run[];

function wordsOf(runs: readonly Run[]): readonly Word[] {
  const found: Run[][] = [];
  let open = false;
  for (const run of runs) {
    for (const piece of run.text.split(/( +)/u)) {
      if (piece === '') continue;
      const isSpace = piece.startsWith(' ');
      if (!isSpace && open) found.at(-1)?.push({ ...run, text: piece });
      else if (!isSpace) found.push([{ ...run, text: piece }]);
      open = !isSpace;
    }
  }
  return found;
}

/** The space has the look of its neighbours where they share one, so that the underline of a link runs through. */
function spaceBefore(line: readonly Run[], word: Word, metrics: Metrics): Line {
  const last = line.at(-1);
  const [first] = word;
  if (last === undefined || first === undefined) return { runs: [], width: 0 };
  const owner = last.part === first.part || last.target === undefined ? last : first;
  const isShared = last.part === first.part;
  const { target: _, ...bare } = owner;
  const space: Run = { ...(isShared ? owner : bare), text: ' ' };
  return { runs: [space], width: metrics.width(' ', space.face, space.size) };
}

/** A word as it is, or in pieces that fit; a piece has one character at least. */
function cut(word: Word, width: number, metrics: Metrics): readonly Line[] {
  const whole = widthOf(word, metrics);
  if (whole <= width + TOLERANCE) return [{ runs: word, width: whole }];
  const parts: Run[][] = [];
  let part: Run[] = [];
  let used = 0;
  for (const character of charactersOf(word)) {
    const size = metrics.width(character.text, character.face, character.size);
    if (part.length > 0 && used + size > width + TOLERANCE) {
      const at = breakIn(part);
      parts.push(part.slice(0, at));
      part = part.slice(at);
      used = widthOf(part, metrics);
    }
    part.push(character);
    used += size;
  }
  return [...parts, part].map(joined).map((runs) => ({ runs, width: widthOf(runs, metrics) }));
}

function charactersOf(word: Word): readonly Run[] {
  return word.flatMap((run) =>
    Array.from(run.text.matchAll(/\P{M}\p{M}*|\p{M}/gu), ([text]) => ({ ...run, text })),
  );
}

/** Where to end a piece: after the last sign that reads as a joint, if that leaves no more than half the line empty. */
function breakIn(characters: readonly Run[]): number {
  const joint = characters.findLastIndex(({ text }) => /[/\\\-_.,:;?&=|+@)\]}]/u.test(text));
  return joint + 1 > characters.length / 2 ? joint + 1 : characters.length;
}

/** Neighbours of one look made one; not words that run to the left with the space after them, which would go to the wrong end. */
function joined(runs: readonly Run[]): readonly Run[] {
  const whole: Run[] = [];
  for (const run of runs) {
    const last = whole.at(-1);
    if (last !== undefined && isLike(last, run))
      whole[whole.length - 1] = { ...last, text: last.text + run.text };
    else whole.push(run);
  }
  return whole;
}

const LEFTWARD = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

function isLike(one: Run, other: Run): boolean {
  return (
    one.part === other.part &&
    one.target === other.target &&
    one.face === other.face &&
    one.size === other.size &&
    one.color === other.color &&
    !(LEFTWARD.test(one.text + other.text) && / $|^ /u.test(other.text))
  );
}
