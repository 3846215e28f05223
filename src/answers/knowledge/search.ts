import { Mention } from '../explanation/mention.ts';
import { argument, options, question, whole } from '../question.ts';
import { as, count, list, oneOf, optional, shape, text, type Of } from '../schema.ts';

/** Full-text search over everything. */
export const SearchQuestion = question({
  words: argument('<words...>', 'what to look for'),
  types: options('--type <type>', 'only this kind or STIX type (repeatable)'),
  limit: whole('-n, --limit <count>', 'most hits to show', { fallback: '20' }),
});
export type SearchQuestion = Of<typeof SearchQuestion>;

const SearchHit = shape('SearchHit', 'One thing found, and where.', {
  thing: as(Mention, 'the thing found; for a relationship, the object itself under its own id'),
  relates: optional(
    shape('Relationship', 'What a relationship relates.', {
      relation: text('name of the relation, e.g. `uses`'),
      source: as(Mention, 'the first of the two'),
      target: as(Mention, 'the second'),
    }),
  ),
  match: oneOf(
    ['itself', 'name', 'text', 'relationship'],
    'how it meets the query: it has this id, name or alias; all words are in one of its names; in other text; in a relationship',
  ),
  excerpt: text(
    'words around the first place where the query, or a word of it, stands in the description, in an alias or in another field; of what its name leads to, how its description begins',
  ),
  reportedBy: optional(
    list(
      text('name of a source'),
      'whose these words are, where they are not of whoever says what the thing is',
    ),
  ),
});
export type SearchHit = Of<typeof SearchHit>;

export const SearchAnswer = shape('SearchAnswer', 'What words lead to.', {
  query: text('what was looked for'),
  found: count('hits that there are, also those beyond the limit'),
  hits: list(SearchHit, 'best first: what is called so, then by name, by other text, by relationships'),
});
export type SearchAnswer = Of<typeof SearchAnswer>;
