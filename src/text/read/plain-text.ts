/*
 * ATT&CK writes descriptions in a Markdown of its own: links, a few HTML tags, and citations such as
 * `(Citation: ESET Lazarus Jun 2020)`; at times a link was left as its editors wrote it, `(LinkById: G0047)`. Lengths are bounded
 * so that hostile text cannot make matching slow.
 */

const CITATION = /\s?\(Citation: ?((?:[^()]|\([^()]{0,100}\)){1,300}?)\)/g;
const LINK = /\[([^[\]]{0,500})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}\)/g;
const LINK_BY_ID = /\(LinkById\s{0,9}:\s{0,9}([A-Z]{1,3}\d{4}(?:\.\d{3})?)\)/g;
const TAG = /<\/?(?:code|br|b|i|em|strong|p|ul|ol|li|h[1-6])\s?\/?>/gi;

/** A description in words alone: links as their text, without citations and tags, spaces tidied. Line breaks stay. */
export function plainText(description: string): string {
  return description
    .replace(CITATION, '')
    .replace(LINK, '$1')
    .replace(LINK_BY_ID, '$1')
    .replace(TAG, '')
    .replaceAll('\r\n', '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/ ([.,;:!?])(?=\s|$)/g, '$1')
    .trim();
}

/** Names of the documents that a description cites, in order, each once. */
export function citedNames(description: string): readonly string[] {
  return [...new Set([...description.matchAll(CITATION)].map((match) => (match[1] ?? '').trim()))];
}
