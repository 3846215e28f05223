import type { Mention } from '../answers/index.ts';
import { matchKeywords, mention } from '../analysis/index.ts';
import { FoeprintError, issueOf } from '../facts/index.ts';
import { descriptionOf, endsOf } from '../stix/index.ts';
import type { SearchHit, SearchOptions } from '../knowledge/index.ts';
import type { Reading } from '../desk/index.ts';
import { WORKBENCH_ISSUES } from './issues.ts';

/** What a text leads to. */
export interface SearchAnswer {
  readonly query: string;
  /** Best first. */
  readonly hits: readonly Hit[];
}

/** One thing found, and where. */
export interface Hit {
  /** The thing found; for a relationship, the object itself under its own id. */
  readonly thing: Mention;
  /** For a relationship: what it relates. */
  readonly relates?: { readonly relation: string; readonly source: Mention; readonly target: Mention };
  /** Words around the first place where a word of the query stands in the description; its beginning otherwise. */
  readonly excerpt: string;
  /** Names of the sources of these words, where they are not those of whoever says what the thing is. */
  readonly toldBy?: readonly string[];
}

const BEGINNING = 140;

/**
 * Full-text search over names, aliases, ids, descriptions and relationship texts. All words are needed; `"…"` asks
 * for a phrase and a final `*` for beginnings of words.
 *
 * @throws FoeprintError W606 without a word to look for
 */
export function search(desk: Reading, query: string, options: SearchOptions = {}): SearchAnswer {
  if (!/[\p{L}\p{N}]/u.test(query))
    throw new FoeprintError([issueOf(WORKBENCH_ISSUES.noKeyword, `“${query}” has no word to look for.`)]);
  return { query, hits: desk.view.search(query, options).map((hit) => describe(desk, hit, query)) };
}

function describe(desk: Reading, hit: SearchHit, query: string): Hit {
  const { catalogue } = desk.view;
  const { raw, sources } = desk.view.object(hit.stored);
  const description = descriptionOf(raw);
  const term = catalogue.termOf(hit.id);
  const isBeside = term !== undefined && catalogue.entry(term).stored !== hit.stored;
  return {
    thing:
      term === undefined ? { id: hit.id, type: hit.type, name: '', label: '' } : mention(catalogue, term),
    ...relatesOf(desk, raw),
    excerpt: excerptOf(description, query),
    ...(isBeside ? { toldBy: sources.map(({ name }) => name) } : {}),
  };
}

function relatesOf(desk: Reading, raw: Readonly<Record<string, unknown>>): Pick<Hit, 'relates'> {
  const ends = endsOf(raw);
  if (ends === undefined) return {};
  const { relation, source, target } = ends;
  return { relates: { relation, source: mentionOf(desk, source), target: mentionOf(desk, target) } };
}

function mentionOf(desk: Reading, id: string): Mention {
  const term = desk.view.catalogue.termOf(id);
  return term === undefined
    ? { id, type: id.slice(0, id.indexOf('--')), name: id, label: '' }
    : mention(desk.view.catalogue, term);
}

function excerptOf(text: string, query: string): string {
  const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [match] = matchKeywords([{ name: '', text }], { keywords: words, any: true });
  if (match !== undefined) return match.excerpt;
  return text.length <= BEGINNING ? text : `${text.slice(0, BEGINNING).trimEnd()}…`;
}
