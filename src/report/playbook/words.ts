import { CITES_AT_MOST, type Ground } from '../../answers/index.ts';
import { link, type Inline } from '../../render/index.ts';
import type { Citation } from '../../facts/index.ts';
import { listed, sayConfidence } from '../words.ts';

/** At most so many words, and that there are others. */
export function shortList(words: readonly string[], most: number): string {
  return words.length <= most ? listed(words) : `${words.slice(0, most).join(', ')} and others`;
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A small number as a sentence says it: `five`; larger ones in digits. */
export function inWords(number: number): string {
  return WORDS[number] ?? String(number);
}

/** A share in per cent: whole, below ten with one decimal. */
export function percent(share: number): string {
  const value = share * 100;
  return `${value < 9.95 && value > 0 ? value.toFixed(1) : value.toFixed(0)} %`;
}

/** The document cited: a link where it has an address, its date where it has one. */
export function cited({ name, published, url }: Citation): readonly Inline[] {
  const date = published === undefined ? '' : ` (${published})`;
  return [url === undefined ? name : link(name, url), date];
}

/** A ground as a cell has it: in which words, by whom, and where to read it. What holds fully for the group needs no word on why it counts. */
export function sayGround(
  { sentence, by, via, strength, citations, confidence, extractedBy }: Ground,
  groundsInAll: number,
): readonly Inline[] {
  const isExact = citations.length <= CITES_AT_MOST;
  const citation = isExact ? newest(citations) : undefined;
  return [
    ...(sentence === '' ? [] : [`“${sentence}” – `]),
    `${by}${sayConfidence(confidence)}`,
    ...(via === '' || strength === 1 ? [] : [`; ${via}`]),
    ...(extractedBy === '' ? [] : ['; read out of prose by a pattern']),
    ...(citation === undefined ? [] : ['; ', ...cited(citation)]),
    ...(isExact ? [] : [`; the entry cites ${citations.length} documents as a whole`]),
    ...(groundsInAll > 1 ? [`; one of ${groundsInAll} grounds`] : []),
  ];
}

/** The newest dated document, or the first. */
function newest(citations: readonly Citation[]): Citation | undefined {
  return citations.toSorted((one, other) => ((one.published ?? '') < (other.published ?? '') ? 1 : -1))[0];
}
