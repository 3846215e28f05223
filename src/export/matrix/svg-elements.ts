import { neutralise } from '../../facts/index.ts';
import { escapeHtml } from '../escape/html.ts';

/** Attribute values: numbers are written with at most two decimals. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with attributes in the order given; `children` is markup already. */
export function element(name: string, attributes: Attributes, children = ''): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${attributeText(value)}"`]))
    .join('');
  return children === '' ? `<${name}${written}/>` : `<${name}${written}>${children}</${name}>`;
}

/** A line of text; `x` and `y` are where its baseline starts, or what `text-anchor` makes of them. */
export function textLine(text: string, attributes: Attributes): string {
  return element('text', attributes, svgText(text));
}

/** The first lines of a text, the last one ending in `…` where there are more. */
export function firstLines(lines: readonly string[], most: number): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`];
}

/** Text from outside as SVG content: controls made visible, lone surrogates (which no file can hold) replaced, markup escaped. */
export function svgText(text: string): string {
  return escapeHtml(neutralise(text).replace(/\p{Surrogate}/gu, '\ufffd'));
}

function attributeText(value: string | number): string {
  return typeof value === 'number' ? String(Number(value.toFixed(2))) : svgText(value);
}
