import { oneLine, webAddress } from '../text/index.ts';
import { pieces } from '../render/index.ts';
import type { Content, Inline } from '../render/index.ts';
import type { Face, Metrics } from './faces.ts';
import { SIMPLE } from './kerning.ts';
import { CODE_SIZE, INK, type Look } from './look.ts';
import { part, type Part } from './part.ts';

/** A piece of text of one look, neutralised, with letters that its face has. */
export interface Run {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly color: string;
  /** Where it leads. */
  readonly target?: Target;
  readonly part: Part;
}

/** A web address, or a heading of the same document by its anchor. */
export type Target =
  { readonly kind: 'web'; readonly address: string } | { readonly kind: 'heading'; readonly anchor: string };

/** What setting text needs beside the text. */
export interface Pen extends Metrics {
  /** Characters met that no face has; grows while text is set. */
  readonly missing: Set<string>;
}

/** Stands for a character that no face has. */
export const MISSING = '□';

/** Running text as runs. Spaces at the ends of pieces stay, since they separate them. */
export function runsOf(content: Content, look: Look, within: Part, pen: Pen): readonly Run[] {
  return pieces(content).flatMap((piece) => inline(piece, look, within, pen));
}

/** One text of one look; spaces in it stay as they are. */
export function runsOfText(
  text: string,
  look: Omit<Run, 'text' | 'part'>,
  within: Part,
  pen: Pen,
): readonly Run[] {
  const { size, color, target } = look;
  const common = { size, color, part: within, ...(target === undefined ? {} : { target }) };
  // Most text has no others.
  if (SIMPLE.test(text)) return text === '' ? [] : [{ ...common, text, face: look.face }];
  const runs: Run[] = [];
  for (const character of text.normalize('NFC')) {
    const shown = shownAs(character, look.face, pen);
    const last = runs.at(-1);
    if (last !== undefined && last.face === shown.face) {
      runs[runs.length - 1] = { ...last, text: last.text + shown.text };
    } else {
      runs.push({ ...common, ...shown });
    }
  }
  return runs;
}

/** A character in the first face that has it; else what it is a variant of, or is like; else a box, and noted. */
function shownAs(character: string, wanted: Face, pen: Pen): { readonly text: string; readonly face: Face } {
  const faces = FALLBACKS[wanted];
  for (const text of [character, character.normalize('NFKC'), STAND_INS[character] ?? character]) {
    const face = faces.find((each) => Array.from(text).every((one) => pen.has(one, each)));
    if (face !== undefined) return { text, face };
  }
  pen.missing.add(character);
  return { text: MISSING, face: 'regular' };
}

/** Signs that the fonts lack, and ones that read the same. */
const STAND_INS: Readonly<Record<string, string>> = {
  '↳': '└',
  '✓': '√',
  '✔': '√',
  '✗': '×',
  '✘': '×',
  '☐': '□',
};

/** Faces to look for a letter in, in this order. */
const FALLBACKS: Readonly<Record<Face, readonly Face[]>> = {
  regular: ['regular', 'code'],
  bold: ['bold', 'regular', 'code'],
  italic: ['italic', 'regular', 'code'],
  code: ['code', 'regular'],
};

function inline(piece: Inline, look: Look, within: Part, pen: Pen): readonly Run[] {
  const { size, color } = look;
  if (typeof piece === 'string') return runsOfText(spaced(piece), look, within, pen);
  const words = spaced(piece.text);
  if (piece.kind === 'link') return linkRuns(words, piece.address, look, within, pen);
  const sized = piece.kind === 'code' ? size * CODE_SIZE : size;
  return runsOfText(words, { face: FACES[piece.kind], size: sized, color }, within, pen);
}

const FACES = { strong: 'bold', emphasis: 'italic', code: 'code' } as const;

function linkRuns(words: string, address: string, look: Look, within: Part, pen: Pen): readonly Run[] {
  const target = webAddress(address);
  if (target === undefined) return runsOfText(words, look, within, pen);
  const linked = { ...look, color: INK.link, target: { kind: 'web', address: target } } as const;
  return runsOfText(words, linked, part('Link', within), pen);
}

function spaced(text: string): string {
  return `${/^\s/u.test(text) ? ' ' : ''}${oneLine(text)}${/\s$/u.test(text) ? ' ' : ''}`;
}
