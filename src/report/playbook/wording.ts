import { link } from '../../render/index.ts';
import type { Inline } from '../../render/index.ts';
import type { Citation } from '../../facts/index.ts';
import type { PlaybookRun, ShortGround } from '../../workbench/index.ts';
import { sayConfidence } from '../words.ts';

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], joined = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joined} ${words.at(-1)}`;
}

/** At most so many words, and how many there are beside them. */
export function shortList(words: readonly string[], most: number): string {
  return words.length <= most
    ? listed(words)
    : `${words.slice(0, most).join(', ')} and ${words.length - most} more`;
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

/** How a ground was told: in which words, by whom, and where to read it. What holds fully for the group needs no word on why it counts. */
export function asTold(ground: ShortGround, run: Pick<PlaybookRun, 'knowledge'>): readonly Inline[] {
  const { sentence, by, via, strength, tellers, citation, citations, confidence, extractedBy } = ground;
  const more = tellers > 1 ? `, and ${tellers - 1} more` : '';
  return [
    ...(sentence === '' ? [] : [`“${sentence}” – `]),
    `${sourceName(run, by)}${sayConfidence(confidence)}${more}`,
    ...(via === '' || strength === 1 ? [] : [`; ${via}`]),
    ...(extractedBy === '' ? [] : ['; read out of prose by a pattern']),
    ...(citation === undefined ? [] : ['; ', ...cited(citation)]),
    ...(citation === undefined && citations > 0
      ? [`; the entry cites ${citations} documents as a whole`]
      : []),
  ];
}

/** Name of a source by its id. */
export function sourceName({ knowledge }: Pick<PlaybookRun, 'knowledge'>, id: string): string {
  return knowledge.find((source) => source.id === id)?.name ?? id;
}
