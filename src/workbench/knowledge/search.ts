import type { Mention, SearchAnswer, SearchHit, SearchQuestion } from '../../answers/index.ts';
import { matchKeywords, mention } from '../../analysis/index.ts';
import { errorOf } from '../../facts/index.ts';
import { descriptionOf, endsOf } from '../../stix/index.ts';
import type { RankedHit as Found } from '../../knowledge/index.ts';
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
  const { found, hits } = desk.view.search(query, {
    limit,
    ...(wanted.length === 0 ? {} : { types: wanted }),
  });
  return { query, found, hits: hits.map((hit) => describe(desk, hit, query)) };
}

function describe(desk: Reading, hit: Found, query: string): SearchHit {
  const { catalogue } = desk.view;
  const { raw, sources } = desk.view.object(hit.stored);
  const term = catalogue.termOf(hit.id);
  const isBeside = term !== undefined && catalogue.entry(term).stored !== hit.stored;
  return {
    thing:
      term === undefined ? { id: hit.id, type: hit.type, name: '', label: '' } : mention(catalogue, term),
    ...relatesOf(desk, raw),
    match: hit.match,
    excerpt: excerptOf(raw, term === undefined ? NAMELESS : catalogue.entry(term), query),
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

const NAMELESS = { name: '', aliases: [] };

/** Words around a hit: in the description, in an alias, in another field. What is found by its name alone is shown by how its description begins. */
function excerptOf(
  raw: Readonly<Record<string, unknown>>,
  { name, aliases }: { readonly name: string; readonly aliases: readonly string[] },
  query: string,
): string {
  const description = descriptionOf(raw);
  const within = excerptWith(description, query);
  if (within !== undefined) return within;
  const beginning =
    description.length <= BEGINNING ? description : `${description.slice(0, BEGINNING).trimEnd()}…`;
  if (excerptWith(name, query) !== undefined) return beginning;
  const alias = aliases.find((each) => excerptWith(each, query) !== undefined);
  return alias === undefined
    ? (excerptInFields(raw, query) ?? beginning)
    : `also called ${alias}. ${beginning}`.trim();
}

/** Where the whole query stands, else one of its words. */
function excerptWith(text: string, query: string): string | undefined {
  const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
  const whole = query.replaceAll(/["*]/gu, ' ').trim();
  return (
    excerptOfWords(text, [whole]) ??
    excerptOfWords(text, words) ??
    excerptOfWords(withoutAccents(text), words.map(withoutAccents))
  );
}

function excerptOfWords(text: string, keywords: readonly string[]): string | undefined {
  return matchKeywords([{ name: 'description', text }], { keywords, any: true })[0]?.excerpt;
}

/** `labels: solar farms`: the first other field that has a word of the query. */
function excerptInFields(raw: Readonly<Record<string, unknown>>, query: string): string | undefined {
  for (const [field, value] of Object.entries(raw)) {
    if (field === 'id' || /_refs?$/u.test(field)) continue;
    const excerpt = excerptWith(textsWithin(value).join(', '), query);
    if (excerpt !== undefined)
      return `${field.replace(/^x_(?:mitre_)?/u, '').replaceAll('_', ' ')}: ${excerpt}`;
  }
  return undefined;
}

function textsWithin(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsWithin) : [];
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '');
}
