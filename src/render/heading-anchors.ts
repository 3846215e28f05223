import { oneLine } from '../text/index.ts';
import type { Block, Heading } from './document.ts';
import { pieces, plain } from './inline.ts';

/** An anchor for each top-level heading: its words in lower case with hyphens, numbered where they repeat. */
export function headingAnchors(blocks: readonly Block[]): ReadonlyMap<Heading, string> {
  const anchors = new Map<Heading, string>();
  const taken = new Set<string>();
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    const anchor = free(slug(plain(block.content)), taken);
    taken.add(anchor);
    anchors.set(block, anchor);
  }
  return anchors;
}

/** Anchors by the ids of things whose sections they begin: the first heading that has a reference to each. */
export function sectionAnchors(anchors: ReadonlyMap<Heading, string>): ReadonlyMap<string, string> {
  const sections = new Map<string, string>();
  for (const [{ content }, anchor] of anchors)
    for (const piece of pieces(content))
      if (typeof piece !== 'string' && piece.kind === 'reference' && !sections.has(piece.text))
        sections.set(piece.text, anchor);
  return sections;
}

/** The anchor of a heading by its words, of several alike the first. */
export function slug(text: string): string {
  const words = oneLine(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? ['section'];
  return words.join('-');
}

function free(wanted: string, taken: ReadonlySet<string>): string {
  let anchor = wanted;
  for (let number = 2; taken.has(anchor); number += 1) anchor = `${wanted}-${number}`;
  return anchor;
}
