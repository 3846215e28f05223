import type { PageLine } from '../paragraphs.ts';

/** A page, from its lower to its upper edge. */
export interface PageSpan {
  readonly bottom: number;
  readonly top: number;
}

/** Share of a page, at its upper and at its lower end, in which heads and feet stand. */
const MARGIN = 0.12;

/**
 * The lines without heads and feet: what stands at the upper or lower end of two fifths of the pages, and of three at least, whatever numbers are in it.
 */
export function withoutRepeated(lines: readonly PageLine[], pages: readonly PageSpan[]): readonly PageLine[] {
  const pagesOf = new Map<string, Set<number>>();
  const keys = lines.map((line) => {
    const span = pages[line.page];
    if (span === undefined) return undefined;
    const height = (line.y - span.bottom) / (span.top - span.bottom);
    return height < MARGIN || height > 1 - MARGIN ? shape(line.text) : undefined;
  });
  for (const [index, { page }] of lines.entries()) {
    const key = keys[index];
    if (key !== undefined) pagesOf.set(key, (pagesOf.get(key) ?? new Set()).add(page));
  }
  const least = Math.max(3, 0.4 * pages.length);
  return lines.filter((_, index) => (pagesOf.get(keys[index] ?? '')?.size ?? 0) < least);
}

function shape(text: string): string {
  return text.toLowerCase().replaceAll(/\d+/gu, '#').replaceAll(/\s+/gu, ' ');
}
