import type { SearchHit } from '../knowledge-base.ts';
import type { SearchTerm } from '../search/search-words.ts';
import { TITLE_WEIGHT } from '../search/text-search.ts';
import type { Database } from './binding/database.ts';

/** The best hits for all of the terms, best first, of those that are shown. */
export function searchText(
  database: Database,
  terms: readonly SearchTerm[],
  isShown: (stored: number) => boolean,
  types: readonly string[] | undefined,
  limit: number,
): readonly SearchHit[] {
  const hits: SearchHit[] = [];
  const rows = database.each(
    `SELECT object_text.rowid, bm25(object_text, ${TITLE_WEIGHT}, 1) AS badness
     FROM object_text WHERE object_text MATCH ? ORDER BY badness, object_text.rowid`,
    [matchExpression(terms)],
  );
  for (const [stored, badness] of rows) {
    const hit = isShown(Number(stored)) ? hitOf(database, Number(stored), -Number(badness)) : undefined;
    if (hit === undefined || types?.includes(hit.type) === false) continue;
    hits.push(hit);
    if (hits.length >= limit) break;
  }
  return hits;
}

/** Words hold letters and digits alone, so in quotes they cannot be operators of FTS5. */
function matchExpression(terms: readonly SearchTerm[]): string {
  return terms.map(({ words, isPrefix }) => `"${words.join(' ')}"${isPrefix ? ' *' : ''}`).join(' AND ');
}

/** Rank is bm25 turned round: FTS5 gives the best the least. */
function hitOf(database: Database, stored: number, rank: number): SearchHit | undefined {
  const row = database.row(
    `SELECT thing.text, word.text FROM object
     JOIN thing ON thing.n = object.thing JOIN word ON word.n = object.type WHERE object.n = ?`,
    [stored],
  );
  return row === undefined ? undefined : { stored, id: String(row[0]), type: String(row[1]), rank };
}
