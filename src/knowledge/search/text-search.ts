import { compareText } from '../../text/index.ts';
import type { SearchHit } from '../knowledge-base.ts';
import { foldText, type SearchTerm } from './search-words.ts';
import { countOccurrences, hasAll } from './text-match.ts';

/** How much more an occurrence in the title counts. */
export const TITLE_WEIGHT = 10;

/** Length of body, in characters, at which an occurrence counts noticeably less. */
const LONG_BODY = 2000;

/** An object as it is searched. */
export interface SearchedObject {
  readonly stored: number;
  readonly id: string;
  readonly type: string;
  readonly text: { readonly title: string; readonly body: string };
}

/** Searches by reading every text. Folding all of ATT&CK takes a moment once, a search then little; no index to keep. */
export class TextSearch {
  readonly #folded = new Map<number, SearchedObject['text']>();

  /** All hits, best first; equally good ones in order of their ids. */
  search(objects: readonly SearchedObject[], terms: readonly SearchTerm[]): readonly SearchHit[] {
    return objects
      .map((object) => ({ object, rank: rankOf(this.#fold(object), terms) }))
      .filter(({ rank }) => rank > 0)
      .toSorted((one, other) => other.rank - one.rank || compareText(one.object.id, other.object.id))
      .map(({ object: { stored, id, type }, rank }) => ({ stored, id, type, rank }));
  }

  #fold({ stored, text }: SearchedObject): SearchedObject['text'] {
    const known = this.#folded.get(stored);
    if (known !== undefined) return known;
    const folded = { title: foldText(text.title), body: foldText(text.body) };
    this.#folded.set(stored, folded);
    return folded;
  }
}

/** How well a text answers: 0 where a term is missing; more occurrences help less and less, long texts a little less. */
function rankOf({ title, body }: SearchedObject['text'], terms: readonly SearchTerm[]): number {
  let rank = 0;
  for (const term of terms) {
    const weight = TITLE_WEIGHT * countOccurrences(title, term) + countOccurrences(body, term);
    if (weight === 0) return 0;
    rank += weight / (weight + 1 + body.length / LONG_BODY);
  }
  return rank + titleFit(title, terms);
}

/** 1 where the title is nothing but the terms; 0 where it lacks one. */
function titleFit(title: string, terms: readonly SearchTerm[]): number {
  if (!hasAll(title, terms)) return 0;
  return Math.min(1, terms.flatMap(({ words }) => words).join(' ').length / title.length);
}
