import { element as xmlElement, xmlText } from '../text/index.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element of a drawing; lengths are written with at most two decimals. `children` is markup already. */
export function element(name: string, attributes: Attributes, children = ''): string {
  const rounded = Object.entries(attributes).map(([key, value]) => [key, roundedLength(value)] as const);
  return xmlElement(name, Object.fromEntries(rounded), children);
}

function roundedLength(value: string | number | undefined): string | number | undefined {
  return typeof value === 'number' ? Number(value.toFixed(2)) : value;
}

/** A line of text; `x` and `y` are where its baseline starts, or what `text-anchor` makes of them. */
export function textLine(text: string, attributes: Attributes): string {
  return element('text', attributes, xmlText(text));
}

/** What a pointer that rests on a part of the drawing is shown. */
export function tip(text: string): string {
  return element('title', {}, xmlText(text));
}

/** The first lines of a text, the last one ending in `…` where there are more. */
export function firstLines(lines: readonly string[], most: number): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`];
}
