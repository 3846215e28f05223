import type { KeywordMatch } from '../answers/index.ts';

/** How keywords are looked for. */
export interface KeywordSearch {
  readonly keywords: readonly string[];
  /** One keyword is enough; default: all are needed. */
  readonly any?: boolean;
  /** Whole words only; default: `telecom` finds `telecommunications`. */
  readonly wholeWord?: boolean;
}

/** Characters of text kept on each side of a hit. */
const EXCERPT_REACH = 60;

/**
 * Looks for keywords in named fields of one thing, whatever their case. A keyword of several words is found
 * where the words follow one another; a word starts where a letter or digit follows something else.
 *
 * @returns one match for each keyword and field that has it; empty when the thing does not qualify
 */
export function matchKeywords(
  fields: readonly { readonly name: KeywordMatch['field']; readonly text: string }[],
  search: KeywordSearch,
): readonly KeywordMatch[] {
  const patterns = search.keywords.map((keyword) => ({
    keyword,
    pattern: wordPattern(keyword, search.wholeWord ?? false),
  }));
  const found = patterns.map(({ keyword, pattern }) =>
    fields.flatMap(({ name, text }) => {
      const hit = pattern.exec(text);
      return hit === null ? [] : [{ keyword, field: name, excerpt: excerpt(text, hit.index, hit[0].length) }];
    }),
  );
  const qualifies = search.any
    ? found.some((hits) => hits.length > 0)
    : found.every((hits) => hits.length > 0);
  return qualifies ? found.flat() : [];
}

function wordPattern(keyword: string, wholeWord: boolean): RegExp {
  const words = keyword
    .trim()
    .split(/\s+/u)
    // Not the hyphen: with the flag u it may only be escaped within brackets.
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`));
  const rest = wholeWord ? '' : String.raw`[\p{L}\p{N}]*`;
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${words.join(String.raw`\s+`)}${rest}(?![\p{L}\p{N}])`, 'iu');
}

function excerpt(text: string, start: number, length: number): string {
  const from = Math.max(0, start - EXCERPT_REACH);
  const to = Math.min(text.length, start + length + EXCERPT_REACH);
  const words = text.slice(from, to).replaceAll(/\s+/gu, ' ').trim();
  return `${from > 0 ? '…' : ''}${words}${to < text.length ? '…' : ''}`;
}
