import type { Mention, SearchAnswer, SearchHit, SearchQuestion } from '../../answers/index.ts';
import { matchKeywords, mention } from '../../analysis/index.ts';
import { errorOf } from '../../facts/index.ts';
import { descriptionOf, endsOf } from '../../stix/index.ts';
import type { SearchHit as Found } from '../../knowledge/index.ts';
import type { Reading } from '../../desk/index.ts';
import { typesNamed } from './catalogue.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';

const DEFAULT_LIMIT = 20;

const BEGINNING = 140;

/**
 * Full-text search over names, aliases, ids, descriptions and relationship texts. All words are needed; `"…"` asks
 * for a phrase and a final `*` for beginnings of words.
 *
 * @throws FoeprintError W606 without a word to look for, W605 for a type that is none
 */
export function search(
  desk: Reading,
  query: string,
  { types = [], limit = DEFAULT_LIMIT }: Partial<Pick<SearchQuestion, 'types' | 'limit'>> = {},
): SearchAnswer {
  if (!/[\p{L}\p{N}]/u.test(query))
    throw errorOf(WORKBENCH_ISSUES.noKeyword, `“${query}” has no word to look for.`);
  const wanted = types.flatMap((name) => typesNamed(desk, name));
  const found = desk.view.search(query, { limit, ...(wanted.length === 0 ? {} : { types: wanted }) });
  return { query, hits: found.map((hit) => describe(desk, hit, query)) };
}

function describe(desk: Reading, hit: Found, query: string): SearchHit {
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
    ...(isBeside ? { reportedBy: sources.map(({ name }) => name) } : {}),
  };
}

function relatesOf(desk: Reading, raw: Readonly<Record<string, unknown>>): Pick<SearchHit, 'relates'> {
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
  const [match] = matchKeywords([{ name: 'description', text }], { keywords: words, any: true });
  if (match !== undefined) return match.excerpt;
  return text.length <= BEGINNING ? text : `${text.slice(0, BEGINNING).trimEnd()}…`;
}
