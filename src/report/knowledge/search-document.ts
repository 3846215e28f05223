import { sayMention } from '../../answers/index.ts';
import { paragraph, table } from '../../render/index.ts';
import type { Document } from '../../render/index.ts';
import type { SearchAnswer, SearchHit } from '../../answers/index.ts';
import { count, kindCell } from '../words.ts';

/** Search hits, best first. */
export function searchDocument({ query, hits }: SearchAnswer): Document {
  return {
    title: `${count(hits.length, 'hit')} for ${query}`,
    blocks:
      hits.length === 0
        ? [paragraph('Nothing in view has all of these words. A final * finds beginnings of words: telecom*')]
        : [
            table(
              ['Kind', 'What', 'Text'],
              hits.map((hit) => [kindCell(hit.thing), sayHit(hit), sayWords(hit)]),
            ),
          ],
    notices: [],
  };
}

function sayHit({ thing, relates }: SearchHit): string {
  return relates === undefined
    ? sayMention(thing) || thing.id
    : `${sayMention(relates.source)} ${relates.relation} ${sayMention(relates.target)}`;
}

/** The words found; before them whose they are, where others say what the thing is. */
function sayWords({ excerpt, reportedBy = [] }: SearchHit): string {
  return reportedBy.length === 0 ? excerpt : `${reportedBy.join(', ')}: ${excerpt}`;
}
