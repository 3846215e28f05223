import type { SearchHit } from '../knowledge-base.ts';
import type { SearchTerm } from '../search/search-words.ts';
import { TITLE_WEIGHT } from '../search/text-search.ts';
import type { Database } from './binding/database.ts';

/** All hits for all of the terms, best first, of those that are shown. Rank is bm25 turned round: FTS5 gives the best the least. */
export function searchText(
  database: Database,
  terms: readonly SearchTerm[],
  isShown: (stored: number) => boolean,
  types: readonly string[] | undefined,
): readonly SearchHit[] {
  const hits: SearchHit[] = [];
  const rows = database.each(
    `SELECT object.n, thing.text, word.text, badness FROM (
       SELECT rowid AS n, bm25(object_text, ${TITLE_WEIGHT}, 1) AS badness FROM object_text WHERE object_text MATCH ?
     ) AS hit
     JOIN object ON object.n = hit.n JOIN thing ON thing.n = object.thing JOIN word ON word.n = object.type
     ORDER BY badness, object.n`,
    [matchExpression(terms)],
  );
  for (const [stored, id, type, badness] of rows)
    if (isShown(Number(stored)) && types?.includes(String(type)) !== false)
      hits.push({ stored: Number(stored), id: String(id), type: String(type), rank: -Number(badness) });
  return hits;
}

/** Words hold letters and digits alone, so in quotes they cannot be operators of FTS5. */
function matchExpression(terms: readonly SearchTerm[]): string {
  return terms.map(({ words, isPrefix }) => `"${words.join(' ')}"${isPrefix ? ' *' : ''}`).join(' AND ');
}
