import { neutralise } from '../show/neutralise.ts';
import { escapeHtml } from './html.ts';

/** An element with attributes in the order given, those that are undefined left out; `children` is markup already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  children = '',
): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${xmlText(String(value))}"`]))
    .join('');
  return children === '' ? `<${name}${written}/>` : `<${name}${written}>${children}</${name}>`;
}

/** Text as XML content or attribute: what XML cannot hold is made visible, markup is escaped. */
export function xmlText(text: string): string {
  return escapeHtml(neutralise(text).replaceAll(/\p{Surrogate}|[\ufffe\uffff]/gu, '\ufffd'));
}

/** A whole part of a file. */
export function xmlPart(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}
