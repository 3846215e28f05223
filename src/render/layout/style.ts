import { displayWidth } from '../../text/index.ts';

/** What a piece of text is, for whoever colours it. */
export const STYLE_NAMES = [
  'heading',
  'strong',
  'emphasis',
  'code',
  'link',
  'quote',
  'muted',
  'reported',
  'derived',
  'rule',
  'warning',
] as const;
export type StyleName = (typeof STYLE_NAMES)[number];

/** How the pieces look: each function gets text that is already wrapped and neutralised, and may only add what has no width. */
export type Style = Readonly<Record<StyleName, (text: string) => string>>;

const asItIs = (text: string): string => text;

/** No colour: for files, pipes, and terminals that ask for none. */
export const PLAIN_STYLE: Style = {
  heading: asItIs,
  strong: asItIs,
  emphasis: asItIs,
  code: asItIs,
  link: asItIs,
  quote: asItIs,
  muted: asItIs,
  reported: asItIs,
  derived: asItIs,
  rule: asItIs,
  warning: asItIs,
};

/** A piece of text of one style. */
export interface Span {
  readonly text: string;
  readonly style?: StyleName;
}

/** One laid-out line. */
export type Line = readonly Span[];

export function span(text: string, style?: StyleName): Span {
  return style === undefined ? { text } : { text, style };
}

/** Columns that a line takes on a terminal. */
export function lineWidth(line: Line): number {
  return line.reduce((total, { text }) => total + displayWidth(text), 0);
}

/** A line as the terminal gets it. Spaces at its end are dropped. */
export function paint(line: Line, style: Style): string {
  return trimEnd(line)
    .map((piece) =>
      piece.style === undefined || piece.text === '' ? piece.text : style[piece.style](piece.text),
    )
    .join('');
}

function trimEnd(line: Line): Line {
  const last = line.at(-1);
  if (last === undefined) return line;
  const text = last.text.trimEnd();
  const rest = line.slice(0, -1);
  return text === '' ? trimEnd(rest) : [...rest, { ...last, text }];
}
